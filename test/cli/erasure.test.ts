import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cliPlace, repere, type CliPlace } from '../helpers/cli.ts';
import { filesBelow, wordsOnDisk } from '../helpers/disk-words.ts';

let place: CliPlace;
beforeEach(async () => {
  place = cliPlace();
  await run('new', 'p');
  writeFileSync(
    join(place.folder, 'e.txt'),
    'Q : Oui ?\nZuqrine : Le zuqbruit.\nQ : Et ?\nZuqrine : Rien.\n',
  );
  await run('import', 'p.repere', 'e.txt');
});
afterEach(() => place.remove());

const run = (...args: string[]) => repere(place, args);
/** All but the file that was imported: it is the person's own. */
const left = (...words: string[]) =>
  wordsOnDisk(
    filesBelow(place.folder).filter((file) => !file.endsWith('e.txt')),
    words,
  );

describe('on the command line', () => {
  test('a document is deleted so that it can be undone, and then for good', async () => {
    const would = await run('documents', 'delete', 'p.repere', '--document', 'e', '--dry-run');
    expect([would.code, left('zuqbruit').length > 0]).toEqual([0, true]);
    const deleted = await run('documents', 'delete', 'p.repere', '--document', 'e');
    expect(deleted.stdout).toContain('--for-good');
    expect((await run('documents', 'p.repere', '--json')).stdout.trim()).toBe('[]');
    expect(left('zuqbruit')).not.toEqual([]);
    const gone = await run('documents', 'delete', 'p.repere', '--document', 'e', '--for-good');
    expect([gone.code, gone.stderr]).toEqual([0, '']);
    expect(left('zuqbruit')).toEqual([]);
    expect(await run('documents', 'delete', 'p.repere', '--document', 'e', '--for-good')).toMatchObject({
      code: 1,
    });
  });

  test('a participant withdraws, with a report that is written before anything goes', async () => {
    const args = ['participants', 'withdraw', 'p.repere', '--participant', 'Zuqrine'];
    writeFileSync(join(place.folder, 'r.json'), 'mine');
    const refused = await run(...args, '--out', 'r.json');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toMatch(/^file\.exists: .*Rien n’a été fait/u);
    expect([readFileSync(join(place.folder, 'r.json'), 'utf8'), left('zuqbruit').length > 0]).toEqual([
      'mine',
      true,
    ]);
    const planned = await run(...args, '--dry-run', '--json');
    expect(JSON.parse(planned.stdout)).toMatchObject({
      name: 'Zuqrine',
      documents: [{ name: 'e', whole: true }],
    });
    const done = await run(...args, '--out', 's.json');
    expect([done.code, done.stderr]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(join(place.folder, 's.json'), 'utf8'))).toMatchObject({ mentions: [] });
    expect(left('zuqbruit')).toEqual([]);
    expect(JSON.parse((await run('participants', 'p.repere', '--json')).stdout)).toEqual([]);
  });

  test('nobody else of the machine can read what is written', async () => {
    await run('export', 'p.repere', '--what', 'segments', '--out', 'x.csv');
    const own = filesBelow(place.folder).filter((file) => !file.endsWith('e.txt'));
    expect(own.length).toBeGreaterThan(2);
    expect(own.filter((file) => (statSync(file).mode & 0o077) !== 0)).toEqual([]);
    const folders = ['data', 'data/backups'].map((name) => join(place.folder, name)).filter(existsSync);
    expect(folders.filter((folder) => (statSync(folder).mode & 0o077) !== 0)).toEqual([]);
  });
});
