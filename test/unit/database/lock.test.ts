import { fork, spawn } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireLock, isLock, lockHolder, lockPath, type Lock } from '../../../src/database/lock.ts';
import { isRunning, thisProcess } from '../../../src/database/process-identity.ts';
import { realPath } from '../../../src/database/place.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'repere-lock-'));
  writeFileSync(project(), 'x');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const project = (name = 'étude.repere') => join(folder, name);
const take = (path = project()) => acquireLock(path, join(folder, 'data'));
const taken = (path = project()): Lock => {
  const lock = take(path);
  if (!isLock(lock)) throw new Error('it is held');
  return lock;
};
const leave = (holder: object) => writeFileSync(lockPath(project()), JSON.stringify(holder));
const entry = { user: 'x', since: '2020-05-18T00:00:00.000Z', token: 't', host: hostname() };

test('a lock is held once, says who holds it, and goes', () => {
  const lock = taken();
  expect(take()).toMatchObject({ pid: process.pid, host: hostname() });
  expect(lockHolder(project())).toMatchObject({ token: lock.holder.token });
  lock.release();
  expect(lockHolder(project())).toBeNull();
  expect(readdirSync(folder).filter((name) => name.startsWith('.~'))).toEqual([]);
});

test('the number of a process that was given to another one does not keep a lock', () => {
  const self = thisProcess();
  expect(isRunning(self)).toBe(true);
  expect(isRunning({ ...self, start: 'boot:another:1' })).toBe(false);
  leave({ ...self, ...entry, start: 'boot:another:1' });
  expect(isLock(take())).toBe(true);
});

test('a lock of another machine stays, and force takes it', () => {
  leave({ ...entry, host: 'labo-3', pid: 1 });
  expect(isLock(take())).toBe(false);
  const forced = acquireLock(project(), join(folder, 'data'), true);
  expect(isLock(forced) && forced.isHeld()).toBe(true);
});

test('who is taken over knows it, and does not give back what is another’s', () => {
  const first = taken();
  const second = acquireLock(project(), join(folder, 'data'), true);
  expect(first.isHeld()).toBe(false);
  first.release();
  expect(isLock(second) && second.isHeld()).toBe(true);
});

test('a half-written lock is waited for, then it is nobody’s', () => {
  writeFileSync(lockPath(project()), '{"user":"x"');
  expect(isLock(take())).toBe(false);
  rmSync(lockPath(project()));
  leave({});
  const now = Date.now;
  Date.now = () => now() + 60_000;
  try {
    expect(isLock(take())).toBe(true);
  } finally {
    Date.now = now;
  }
});

test('links to one file are one file', () => {
  linkSync(project(), project('autre nom.repere'));
  symlinkSync(project(), project('lien.repere'));
  const lock = taken();
  expect(isLock(take(project('autre nom.repere')))).toBe(false);
  expect(isLock(take(realPath(project('lien.repere'))))).toBe(false);
  lock.release();
  expect(isLock(take(project('autre nom.repere')))).toBe(true);
});

test('names as long as the system knows have a lock', () => {
  for (const length of [210, 240, 247]) {
    const path = project(`${'é'.repeat(Math.floor((length - 7) / 2))}.repere`);
    writeFileSync(path, 'x');
    const lock = taken(path);
    expect(existsSync(lockPath(path))).toBe(true);
    lock.release();
  }
});

test('a data folder that cannot be written hinders nobody', () => {
  writeFileSync(join(folder, 'data'), 'a file where the folder should be');
  expect(isLock(take())).toBe(true);
});

test('of many processes that meet a dead lock exactly one takes it', async () => {
  const rounds = 12;
  const racers = 4;
  const script = join(folder, 'race.mts');
  const source = join(import.meta.dirname, '../../../src/database/lock.ts');
  writeFileSync(
    script,
    `import { acquireLock, isLock } from ${JSON.stringify(source)};
process.on('message', ({ path, data }) => process.send(isLock(acquireLock(path, data))));
process.send('ready');`,
  );
  const children = Array.from({ length: racers }, () => fork(script, { stdio: 'ignore' }));
  try {
    await Promise.all(children.map((child) => new Promise((done) => child.once('message', done))));
    for (let round = 0; round < rounds; round += 1) {
      const home = join(folder, String(round));
      mkdirSync(home);
      const path = join(home, 'p.repere');
      writeFileSync(path, 'x');
      writeFileSync(lockPath(path), JSON.stringify({ ...entry, pid: 2 ** 22 - 3 }));
      const answers = await Promise.all(
        children.map(
          (child) =>
            new Promise((done) => {
              child.once('message', done);
              child.send({ path, data: join(home, 'data') });
            }),
        ),
      );
      expect(answers.filter((got) => got === true)).toHaveLength(1);
    }
  } finally {
    for (const child of children) child.kill();
  }
});

test('a process that ended gives its lock to the next', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  const identity = { ...thisProcess(), pid: child.pid ?? 0, start: null };
  leave({ ...identity, ...entry });
  expect(isLock(take())).toBe(false);
  child.kill('SIGKILL');
  await new Promise((done) => child.once('exit', done));
  expect(isLock(take())).toBe(true);
});
