import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lockPath } from '../../src/database/lock.ts';

// Processes that meet the lock of a dead one at the same moment: exactly one takes it. The file has a second name in
// every other round, and half of them come by that.

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '400' }, racers: { type: 'string', default: '4' } },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
const racer = join(import.meta.dirname, '../helpers/kills/lock-racer.ts');

const answer = (child: ChildProcess): Promise<unknown> => new Promise((done) => child.once('message', done));
const ask = (child: ChildProcess, message: object): Promise<unknown> => {
  const answered = answer(child);
  child.send(message);
  return answered;
};

const folder = mkdtempSync(join(tmpdir(), 'repere-locks-'));
const children: ChildProcess[] = [];
try {
  const dead = deadLock();
  for (let number = 0; number < Number(values.racers); number += 1) children.push(fork(racer));
  await Promise.all(children.map(answer));
  const holders = new Map<number, number>();
  let leftovers = 0;
  for (let round = 0; round < rounds; round += 1) {
    const home = join(folder, String(round));
    mkdirSync(home);
    const names = ['étude.repere', 'lien.repere'].map((name) => join(home, name));
    const [path = '', link = ''] = names;
    writeFileSync(path, 'x');
    copyFileSync(dead, lockPath(path));
    if (round % 2 === 1) linkSync(path, link);
    const at = Date.now() + 15;
    const took = await Promise.all(
      children.map((child, number) =>
        ask(child, { path: round % 2 === 1 && number % 2 === 1 ? link : path, data: join(home, 'data'), at }),
      ),
    );
    const count = took.filter((got) => got === true).length;
    holders.set(count, (holders.get(count) ?? 0) + 1);
    await Promise.all(children.map((child) => ask(child, { release: true })));
    const left = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.~|\.lock$/u.test(name),
    );
    if (left.length > 0) leftovers += 1;
    rmSync(home, { recursive: true });
  }
  const told = [...holders].toSorted(([a], [b]) => a - b).map(([count, times]) => `${count} in ${times}`);
  console.log(
    `${rounds} races of ${children.length} processes for the lock of a dead one; holders: ${told.join(', ')}; ` +
      `something left behind in ${leftovers}`,
  );
  if (holders.get(1) !== rounds || leftovers > 0) process.exitCode = 1;
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** The lock of a process that took it and was killed. */
function deadLock(): string {
  const path = join(folder, 'mort.repere');
  writeFileSync(path, 'x');
  const source = JSON.stringify(join(import.meta.dirname, '../../src/database/lock.ts'));
  const [file, data] = [path, join(folder, 'mort')].map((each) => JSON.stringify(each));
  const script = `const { acquireLock } = await import(${source}); acquireLock(${file}, ${data}); process.kill(process.pid, 'SIGKILL');`;
  spawnSync(process.execPath, ['--input-type=module', '-e', script]);
  return lockPath(path);
}
