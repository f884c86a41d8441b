import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, thisProcess } from './process-identity.ts';

/** The machine, the process, chance; SQLite may have put a side file to it. */
const FRESH = /^\.~([\da-f]{8})-(\d+)-[\da-f]{16}(?:-journal|-wal|-shm)?$/u;

/** A name for a file that gets its own when it is whole, or a folder for such files: it tells which process makes it. */
export function freshPath(folder: string): string {
  return join(folder, `.~${machineMark()}-${process.pid}-${randomBytes(8).toString('hex')}`);
}

/** Whether something has no name of its own yet, whoever makes it. */
export function isFresh(name: string): boolean {
  return FRESH.test(name);
}

/** Removes unfinished files and folders of processes of this machine that are gone. What cannot be removed stays. */
export function sweepFresh(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const [, machine, pid] = FRESH.exec(name) ?? [];
      if (machine !== machineMark() || isRunning({ ...thisProcess(), pid: Number(pid), start: null }))
        continue;
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  } catch {
    // Tidying hinders nothing.
  }
}

function machineMark(): string {
  const { machine, host } = thisProcess();
  return createHash('sha256')
    .update(machine ?? host)
    .digest('hex')
    .slice(0, 8);
}
