import type { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { projectOf } from '../../electron/arguments.ts';
import type { ProjectWindow, ProjectWindowSetup } from '../../electron/project-window.ts';
import { ProjectWindows } from '../../electron/project-windows.ts';
import { DEFAULT_STATE, readWindowState, shifted } from '../../electron/window-state.ts';
import { superviseCore, type SupervisedCore } from '../../src/host/supervised-core.ts';
import { FakeCore } from '../helpers/fake-core.ts';

/** What stands for Electron's window: it notes what is done to it. */
const made = vi.hoisted(() => ({ windows: [] as FakeBrowserWindow[], saveTo: '', files: ['/a.docx'] }));

interface FakeBrowserWindow extends EventEmitter {
  readonly sent: unknown[];
  readonly done: string[];
  readonly webContents: EventEmitter & { mainFrame: object };
  loaded: string;
}

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class BrowserWindow extends Emitter {
    readonly sent: unknown[] = [];
    readonly done: string[] = [];
    readonly webContents = Object.assign(new Emitter(), {
      mainFrame: {},
      send: (_channel: string, event: unknown) => this.sent.push(event),
    });
    loaded = '';
    constructor() {
      super();
      made.windows.push(this);
    }
    async loadURL(address: string) {
      this.loaded = address;
    }
    isDestroyed = () => this.done.includes('destroy');
    isFocused = () => false;
    isMinimized = () => false;
    isMaximized = () => false;
    getNormalBounds = () => ({ x: 10, y: 20, width: 1200, height: 800 });
    setTitleBarOverlay = () => void this.done.push('overlay');
    show = () => void this.done.push('show');
    focus = () => void this.done.push('focus');
    maximize = () => void this.done.push('maximize');
    restore = () => undefined;
    reload = () => void this.done.push('reload');
    destroy = () => {
      this.done.push('destroy');
      this.emit('closed');
    };
  }
  return {
    BrowserWindow,
    nativeTheme: { shouldUseDarkColors: true },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    dialog: {
      showOpenDialog: async () => ({ canceled: made.files.length === 0, filePaths: made.files }),
      showSaveDialog: async (_window: unknown, options: { defaultPath: string }) => {
        made.saveTo = options.defaultPath;
        return { canceled: false, filePath: options.defaultPath };
      },
    },
  };
});

let folder: string;
let cores: FakeCore[];
let windows: ProjectWindows;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'repere-windows-'));
  cores = [];
  made.windows.length = 0;
  windows = new ProjectWindows(open);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(path: string | null, shared: SupervisedCore | null): Promise<ProjectWindow> {
  const { ProjectWindow: Window } = await import('../../electron/project-window.ts');
  const core = shared ?? (await startCore());
  const setup: ProjectWindowSetup = {
    core,
    path,
    locale: 'fr',
    documentsDir: '/home/ada/Documents',
    stateFile: join(folder, 'window.json'),
    devTools: false,
    onMenuState: () => undefined,
    openBeside: () => void windows.add(null, core),
    isShared: () => windows.on(core).some((other) => other !== window && !other.isLeaving),
    offset: windows.all.length * 28,
  };
  const window: ProjectWindow = new Window(setup);
  return window;
}

async function startCore(): Promise<SupervisedCore> {
  const core = new FakeCore();
  cores.push(core);
  return superviseCore({ start: async () => core });
}

function browser(index: number): FakeBrowserWindow {
  const found = made.windows[index];
  if (found === undefined) throw new Error(`no window ${index}`);
  return found;
}

describe('windows', () => {
  test('show the start page, and come up when it is ready', async () => {
    await windows.add(null);
    expect(browser(0).loaded).toBe('app://repere/index.html');
    expect(browser(0).done).toEqual([]);
    browser(0).emit('ready-to-show');
    expect(browser(0).done).toEqual(['show']);
  });

  test('are told what their core does, except the progress of others', async () => {
    await windows.add(null);
    cores[0]?.emit({ type: 'settings' });
    cores[0]?.emit({ type: 'progress', callId: 1, done: 1, total: 2, label: '' });
    expect(browser(0).sent).toEqual([{ type: 'settings' }]);
  });

  test('open a project that the system names: at start, when asked once', async () => {
    await windows.add('/p.repere');
    const [window] = windows.all;
    expect(await window?.shell({ type: 'open-path' })).toBe('/p.repere');
    expect(await window?.shell({ type: 'open-path' })).toBeNull();
  });

  test('keep a project that is named while their page still loads', async () => {
    await windows.add(null);
    await windows.show('/early.repere');
    expect(browser(0).sent).toEqual([]);
    expect(await windows.all[0]?.shell({ type: 'open-path' })).toBe('/early.repere');
  });

  test('hold one project each', async () => {
    await windows.add(null);
    await windows.all[0]?.shell({ type: 'open-path' });
    await windows.show('/a.repere');
    expect(browser(0).sent).toEqual([{ type: 'open-path', path: '/a.repere' }]);
    await windows.show('/b.repere');
    expect(made.windows).toHaveLength(2);
    cores[0]?.emit({ type: 'project', path: '/a.repere' });
    await windows.show('/a.repere');
    expect(browser(0).done.filter((what) => what === 'focus')).toHaveLength(2);
    expect(made.windows).toHaveLength(2);
  });

  test('go only when the core has closed the project, and remember their place', async () => {
    await windows.add(null);
    const [core] = cores;
    let finish = (): void => undefined;
    vi.spyOn(core ?? new FakeCore(), 'close').mockReturnValue(new Promise((done) => (finish = done)));
    const event = { preventDefault: vi.fn<() => void>() };
    browser(0).emit('close', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(core?.close).toHaveBeenCalled());
    expect(browser(0).done).toEqual([]);
    finish();
    await vi.waitFor(() => expect(browser(0).done).toEqual(['destroy']));
    expect(windows.all).toEqual([]);
    const saved: unknown = JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'));
    expect(saved).toEqual({ bounds: { x: 10, y: 20, width: 1200, height: 800 }, maximised: false });
  });

  test('show one project twice: both hear of it, and its core goes with the last of them', async () => {
    await windows.add(null);
    cores[0]?.emit({ type: 'project', path: '/a.repere' });
    await windows.all[0]?.shell({ type: 'new-window' });
    await vi.waitFor(() => expect(made.windows).toHaveLength(2));
    expect(cores).toHaveLength(1);
    cores[0]?.emit({ type: 'settings' });
    expect(browser(0).sent.at(-1)).toEqual({ type: 'settings' });
    expect(browser(1).sent).toEqual([{ type: 'settings' }]);
    browser(0).emit('close', { preventDefault: () => undefined });
    await vi.waitFor(() => expect(browser(0).done).toContain('destroy'));
    expect(cores[0]?.closed).toBe(false);
    browser(1).emit('close', { preventDefault: () => undefined });
    await vi.waitFor(() => expect(browser(1).done).toContain('destroy'));
    expect(cores[0]?.closed).toBe(true);
  });

  test('close their project also when both go at once', async () => {
    await windows.add(null);
    await windows.all[0]?.shell({ type: 'new-window' });
    await vi.waitFor(() => expect(made.windows).toHaveLength(2));
    for (const index of [0, 1]) browser(index).emit('close', { preventDefault: () => undefined });
    await vi.waitFor(() => expect(windows.all).toEqual([]));
    expect(cores[0]?.closed).toBe(true);
  });

  test('come back when their page dies', async () => {
    await windows.add(null);
    browser(0).webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(browser(0).done).toEqual(['reload']);
  });

  test('ask the system for files and places, never with a path in a suggested name', async () => {
    await windows.add(null);
    const [window] = windows.all;
    expect(await window?.shell({ type: 'pick-files', kind: 'import' })).toEqual(['/a.docx']);
    const asked = { type: 'pick-save-path', suggested: '../../x: y?.csv', kind: 'csv' } as const;
    await window?.shell(asked);
    expect(made.saveTo).toBe(join('/home/ada/Documents', 'x- y-.csv'));
    await window?.shell({ type: 'pick-save-path', suggested: '/mnt/étude.repere', kind: 'project' });
    expect(made.saveTo).toBe('/mnt/étude.repere');
  });

  test('are known by the page that sends', async () => {
    await windows.add(null);
    const sender = browser(0).webContents as unknown as Parameters<ProjectWindows['of']>[0];
    expect(windows.of(sender)).toBe(windows.all[0]);
    expect(windows.of({} as Parameters<ProjectWindows['of']>[0])).toBeNull();
  });
});

describe('the place of a window', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];

  test('is the default when nothing, or nonsense, is known', () => {
    expect(readWindowState(join(folder, 'none.json'), screens)).toEqual(DEFAULT_STATE);
  });

  test('is a little further down and right beside another, unless the system chooses', () => {
    const there = { bounds: { x: 10, y: 20, width: 1200, height: 800 }, maximised: true };
    expect(shifted(there, 28)).toEqual({ bounds: { ...there.bounds, x: 38, y: 48 }, maximised: false });
    expect(shifted(there, 0)).toEqual(there);
    expect(shifted(DEFAULT_STATE, 28)).toEqual(DEFAULT_STATE);
  });

  test('is forgotten when its screen is gone', async () => {
    await windows.add(null);
    browser(0).emit('close', { preventDefault: () => undefined });
    await vi.waitFor(() => expect(browser(0).done).toContain('destroy'));
    const file = join(folder, 'window.json');
    expect(readWindowState(file, screens).bounds).toMatchObject({ x: 10, width: 1200 });
    expect(readWindowState(file, [{ x: 3000, y: 0, width: 800, height: 600 }])).toEqual(DEFAULT_STATE);
  });
});

describe('the command line of the desktop', () => {
  test('names a project, relative to where it was given', () => {
    expect(projectOf(['repere', 'a.repere'], '/home/ada')).toBe('/home/ada/a.repere');
    expect(projectOf(['electron', '.', '--flag', '/x/É.REPERE'], '/home/ada')).toBe('/x/É.REPERE');
    expect(projectOf(['/opt/x.repere'], '/')).toBeNull();
    expect(projectOf(['repere', '--x.repere', 'notes.txt'], '/')).toBeNull();
  });
});
