import { expect, test } from 'vitest';
import { placeWarning } from '../../../src/database/place.ts';
import { reorder } from '../../../src/database/order.ts';

const MOUNTS = [
  'proc /proc proc rw 0 0',
  '/dev/sda1 / ext4 rw 0 0',
  'srv:/home /net/home nfs4 rw 0 0',
  '//nas/labo /mnt/labo\\040commun cifs rw 0 0',
].join('\n');

test.each([
  ['/home/camille/Documents/a.repere', null],
  ['/home/camille/OneDrive - Université/a.repere', 'synchronised-folder'],
  ['/home/camille/Dropbox/These/a.repere', 'synchronised-folder'],
  ['/home/camille/Nextcloud/a.repere', 'synchronised-folder'],
  ['/Users/c/Library/Mobile Documents/com~apple~CloudDocs/a.repere', 'synchronised-folder'],
  ['/Users/c/Library/CloudStorage/GoogleDrive-c@x.fr/Mon Drive/a.repere', 'synchronised-folder'],
  ['/net/home/camille/a.repere', 'network-drive'],
  ['/mnt/labo commun/a.repere', 'network-drive'],
  ['//nas/labo/a.repere', 'network-drive'],
  ['\\\\nas\\labo\\a.repere', 'network-drive'],
  ['/home/camille/Dropboxes anciennes/a.repere', 'synchronised-folder'],
  ['/home/camille/synchro/a.repere', null],
])('%s: %s', (path, expected) => {
  expect(placeWarning(path, MOUNTS)).toBe(expected);
});

test('moving among siblings changes only the places that change', () => {
  const siblings = [10, 11, 12, 13].map((id, position) => ({ id, position }));
  expect(reorder(siblings, 13, 1)).toEqual([
    { id: 13, position: 1 },
    { id: 11, position: 2 },
    { id: 12, position: 3 },
  ]);
  expect(reorder(siblings, 10, 0)).toEqual([]);
  expect(reorder(siblings, 10, 99).at(-1)).toEqual({ id: 10, position: 3 });
  expect(reorder(siblings, 99, 0)[0]).toEqual({ id: 99, position: 0 });
});
