import { spawnSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPieces } from '../../src/formats/captions-pieces.ts';
import { REPOSITORY, testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeAll(async () => {
  t = await testCore();
  await t.client.project.sample({ path: t.path('étude.repere') });
});
afterAll(() => t.end());

const report = { what: 'segments', format: 'csv', delimiter: ';', selection: {} } as const;
const save = (path: string) => t.core.call('reports.save', { report, path }, { locale: 'fr' });
const code = async (path: string) => {
  const answer = await save(path);
  return answer.ok ? 'written' : answer.error.code;
};

test('a file of another kind is replaced when that is said; a project, an original and a folder are not', async () => {
  const path = t.path('notes.md');
  writeFileSync(path, 'mes notes');
  mkdirSync(t.path('autre-dossier.csv'));
  const told = async (target: string) => {
    const answer = await t.core.call('reports.save', { report, path: target, overwrite: true }, { locale: 'fr' });
    return answer.ok ? 'written' : answer.error.code;
  };
  expect(await code(path)).toBe('output.other-kind');
  expect(await told(path)).toBe('written');
  expect(readFileSync(path, 'utf8')).not.toContain('mes notes');
  expect(await told(t.path('étude.repere'))).toBe('output.project');
  expect(await told(t.path('autre-dossier.csv'))).toBe('file.is-folder');
}); // prettier-ignore

test('nothing that is written takes the place of a project, whatever it is called', async () => {
  const before = readFileSync(t.path('étude.repere'));
  linkSync(t.path('étude.repere'), t.path('dur.csv'));
  symlinkSync(t.path('étude.repere'), t.path('souple.csv'));
  const other = await testCore({ project: 'autre' });
  await other.client.project.close({});
  writeFileSync(t.path('copie.csv'), readFileSync(other.path('autre.repere')));
  await other.end();
  for (const name of [
    'étude.repere',
    'étude.repere-wal',
    'dur.csv',
    'souple.csv',
    'copie.csv',
    '.~lock.étude.repere#',
  ])
    expect(await code(t.path(name)), name).toBe('output.project');
  expect(readFileSync(t.path('étude.repere')).equals(before)).toBe(true);
  expect((await t.client.project.check({})).ok).toBe(true);
});

test('nor of a folder, a file of another kind, or a file that was imported', async () => {
  mkdirSync(t.path('dossier.csv'));
  writeFileSync(t.path('entretien.docx'), 'x');
  await t.importText('Entretien', 'Bonjour.', false);
  writeFileSync(t.path('entretien.txt'), 'Bonjour.');
  expect(await code(t.path('dossier.csv'))).toBe('file.is-folder');
  expect(await code(t.path('entretien.docx'))).toBe('output.other-kind');
  expect(await code(t.path('entretien.txt'))).toBe('output.original');
  expect(await code(t.path('absent/x.csv'))).toBe('project.folder-missing');
  expect(readFileSync(t.path('entretien.txt'), 'utf8')).toBe('Bonjour.');
});

test('a table replaces a table, keeps its mode, and leaves nothing beside', async () => {
  writeFileSync(t.path('table.csv'), 'old', { mode: 0o640 });
  expect(await code(t.path('table.csv'))).toBe('written');
  expect(statSync(t.path('table.csv')).mode & 0o777).toBe(0o640);
  expect(readFileSync(t.path('table.csv'), 'utf8')).toContain('document');
  expect(readdirSync(t.folder).filter((name) => name.startsWith('.~') && !name.startsWith('.~lock'))).toEqual(
    [],
  );
});

test('whoever stops reading the output hears no complaint', async () => {
  await t.client.project.close({});
  const run = `"${process.execPath}" "${join(REPOSITORY, 'src/cli/main.ts')}" segments "${t.path('étude.repere')}" --code "Entraide nécessaire" --json | head -c 10`;
  const ran = spawnSync('sh', ['-c', run], {
    encoding: 'utf8',
    env: { ...process.env, REPERE_DATA_DIR: t.path('data') },
  });
  expect(ran.stderr).not.toMatch(/EPIPE|\bat .*:\d+/u);
});

// Read from each of its beginnings this takes minutes: the limit of the test is what stops it.
test('tags that never end are read once, however many begin', { timeout: 30_000 }, () => {
  const line = '<v '.repeat(500_000);
  expect(readPieces([{ startMs: 0, endMs: 1, lines: [line] }])).toHaveLength(1);
  expect(readPieces([{ startMs: 0, endMs: 1, lines: ['{\\\\'.repeat(300_000)] }])).toHaveLength(1);
});
