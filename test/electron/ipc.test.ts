import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { handleCalls, type Desk } from '../../electron/ipc.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, type ShellRequest } from '../../electron/messages.ts';
import { Carrier } from '../../src/host/carrier.ts';
import { FakeCore } from '../helpers/fake-core.ts';
import { electronDoor, FakeIpc, loadBridge } from '../helpers/electron-door.ts';
import type { Door } from '../helpers/loopback-door.ts';

const refused = /Refused/u;
const call = { type: 'call', id: 1, name: 'project.recent', input: {}, locale: 'fr' };

let core: FakeCore;
let ipc: FakeIpc;
let asked: ShellRequest[];

beforeEach(() => {
  core = new FakeCore().on('project.recent', async () => []);
  ipc = new FakeIpc();
  asked = [];
  const desk: Desk = {
    carrier: new Carrier(core, (event) => ipc.tell(event)),
    shell: async (request) => {
      asked.push(request);
      return ['/a.docx'];
    },
  };
  handleCalls(ipc.main, (sender) => (sender === ipc.sender ? desk : null));
});

describe('the one handler', () => {
  test('is the only one', () => {
    expect(ipc.channels).toEqual([CALL_CHANNEL]);
  });

  test('carries calls of our own page', async () => {
    expect(await ipc.invoke(CALL_CHANNEL, call)).toEqual({ ok: true, value: [] });
  });

  test.each([
    ['another origin', { senderFrame: { url: 'https://evil.example/' } }],
    ['a file', { senderFrame: { url: 'file:///index.html' } }],
    ['another host of our scheme', { senderFrame: { url: 'app://evil/index.html' } }],
    ['a name that only looks like ours', { senderFrame: { url: 'app://repere.evil/index.html' } }],
    ['a frame inside our page', { senderFrame: { url: 'app://repere/index.html' } }],
    ['a frame that is gone', { senderFrame: null }],
    ['a window that is not ours', { sender: { mainFrame: null } }],
  ])('refuses %s', async (_who, event) => {
    await expect(ipc.invoke(CALL_CHANNEL, call, event)).rejects.toThrow(refused);
    expect(core.calls).toEqual([]);
  });

  test('refuses our page when it was led elsewhere', async () => {
    ipc.frame.url = 'https://evil.example/';
    await expect(ipc.invoke(CALL_CHANNEL, call)).rejects.toThrow(refused);
  });

  test('answers calls that do not exist with an error, and does not ask the core', async () => {
    const answer = await ipc.invoke(CALL_CHANNEL, { ...call, name: 'constructor' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'call.unknown' } });
    expect(core.calls).toEqual([]);
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'project.recent'],
    ['an unknown kind', { type: 'quit' }],
    ['a call with a field too many', { ...call, extra: 1 }],
    ['a dialog that does not exist', { type: 'pick-files', kind: 'system' }],
    ['a suggestion that is no text', { type: 'pick-save-path', suggested: 1, kind: 'csv' }],
  ])('refuses %s', async (_what, message) => {
    await expect(ipc.invoke(CALL_CHANNEL, message)).rejects.toThrow(refused);
    expect(asked).toEqual([]);
  });

  test('forwards what goes wrong as an answer', async () => {
    core.on('project.recent', () => Promise.reject(new Error('broken')));
    expect(await ipc.invoke(CALL_CHANNEL, call)).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await ipc.invoke(CALL_CHANNEL, { ...call, name: 'project.info' })).toMatchObject({
      ok: false,
      error: { code: 'project.none' },
    });
  });

  test('passes on what concerns the desktop itself', async () => {
    expect(await ipc.invoke(CALL_CHANNEL, { type: 'pick-files', kind: 'import' })).toEqual(['/a.docx']);
    expect(asked).toEqual([{ type: 'pick-files', kind: 'import' }]);
  });
});

describe('the bridge of the preload script', () => {
  test('uses the channels of the main process, and shows no way to any other', async () => {
    const bridge = await loadBridge(ipc);
    expect(await bridge.pickFiles('import')).toEqual(['/a.docx']);
    expect(await bridge.invoke({ ...call, type: 'call', locale: 'fr' })).toEqual({ ok: true, value: [] });
    const heard = vi.fn<(event: unknown) => void>();
    const stop = bridge.onEvent(heard);
    expect(ipc.toWindow.eventNames()).toEqual([EVENT_CHANNEL]);
    ipc.tell({ type: 'settings' });
    stop();
    ipc.tell({ type: 'settings' });
    expect(heard.mock.calls).toEqual([[{ type: 'settings' }]]);
    expect(Object.keys(bridge).sort()).toEqual([
      'invoke',
      'onEvent',
      'onMenu',
      'onOpenPath',
      'openPath',
      'openWindow',
      'pathForFile',
      'pickFiles',
      'pickSavePath',
      'platform',
      'setMenuState',
    ]);
  });

  test('keeps the desktop’s events and the core’s apart', async () => {
    const bridge = await loadBridge(ipc);
    const [events, menu, paths] = [
      vi.fn<(x: unknown) => void>(),
      vi.fn<(x: unknown) => void>(),
      vi.fn<(x: unknown) => void>(),
    ];
    bridge.onEvent(events);
    bridge.onMenu?.(menu);
    bridge.onOpenPath?.(paths);
    ipc.tell({ type: 'menu', action: 'undo' });
    ipc.tell({ type: 'open-path', path: '/p.repere' });
    ipc.tell({ type: 'project', path: null });
    expect(events.mock.calls).toEqual([[{ type: 'project', path: null }]]);
    expect(menu.mock.calls).toEqual([['undo']]);
    expect(paths.mock.calls).toEqual([['/p.repere']]);
  });
});

describe('a call through preload, handler and carrier', () => {
  let door: Door;

  beforeEach(async () => {
    door = await electronDoor(core);
  });
  afterEach(() => door.close());

  test('reports its progress and can be cancelled', async () => {
    core.on('import.encodings', async (_input, options) => {
      options.onProgress?.(1, 3, 'a.txt');
      await new Promise<void>((done) => options.signal?.addEventListener('abort', () => done()));
      return [];
    });
    const progress = vi.fn<(done: number, total: number, label: string) => void>();
    const abort = new AbortController();
    const answer = door.transport.call(
      'import.encodings',
      {},
      { onProgress: progress, signal: abort.signal },
    );
    await vi.waitFor(() => expect(progress).toHaveBeenCalledWith(1, 3, 'a.txt'));
    abort.abort();
    expect(await answer).toEqual({ ok: true, value: [] });
  });
});
