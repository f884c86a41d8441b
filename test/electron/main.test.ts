import type { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FakeCore } from '../helpers/fake-core.ts';

/** Everything of Electron that the main process touches, noting in which order it does. */
const fake = vi.hoisted(() => ({
  steps: [] as string[],
  handlers: new Map<string, unknown>(),
  cores: [] as FakeCore[],
  windows: [] as { sent: unknown[]; webContents: object; emit(name: string, ...args: unknown[]): boolean }[],
  menus: [] as unknown[],
  boxes: [] as unknown[],
  app: null as unknown as EventEmitter,
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  const step =
    (name: string) =>
    (...args: unknown[]) =>
      void fake.steps.push([name, ...args.slice(0, 1).map(String)].join(' '));
  const app = Object.assign(new Emitter(), {
    setName: step('name'),
    setPath: step('path'),
    getPath: () => '/documents',
    enableSandbox: step('sandbox'),
    commandLine: { appendSwitch: () => undefined },
    requestSingleInstanceLock: () => fake.steps.push('lock') > 0,
    whenReady: async () => void fake.steps.push('ready'),
    isReady: () => true,
    isPackaged: false,
    getLocale: () => 'fr-FR',
    getPreferredSystemLanguages: () => ['fr-FR', 'en'],
    quit: step('quit'),
  });
  fake.app = app;
  class BrowserWindow extends Emitter {
    readonly sent: unknown[] = [];
    readonly webContents = Object.assign(new Emitter(), {
      send: (_name: string, event: unknown) => this.sent.push(event),
    });
    constructor() {
      super();
      fake.windows.push(this);
    }
    loadURL = async (address: string) => void fake.steps.push(`load ${address}`);
    isDestroyed = () => false;
    isFocused = () => true;
    isMinimized = () => false;
    focus = step('focus');
  }
  const session = {
    setPermissionRequestHandler: step('permissions'),
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
    setSpellCheckerEnabled: () => undefined,
    setProxy: async () => undefined,
    webRequest: { onBeforeRequest: () => undefined },
    protocol: { handle: step('serve') },
  };
  return {
    app,
    BrowserWindow,
    dialog: {
      showMessageBox: async (_window: unknown, box: unknown) => fake.boxes.push(box),
      showErrorBox: step('error'),
    },
    ipcMain: { handle: (name: string, handler: unknown) => fake.handlers.set(name, handler) },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => fake.menus.push(menu),
    },
    nativeTheme: Object.assign(new Emitter(), { themeSource: 'system', shouldUseDarkColors: false }),
    protocol: { registerSchemesAsPrivileged: step('scheme') },
    screen: { getAllDisplays: () => [] },
    webContents: { getFocusedWebContents: () => null },
    session: { defaultSession: session },
  };
});

vi.mock('../../src/host/worker-client.ts', async () => {
  const { FakeCore: Core } = await import('../helpers/fake-core.ts');
  return {
    startWorkerCore: async () => {
      const core = new Core().on('settings.app', async () => ({ theme: 'dark' }));
      fake.cores.push(core);
      return core;
    },
  };
});

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'repere-main-'));
  vi.stubEnv('REPERE_DATA_DIR', folder);
  await import('../../electron/main.ts');
  await vi.waitFor(() => expect(fake.steps.at(-1)).toMatch(/^load /u));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the desktop program', () => {
  test('shuts everything off before it shows anything', () => {
    const order = ['path userData', 'sandbox', 'scheme', 'lock', 'ready', 'permissions', 'serve app', 'load'];
    const at = order.map((name) => fake.steps.findIndex((step) => step.startsWith(name)));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
    expect(fake.steps.at(-1)).toBe('load app://repere/index.html');
    expect([...fake.handlers.keys()]).toEqual(['repere:call']);
  });

  test('takes the theme from the person’s settings, and follows them', async () => {
    const { nativeTheme } = await import('electron');
    expect(nativeTheme.themeSource).toBe('dark');
    fake.cores[0]?.on('settings.app', async () => ({ theme: 'light' })).emit({ type: 'settings' });
    await vi.waitFor(() => expect(nativeTheme.themeSource).toBe('light'));
  });

  test('hands a project named by a second start, or by the system, to its window', async () => {
    const { handlers, windows } = fake;
    const [first] = windows;
    const senderFrame = Object.assign(first?.webContents ?? {}, {
      mainFrame: { url: 'app://repere/index.html' },
    }).mainFrame;
    const handle = handlers.get('repere:call') as (event: object, message: object) => Promise<unknown>;
    expect(await handle({ sender: first?.webContents, senderFrame }, { type: 'open-path' })).toBeNull();
    fake.app.emit('second-instance', {}, ['repere', 'a.repere'], '/home/ada');
    await vi.waitFor(() =>
      expect(fake.windows[0]?.sent).toContainEqual({ type: 'open-path', path: '/home/ada/a.repere' }),
    );
    fake.app.emit('open-file', { preventDefault: () => undefined }, '/b.repere');
    await vi.waitFor(() => expect(fake.windows).toHaveLength(2));
  });

  test('starts a dead core again and says so', async () => {
    const before = fake.cores.length;
    fake.cores[0]?.emit({ type: 'lost', reason: 'exit 1' });
    await vi.waitFor(() => expect(fake.boxes).toMatchObject([{ type: 'warning', message: /relancer/u }]));
    expect(fake.cores).toHaveLength(before + 1);
  });

  test('ends with its last window, except on macOS', () => {
    const quits = () => fake.steps.filter((step) => step === 'quit').length;
    const before = quits();
    fake.app.emit('window-all-closed');
    expect(quits()).toBe(process.platform === 'darwin' ? before : before + 1);
  });
});
