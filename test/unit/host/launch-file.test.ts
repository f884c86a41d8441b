import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweepLaunchFiles, writeLaunchFile } from '../../../src/host/launch-file.ts';

let folder: string;
let home: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'repere-launch-'));
  home = join(folder, 'home');
  mkdirSync(home);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MODULE = join(import.meta.dirname, '../../../src/host/launch-file.ts');

/** A server that is killed while a page of its lies there, in the folder where the system wants it. */
function killedServer(): string {
  const program = `import { writeLaunchFile } from ${JSON.stringify(MODULE)};
    console.log(writeLaunchFile(${JSON.stringify(folder)}, 'http://127.0.0.1:1/?code=x', 'Repère').path);
    process.kill(process.pid, 'SIGKILL');`;
  const env = { ...process.env, HOME: home };
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env,
  });
  expect(child.signal, child.stderr).toBe('SIGKILL');
  return child.stdout.trim();
}

test('what a killed server left is gone at the next start; what a living one made stays', () => {
  const left = killedServer();
  expect(existsSync(left)).toBe(true);
  const living = writeLaunchFile(folder, 'http://127.0.0.1:2/?code=y', 'Repère');
  sweepLaunchFiles(folder, home);
  expect(existsSync(dirname(left))).toBe(false);
  expect(existsSync(living.path)).toBe(true);
  living.remove();
  expect(existsSync(dirname(living.path))).toBe(false);
});

test('in the home, for browsers in a sandbox, too: and nothing of a person’s is taken for it', () => {
  const left = dirname(killedServer());
  const inHome = join(home, left.split('/').at(-1)!);
  // As on a machine with such browsers, and as an earlier version named it.
  const page = '<!doctype html><html><head><meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/">';
  const old = join(home, 'Repère-a1B2c3');
  const fresh = join(home, 'Repère-d4E5f6');
  for (const each of [inHome, old, fresh]) {
    mkdirSync(each, { recursive: true });
    writeFileSync(join(each, 'repere.html'), page);
  }
  utimesSync(old, new Date(0), new Date(0));
  const persons = ['Repère-thesis', 'Repère-projet 1', 'Repère-123-abcdef', 'Repère-empty1'];
  for (const each of persons) {
    mkdirSync(join(home, each));
    if (each !== 'Repère-empty1') writeFileSync(join(home, each, 'repere.html'), '<p>Mes notes</p>');
    utimesSync(join(home, each), new Date(0), new Date(0));
  }
  sweepLaunchFiles(folder, home);
  expect(readdirSync(home).toSorted()).toEqual([...persons, 'Repère-d4E5f6'].toSorted());
});
