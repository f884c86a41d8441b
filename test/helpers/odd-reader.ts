import { parentPort } from 'node:worker_threads';
import type { ReadOrder } from '../../src/readers/messages.ts';

// A reader that does what the name of the file says: what a real one may be brought to by a file, or by a mistake in it.

const overseer = parentPort;
if (overseer === null) throw new Error('odd-reader.ts runs as a worker thread');

const kept: unknown[] = [];

overseer.on('message', ({ input, port }: ReadOrder) => {
  const { fileName } = input as { readonly fileName: string };
  if (fileName.startsWith('exits')) process.exit(3);
  if (fileName.startsWith('throws'))
    setImmediate(() => {
      throw new Error('a mistake');
    });
  if (fileName.startsWith('hangs')) /^(?:a+)+$/u.test(`${'a'.repeat(60)}b`);
  if (fileName.startsWith('objects')) for (;;) kept.push({ at: kept.length, list: [kept.length] });
  if (fileName.startsWith('buffers')) for (;;) kept.push(new Uint8Array(8_000_000).fill(1));
  if (fileName.startsWith('plain')) {
    port.postMessage({ type: 'done', value: fileName });
    overseer.postMessage({ type: 'free' });
  }
});
overseer.postMessage({ type: 'free' });
