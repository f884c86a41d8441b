import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionLostError } from '../../../renderer/app/pending-calls.ts';
import type { Connection } from '../../../renderer/app/session.ts';
import { SocketTransport } from '../../../renderer/app/socket-transport.ts';
import type { CoreEvent } from '../../../src/contract/wire.ts';
import { FakeSocket } from './fake-socket.ts';

function setUp(serverAnswers = false) {
  const sockets: FakeSocket[] = [];
  const states: Connection[] = [];
  const transport = new SocketTransport({
    connect: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    locale: () => 'fr',
    onConnection: (state) => states.push(state),
    probe: async () => serverAnswers,
  });
  const last = (): FakeSocket => sockets.at(-1) ?? new FakeSocket();
  return { transport, sockets, states, last };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('calls over a socket', () => {
  it('wait until the first connection stands, then go in order, in the language of the window', async () => {
    const { transport, last, states } = setUp();
    const answer = transport.call('codes.list', {});
    void transport.call('documents.list', {});
    expect(last().sent).toEqual([]);
    last().open();
    expect(states).toEqual(['connected']);
    expect(last().messages).toMatchObject([
      { type: 'call', id: 1, name: 'codes.list', input: {}, locale: 'fr' },
      { type: 'call', id: 2, name: 'documents.list' },
    ]);
    last().say({ type: 'answer', id: 1, answer: { ok: true, value: [] } });
    await expect(answer).resolves.toEqual({ ok: true, value: [] });
  });

  it('get their own progress, and other events go to every listener', () => {
    const { transport, last } = setUp();
    last().open();
    const progress = vi.fn<(done: number, total: number, label: string) => void>();
    const heard: CoreEvent[] = [];
    transport.subscribe((event) => heard.push(event));
    void transport.call('import.inspect', { files: [] }, { onProgress: progress });
    last().say({ type: 'event', event: { type: 'progress', callId: 1, done: 2, total: 5, label: 'a.docx' } });
    last().say({ type: 'event', event: { type: 'settings' } });
    expect(progress).toHaveBeenCalledWith(2, 5, 'a.docx');
    expect(heard).toEqual([{ type: 'settings' }]);
  });

  it('can be cancelled: the core is told, and its answer still counts', async () => {
    const { transport, last } = setUp();
    last().open();
    const abort = new AbortController();
    const answer = transport.call('import.inspect', { files: [] }, { signal: abort.signal });
    abort.abort();
    expect(last().messages.at(-1)).toEqual({ type: 'cancel', id: 1 });
    const refused = { ok: false, error: { code: 'call.cancelled', message: '', details: {} } };
    last().say({ type: 'answer', id: 1, answer: refused });
    await expect(answer).resolves.toEqual(refused);
  });
});

describe('a lost connection', () => {
  it('rejects what had no answer, and everything asked until it is back', async () => {
    const { transport, last, states } = setUp();
    last().open();
    const before = transport.call('codes.list', {});
    last().drop();
    await expect(before).rejects.toThrow(ConnectionLostError);
    await expect(transport.call('codes.list', {})).rejects.toThrow(ConnectionLostError);
    expect(states).toEqual(['connected', 'lost']);
  });

  it('is made again with growing pauses, and calls go over the new one', async () => {
    const { transport, last, sockets, states } = setUp();
    last().open();
    last().drop();
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(250);
    expect(sockets).toHaveLength(2);
    last().drop();
    vi.advanceTimersByTime(499);
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(3);
    last().open();
    expect(states).toEqual(['connected', 'lost', 'connected']);
    const answer = transport.call('codes.list', {});
    last().say({ type: 'answer', id: 1, answer: { ok: true, value: ['new'] } });
    await expect(answer).resolves.toEqual({ ok: true, value: ['new'] });
  });

  it('waits five seconds at most', () => {
    const { last, sockets } = setUp();
    for (let attempt = 0; attempt < 12; attempt += 1) {
      last().drop();
      vi.advanceTimersByTime(5_000);
    }
    expect(sockets).toHaveLength(13);
  });

  it('is told apart from a token that is refused: the server answers, but not to us', async () => {
    const { last, states } = setUp(true);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      last().drop();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(states).toEqual(['lost', 'refused']);
  });

  it('does not hear a socket that was given up', () => {
    const { transport, sockets, states } = setUp();
    sockets[0]?.open();
    sockets[0]?.drop();
    transport.reconnect();
    sockets[1]?.open();
    sockets[0]?.drop();
    expect(states).toEqual(['connected', 'lost', 'connected']);
  });
});
