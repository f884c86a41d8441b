import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { CallOptions, Transport } from '../../src/contract/client.ts';
import type { CallName } from '../../src/contract/contract.ts';
import type { Answer, CoreEvent, Request, Response } from '../../src/contract/wire.ts';
import type { Core } from '../../src/host/core.ts';
import { startLoopback, type Loopback } from '../../src/host/loopback.ts';
import { textOf } from '../../src/host/loopback/connection.ts';
import type { FileSource } from '../../src/imports/contract.ts';
import type { Locale } from '../../src/settings/contract.ts';

/** A way to a core. */
export interface Door {
  readonly transport: Transport;
  /** Hands a file over for import, as this door does it. */
  stage(fileName: string, bytes: Uint8Array): Promise<FileSource>;
  /** Closes the door, then the core behind it. */
  close(): Promise<void>;
}

/** The whole way of the browser shell, without the browser: a real server, a real socket, the wire protocol. */
export async function loopbackDoor(core: Core, locale: Locale = 'fr'): Promise<Door> {
  const rendererDir = await mkdtemp(join(tmpdir(), 'repere-door-'));
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html><html><head></head></html>');
  const server = await startLoopback({ core, port: 0, rendererDir });
  const socket = await connect(server);
  return {
    transport: socketTransport(socket, locale),
    stage: (fileName, bytes) => postFile(server, fileName, bytes),
    close: async () => {
      socket.close();
      await server.close();
      await core.close();
      await rm(rendererDir, { recursive: true, force: true });
    },
  };
}

async function postFile(server: Loopback, fileName: string, bytes: Uint8Array): Promise<FileSource> {
  const origin = `http://127.0.0.1:${server.port}`;
  const answer = await fetch(`${origin}/stage?name=${encodeURIComponent(fileName)}`, {
    method: 'POST',
    headers: { Origin: origin, Authorization: `Bearer ${server.token}` },
    body: Uint8Array.from(bytes),
  });
  const { value } = (await answer.json()) as { value: { stagedId: string } };
  return { kind: 'staged', stagedId: value.stagedId, fileName };
}

/** A window's socket, as a browser would open it. */
export function connect(server: Pick<Loopback, 'port' | 'token'>): Promise<WebSocket> {
  const origin = `http://127.0.0.1:${server.port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, [`repere.${server.token}`], {
    origin,
  });
  return new Promise((done, refuse) => {
    socket.once('open', () => done(socket));
    socket.once('error', refuse);
  });
}

/** Calls over a socket that is open. */
export function socketTransport(socket: WebSocket, locale: Locale): Transport {
  let lastId = 0;
  const waiting = new Map<number, { answer: (answer: Answer) => void; options: CallOptions }>();
  const listeners = new Set<(event: CoreEvent) => void>();
  const send = (request: Request) => socket.send(JSON.stringify(request));
  socket.on('message', (data) => {
    const message = JSON.parse(textOf(data)) as Response;
    if (message.type === 'answer') {
      waiting.get(message.id)?.answer(message.answer);
      waiting.delete(message.id);
    } else if (message.event.type === 'progress') {
      const { callId, done, total, label } = message.event;
      waiting.get(callId)?.options.onProgress?.(done, total, label);
    } else {
      for (const listener of listeners) listener(message.event);
    }
  });
  return {
    call: (name: CallName, input: unknown, options: CallOptions = {}) =>
      new Promise((answer) => {
        const id = ++lastId;
        waiting.set(id, { answer, options });
        send({ type: 'call', id, name, input, locale });
        options.signal?.addEventListener('abort', () => send({ type: 'cancel', id }), { once: true });
        if (options.signal?.aborted === true) send({ type: 'cancel', id });
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
