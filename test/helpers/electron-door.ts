import { EventEmitter } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IpcMain, WebContents } from 'electron';
import { vi } from 'vitest';
import { handleCalls, isForEveryWindow, type Desk } from '../../electron/ipc.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../electron/messages.ts';
import { START_PAGE } from '../../electron/protocol.ts';
import type { CallOptions, Transport } from '../../src/contract/client.ts';
import type { CoreEvent } from '../../src/contract/wire.ts';
import { Carrier } from '../../src/host/carrier.ts';
import type { Core } from '../../src/host/core.ts';
import type { Locale } from '../../src/settings/contract.ts';
import type { DesktopBridge } from '../../renderer/desktop-bridge.ts';
import type { Door } from './loopback-door.ts';

/** The two ends of Electron's message passing, without Electron: everything that crosses is cloned. */
export class FakeIpc {
  readonly #handlers = new Map<string, (event: unknown, message: unknown) => Promise<unknown>>();
  readonly toWindow = new EventEmitter();
  readonly frame = { url: START_PAGE };
  readonly sender = { mainFrame: this.frame } as unknown as WebContents;

  /** What the main process gets as `ipcMain`. */
  get main(): IpcMain {
    const handle = (channel: string, handler: (event: unknown, message: unknown) => Promise<unknown>) =>
      this.#handlers.set(channel, handler);
    return { handle } as unknown as IpcMain;
  }

  get channels(): readonly string[] {
    return [...this.#handlers.keys()];
  }

  /** Asks as the page of a window would; the event is what Electron says of the sender. */
  async invoke(channel: string, message: unknown, event: object = {}): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const sent: unknown = structuredClone(message);
    return structuredClone(await handler({ sender: this.sender, senderFrame: this.frame, ...event }, sent));
  }

  tell(event: unknown): void {
    this.toWindow.emit(EVENT_CHANNEL, {}, structuredClone(event));
  }
}

/** Runs the real preload script against the fake, and gives what it shows to the page. */
export async function loadBridge(ipc: FakeIpc): Promise<DesktopBridge> {
  const shown = new Map<string, unknown>();
  vi.doMock('electron', () => ({
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => shown.set(name, value) },
    ipcRenderer: {
      invoke: (channel: string, message: unknown) => ipc.invoke(channel, message),
      on: (channel: string, listener: () => void) => ipc.toWindow.on(channel, listener),
      off: (channel: string, listener: () => void) => ipc.toWindow.off(channel, listener),
    },
    webUtils: { getPathForFile: (file: { name: string }) => `/somewhere/${file.name}` },
  }));
  vi.resetModules();
  await import('../../electron/preload.ts');
  vi.doUnmock('electron');
  return shown.get('repere') as DesktopBridge;
}

/** The whole way of the desktop shell, without Electron: preload, handler, and what stands behind it. */
export async function electronDoor(core: Core, locale: Locale = 'fr'): Promise<Door> {
  const ipc = new FakeIpc();
  const carrier = new Carrier(core, (event) => ipc.tell(event));
  const unsubscribe = core.subscribe((event) => {
    if (isForEveryWindow(event)) ipc.tell(event);
  });
  const desk: Desk = { carrier, shell: () => Promise.resolve(null) };
  handleCalls(ipc.main, (sender) => (sender === ipc.sender ? desk : null));
  if (ipc.channels.join() !== CALL_CHANNEL) throw new Error('One handler, and one only');
  const bridge = await loadBridge(ipc);
  const folder = await mkdtemp(join(tmpdir(), 'repere-door-'));
  return {
    transport: bridgeTransport(bridge, locale),
    // The desktop reads files where they lie.
    stage: async (fileName, bytes) => {
      const path = join(folder, fileName);
      await writeFile(path, bytes);
      return { kind: 'path', path };
    },
    close: async () => {
      carrier.abandon();
      unsubscribe();
      await core.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function bridgeTransport(bridge: DesktopBridge, locale: Locale): Transport {
  let lastId = 0;
  const running = new Map<number, CallOptions>();
  const listeners = new Set<(event: CoreEvent) => void>();
  bridge.onEvent((event) => {
    if (event.type === 'progress')
      running.get(event.callId)?.onProgress?.(event.done, event.total, event.label);
    else for (const listener of listeners) listener(event);
  });
  return {
    call: async (name, input, options = {}) => {
      const id = ++lastId;
      running.set(id, options);
      const cancel = () => void bridge.invoke({ type: 'cancel', id });
      options.signal?.addEventListener('abort', cancel, { once: true });
      const answer = bridge.invoke({ type: 'call', id, name, input, locale });
      if (options.signal?.aborted === true) cancel();
      return answer.finally(() => running.delete(id));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
