import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import type { CoreEvent } from '../../src/contract/wire.ts';
import { startLoopback, type Loopback } from '../../src/host/loopback.ts';
import { textOf } from '../../src/host/loopback/connection.ts';
import { FakeCore } from '../helpers/fake-core.ts';
import { connect, socketTransport } from '../helpers/loopback-door.ts';

let core: FakeCore;
let server: Loopback;
let rendererDir: string;
const sockets: WebSocket[] = [];

async function window() {
  const socket = await connect(server);
  sockets.push(socket);
  return { socket, transport: socketTransport(socket, 'fr') };
}

beforeEach(async () => {
  core = new FakeCore();
  rendererDir = await mkdtemp(join(tmpdir(), 'repere-loopback-'));
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html><html><head></head></html>');
  server = await startLoopback({ core, port: 0, rendererDir });
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await server.close();
  await rm(rendererDir, { recursive: true, force: true });
});

describe('the loopback server', () => {
  test('carries a call to the core and its answer back', async () => {
    core.on('project.recent', async () => []);
    const { transport } = await window();
    expect(await transport.call('project.recent', {})).toEqual({ ok: true, value: [] });
    expect(core.calls).toEqual([{ name: 'project.recent', input: {}, locale: 'fr' }]);
  });

  test('carries failures as answers', async () => {
    const { transport } = await window();
    expect(await transport.call('project.info', {})).toMatchObject({
      ok: false,
      error: { code: 'project.none' },
    });
  });

  test('answers even when the core breaks its promise and throws', async () => {
    core.on('project.info', () => Promise.reject(new Error('broken')));
    const { transport } = await window();
    expect(await transport.call('project.info', {})).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
  });

  test('refuses calls that do not exist, without asking the core', async () => {
    const { socket } = await window();
    const answered = nextMessage(socket);
    socket.send(JSON.stringify({ type: 'call', id: 7, name: 'toString', input: {}, locale: 'en' }));
    expect(await answered).toMatchObject({
      type: 'answer',
      id: 7,
      answer: { ok: false, error: { code: 'call.unknown', details: { name: 'toString' } } },
    });
    expect(core.calls).toEqual([]);
  });

  test.each([
    ['no JSON', 'hello'],
    ['an unknown type', '{"type":"shutdown"}'],
    ['a field too many', '{"type":"cancel","id":1,"why":"x"}'],
    [
      'a language that it does not speak',
      '{"type":"call","id":1,"name":"project.info","input":{},"locale":"de"}',
    ],
  ])('closes the socket of a window that sends %s', async (_what, text) => {
    const { socket } = await window();
    const closed = closeCode(socket);
    socket.send(text);
    expect(await closed).toBe(1008);
  });

  test('closes the socket of a window that sends bytes, or more than a message may hold', async () => {
    const first = await window();
    const second = await window();
    const codes = Promise.all([closeCode(first.socket), closeCode(second.socket)]);
    first.socket.send(Buffer.from([1, 2, 3]));
    second.socket.send('x'.repeat(16 * 1024 * 1024 + 1));
    expect(await codes).toEqual([1003, 1009]);
  });

  test('tells every window what happened, and progress only to the one that called', async () => {
    core.on('import.encodings', async (_input, options) => {
      options.onProgress?.(1, 2, 'a.docx');
      return [];
    });
    const [one, two] = [await window(), await window()];
    const heard: CoreEvent[][] = [[], []];
    one.transport.subscribe((event) => heard[0]?.push(event));
    two.transport.subscribe((event) => heard[1]?.push(event));
    const progress = vi.fn<(done: number, total: number, label: string) => void>();
    await one.transport.call('import.encodings', {}, { onProgress: progress });
    core.emit({ type: 'settings' });
    await vi.waitFor(() => expect(heard).toEqual([[{ type: 'settings' }], [{ type: 'settings' }]]));
    expect(progress.mock.calls).toEqual([[1, 2, 'a.docx']]);
  });

  test('cancels a call when the window asks', async () => {
    core.on('import.encodings', untilAborted);
    const { transport } = await window();
    const abort = new AbortController();
    const answer = transport.call('import.encodings', {}, { signal: abort.signal });
    await vi.waitFor(() => expect(core.calls).toHaveLength(1));
    abort.abort();
    expect(await answer).toEqual({ ok: true, value: 'stopped' });
  });

  test('stops what a window that left had asked, but never a command', async () => {
    const stopped: string[] = [];
    core.on('import.encodings', async (_input, options) => {
      await untilAborted(_input, options);
      stopped.push('task');
    });
    core.on('codings.create', async (_input, options) => {
      await sleep(80);
      stopped.push(options.signal?.aborted === true ? 'stopped command' : 'finished command');
    });
    const { socket, transport } = await window();
    void transport.call('import.encodings', {});
    void transport.call('codings.create', {});
    await vi.waitFor(() => expect(core.calls).toHaveLength(2));
    socket.terminate();
    await vi.waitFor(() => expect(stopped).toEqual(['task', 'finished command']));
  });

  test('says goodbye when it ends, and hears the core no more', async () => {
    const { socket } = await window();
    const closed = closeCode(socket);
    await server.close();
    expect(await closed).toBe(1001);
    expect(core.listeners).toBe(0);
  });
});

test('says when nobody has been there for a while, but not before anybody was', async () => {
  const onIdle = vi.fn<() => void>();
  const watched = await startLoopback({ core, port: 0, rendererDir, idleMs: 60, onIdle });
  await sleep(150);
  expect(onIdle).not.toHaveBeenCalled();
  const first = await connect(watched);
  const second = await connect(watched);
  first.close();
  await sleep(150);
  expect(onIdle).not.toHaveBeenCalled();
  second.close();
  await sleep(30);
  const third = await connect(watched);
  await sleep(120);
  expect(onIdle).not.toHaveBeenCalled();
  third.close();
  await vi.waitFor(() => expect(onIdle).toHaveBeenCalledOnce());
  await watched.close();
});

test('a port that is taken is said', async () => {
  await expect(startLoopback({ core, port: server.port, rendererDir })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

function untilAborted(_input: unknown, options: { readonly signal?: AbortSignal }): Promise<string> {
  return new Promise((done) => options.signal?.addEventListener('abort', () => done('stopped')));
}

function nextMessage(socket: WebSocket): Promise<unknown> {
  return new Promise((done) => socket.once('message', (data) => done(JSON.parse(textOf(data)))));
}

function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((done) => socket.once('close', done));
}
