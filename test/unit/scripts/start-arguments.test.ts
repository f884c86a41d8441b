import { mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failedLately, fetchElectron } from '../../../scripts/lib/electron-binary.mjs';
import { sentences } from '../../../scripts/lib/sentences.mjs';
import { startArguments } from '../../../scripts/lib/start-arguments.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'repere-args-'));
  writeFileSync(join(folder, 'étude.repere'), '');
  symlinkSync('cercle.repere', join(folder, 'cercle.repere'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (...args: string[]) => startArguments(args, folder);

test('a project, a port and a window that is not shown are taken', () => {
  expect(read()).toEqual({ kind: 'start', file: null, rest: [] });
  expect(read('étude.repere', '--port', '4711', '--no-open')).toEqual({
    kind: 'start',
    file: join(folder, 'étude.repere'),
    rest: ['--port', '4711', '--no-open'],
  });
});

test.each([
  [['--oops'], 'option', '--oops'],
  [['-x'], 'option', '-x'],
  [['--toString'], 'option', '--toString'],
  [['--help=non'], 'option', '--help'],
  [['--no-open=non'], 'option', '--no-open'],
  [['--port', 'abc'], 'port', 'abc'],
  [['--port=99999'], 'port', '99999'],
  [['--port'], 'port', 'true'],
  [['étude.repere', 'autre.repere'], 'files', 'autre.repere'],
  [['absent.repere'], 'missing', ''],
  [['étude.repere/dedans.repere'], 'missing', ''],
  [[`${'a'.repeat(300)}.repere`], 'missing', ''],
  [['cercle.repere'], 'missing', ''],
  [['.'], 'folder', ''],
])('%j is said in one sentence', (args, what, value) => {
  expect(read(...args)).toMatchObject({ kind: 'wrong', what, ...(value === '' ? {} : { value }) });
});

test.each([
  [['--help'], 0],
  [['--port', 'abc'], 2],
  [['--oops'], 2],
])('npm start -- %j answers one line and code %i, without a stack', (args, code) => {
  const script = join(import.meta.dirname, '../../../scripts/start.mjs');
  const ran = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'fr_FR' },
  });
  expect(ran.status).toBe(code);
  const said = `${ran.stdout}${ran.stderr}`;
  expect(said.trimEnd().split('\n')).toHaveLength(1);
  expect(said).not.toMatch(/\bat .*:\d+:\d+|Error/u);
});

test('a failed download counts for a day, and not when the clock was wrong', () => {
  const file = join(folder, 'failed.txt');
  writeFileSync(file, '');
  const set = (hours: number) => utimesSync(file, new Date(), new Date(Date.now() - hours * 3_600_000));
  set(23);
  expect(failedLately(file)).toBe(true);
  set(25);
  expect(failedLately(file)).toBe(false);
  set(-3);
  expect(failedLately(file)).toBe(false);
  expect(failedLately(join(folder, 'never.txt'))).toBe(false);
});

test('each start within that day says how to try at once', async () => {
  const failed = join(folder, 'lately.txt');
  writeFileSync(failed, '');
  const said: string[] = [];
  const log = (line: string) => void said.push(line);
  const asked = { node: process.execPath, force: false, log, line: 'fetching', failed };
  expect(await fetchElectron({ ...asked, later: sentences({ LANG: 'fr' }).electronLater })).toBeNull();
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('tout de suite avec REPERE_SHELL=electron npm start');
});
