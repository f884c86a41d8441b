import { parentPort } from 'node:worker_threads';
import type { ReadOptions } from '../formats/parsed-document.ts';
import { packError } from './errors.ts';
import { jobs } from './jobs.ts';
import type { FromJob, FromReader, ReadOrder } from './messages.ts';

// The thread in which files are read, one after the other. It knows no project and no disk, and may be ended at any time.

const overseer = parentPort;
if (overseer === null) throw new Error('reader.ts runs as a worker thread');

const free = (): void => overseer.postMessage({ type: 'free' } satisfies FromReader);

overseer.on('message', (order: ReadOrder) => void read(order).finally(free));
free();

async function read({ job, bytes, input, port }: ReadOrder): Promise<void> {
  const send = (message: FromJob): void => port.postMessage(message);
  const run = jobs[job] as (bytes: Uint8Array, input: unknown, options: ReadOptions) => Promise<unknown>;
  let told = 0;
  const onProgress = (share: number): void => {
    // In whole percent: more would only be messages.
    if (Math.floor(share * 100) <= told) return;
    told = Math.floor(share * 100);
    send({ type: 'progress', share });
  };
  try {
    const value = await run(bytes, input, { onProgress });
    send({ type: 'done', value });
  } catch (error) {
    send({ type: 'failed', error: packError(error) });
  }
}
