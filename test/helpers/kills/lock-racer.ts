import { acquireLock, isLock, type Lock } from '../../../src/database/lock.ts';

// One of several processes that take a lock at the same moment.

interface Message {
  readonly path?: string;
  readonly data?: string;
  /** When all begin, in milliseconds of the clock. */
  readonly at?: number;
}

let held: Lock | null = null;

process.on('message', ({ path, data, at }: Message) => {
  if (path === undefined) {
    held?.release();
    held = null;
    return process.send?.(true);
  }
  while (Date.now() < (at ?? 0));
  const got = acquireLock(path, data ?? '');
  held = isLock(got) ? got : null;
  return process.send?.(held !== null);
});
process.send?.('ready');
