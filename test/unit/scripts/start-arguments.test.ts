import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failedLately } from '../../../scripts/lib/electron-binary.mjs';
import { startArguments } from '../../../scripts/lib/start-arguments.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'repere-args-'));
  writeFileSync(join(folder, 'étude.repere'), '');
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
  [['--port', 'abc'], 'port', 'abc'],
  [['--port=99999'], 'port', '99999'],
  [['--port'], 'port', 'true'],
  [['étude.repere', 'autre.repere'], 'files', 'autre.repere'],
  [['absent.repere'], 'missing', ''],
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
