import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cliPlace, repere, type CliPlace } from '../helpers/cli.ts';

let place: CliPlace;
beforeEach(async () => {
  place = cliPlace();
  await run('new', 'q.repere');
  writeFileSync(join(place.folder, 'R1.txt'), 'ENQ : Et alors ?\nR1 : Par Slack surtout.\n');
  await run('import', 'q.repere', 'R1.txt');
  await run('code', 'q.repere', '--code', 'Outils', '--find', 'Slack');
});
afterEach(() => place.remove());

async function run(...args: string[]) {
  const result = await repere(place, args);
  expect(result, result.stderr).toMatchObject({ code: 0 });
  return result.stdout;
}
interface Listed {
  readonly copies: readonly { readonly file: string; readonly number: number; readonly codings: number }[];
}
const list = async (): Promise<Listed> => JSON.parse(await run('backups', 'q.repere', '--json')) as Listed;
const path = (name: string) => join(place.folder, name);

test('backups lists what there is with what each holds, and makes one when asked', async () => {
  expect((await list()).copies).toMatchObject([
    { reason: 'closing', documents: 1, codings: 1 },
    { reason: 'closing', documents: 1, codings: 0 },
    { reason: 'closing', documents: 0, codings: 0 },
  ]);
  const text = await run('backups', 'q.repere', '--make');
  expect(text).toMatch(/^ *4 .*manual/mu);
  expect(text).toContain(join(place.folder, 'data/backups'));
  expect(await run('backups', 'absent.repere')).toContain('Aucune sauvegarde');
});

test('restore puts one in the place of the project, by number, name, day or latest, and keeps what was there', async () => {
  const [, older] = (await list()).copies;
  const stale = `${path('q.repere')}-wal`;
  writeFileSync(stale, 'of another state');
  const text = await run('restore', 'q.repere', '--at', String(older!.number));
  const kept = /gardé : (?<kept>.+)$/mu.exec(text.replaceAll('\u00a0', ' '))?.groups?.['kept'];
  expect(existsSync(stale)).toBe(false);
  expect(readFileSync(`${kept ?? ''}-wal`, 'utf8')).toBe('of another state');
  expect(JSON.parse(await run('codes', 'q.repere', '--json'))).toEqual([]);
  for (const at of ['latest', basename(older!.file), new Date().toISOString().slice(0, 10)]) {
    const out = `${at.slice(0, 6)}.repere`;
    expect(JSON.parse(await run('restore', 'q.repere', '--at', at, '--out', out, '--json'))).toMatchObject({
      path: path(out),
      kept: null,
    });
  }
}, 60_000);

test('restore works when the project is damaged or gone, and refuses what it does not know', async () => {
  writeFileSync(path('q.repere'), 'no database');
  expect(await repere(place, ['documents', 'q.repere'])).toMatchObject({ code: 1 });
  expect(await repere(place, ['restore', 'q.repere', '--at', '1999-01-01'])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^backups\.copy-missing: /u) as string,
  });
  expect(await repere(place, ['restore', 'q.repere'])).toMatchObject({ code: 2 });
  expect(readFileSync(path('q.repere'), 'utf8')).toBe('no database');
  await run('restore', 'q.repere', '--at', 'latest');
  expect(JSON.parse(await run('documents', 'q.repere', '--json'))).toHaveLength(1);
  // Never over a file that is there.
  const again = await repere(place, ['restore', 'q.repere', '--at', 'latest', '--out', 'q.repere']);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringMatching(/^project\.exists: /u) as string });
}, 60_000);
