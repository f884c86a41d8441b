import { parentPort, workerData } from 'node:worker_threads';
import type { Ending, FromOverseer, OverseerData, ReadOrder, ToOverseer } from './messages.ts';
import { Reader } from './watched-reader.ts';

// The thread that watches readers. It does nothing else, so that it has time whatever the core and the readers do.

/** A heavy file keeps one of them for as long as it may; other files are read by the other. */
const MAX_READERS = 2;

const { readerScript, limits } = workerData as OverseerData;
const core = parentPort;
if (core === null) throw new Error('overseer.ts runs as a worker thread');

const readers = new Set<Reader>();
const waiting: ReadOrder[] = [];

core.on('message', (message: ToOverseer) => {
  if (message.type === 'read') waiting.push(message);
  else stop(message.id);
  next();
});

function stop(id: number): void {
  const at = waiting.findIndex((order) => order.id === id);
  if (at === -1) for (const reader of readers) reader.stop(id);
  else tell(id, { why: 'stopped' }, waiting.splice(at, 1)[0]);
}

function tell(id: number, ending: Ending, order?: ReadOrder): void {
  order?.port.close();
  core?.postMessage({ type: 'ended', id, ending } satisfies FromOverseer);
}

/** Gives files that wait to readers that do not; makes another reader where all of them are busy. */
function next(): void {
  while (waiting.length > 0) {
    const reader = [...readers].find(({ isFree }) => isFree) ?? made();
    const order = reader === null ? undefined : waiting.shift();
    if (reader === null || order === undefined) return;
    reader.read(order);
  }
}

function made(): Reader | null {
  if (readers.size >= MAX_READERS) return null;
  const reader = new Reader(readerScript, limits, {
    onEnded: tell,
    onFree: () => {
      // One waits warm for the next file.
      const hasOther = [...readers].some((other) => other !== reader && other.isFree);
      if (waiting.length === 0 && hasOther) reader.end();
      next();
    },
    onGone: () => {
      readers.delete(reader);
      next();
    },
  });
  readers.add(reader);
  return reader;
}
