import { parentPort } from 'node:worker_threads';
import { isCallName } from '../contract/contract.ts';
import { guardRuntime } from '../runtime/guard.ts';
import type { Core } from './core.ts';
import { createCore } from './in-process.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

// The thread in which the core lives, so that no import or analysis ever blocks a window.

guardRuntime();

const port = parentPort;
if (port === null) throw new Error('worker.ts runs as a worker thread');

const send = (message: FromWorker): void => port.postMessage(message);
const running = new Map<number, AbortController>();
let core: Core | null = null;

port.on('message', (message: ToWorker) => void receive(message));

async function receive(message: ToWorker): Promise<void> {
  if (message.type === 'start') {
    core = createCore(message.options);
    core.subscribe((event) => send({ type: 'event', event }));
    send({ type: 'ready' });
    return;
  }
  if (core === null) return;
  switch (message.type) {
    case 'call':
      await call(core, message);
      return;
    case 'cancel':
      running.get(message.id)?.abort();
      return;
    case 'stage':
      send({ type: 'staged', id: message.id, stagedId: await core.stage(message.fileName, message.bytes) });
      return;
    case 'close':
      await core.close();
      send({ type: 'closed', id: message.id });
      port?.close();
  }
}

async function call(target: Core, message: Extract<ToWorker, { type: 'call' }>): Promise<void> {
  const { id, name, input, locale } = message;
  const controller = new AbortController();
  running.set(id, controller);
  // An unknown name is answered by dispatch like any other mistake.
  const answer = await target.call(isCallName(name) ? name : (name as 'project.info'), input, {
    locale,
    signal: controller.signal,
    onProgress: (done, total, label) => send({ type: 'progress', id, done, total, label }),
  });
  running.delete(id);
  send({ type: 'answer', id, answer });
}
