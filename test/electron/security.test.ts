import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { hardenContents, hardenProcess, hardenSession, mayLoad } from '../../electron/security.ts';
import { windowOptions } from '../../electron/window.ts';
import { DEFAULT_STATE } from '../../electron/window-state.ts';

describe('a window', () => {
  const options = (platform: NodeJS.Platform, dark = false) =>
    windowOptions({ platform, dark, state: DEFAULT_STATE, preload: '/preload.cjs', devTools: false });

  test('is shut off from Node and from the machine', () => {
    expect(options('linux').webPreferences).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: false,
    });
  });

  test('leaves its title bar to the page, with the system’s own buttons', () => {
    expect(options('darwin')).toMatchObject({ titleBarStyle: 'hidden', trafficLightPosition: { x: 16 } });
    expect(options('darwin')).not.toHaveProperty('titleBarOverlay');
    for (const platform of ['win32', 'linux'] as const) {
      expect(options(platform, true)).toMatchObject({
        titleBarStyle: 'hidden',
        titleBarOverlay: { height: 44, color: '#111316' },
      });
    }
    expect(options('win32')).toMatchObject({ minWidth: 1100, minHeight: 700, show: false });
  });

  test('goes nowhere, opens nothing, holds nothing', () => {
    const contents = new EventEmitter() as unknown as WebContents & EventEmitter;
    const opening = vi.fn<(handler: () => unknown) => void>();
    Object.assign(contents, { setWindowOpenHandler: opening });
    hardenContents(contents);
    const prevented = (name: string, url: string) => {
      const event = { url, preventDefault: vi.fn<() => void>() };
      contents.emit(name, event);
      return event.preventDefault.mock.calls.length > 0;
    };
    for (const name of ['will-navigate', 'will-frame-navigate']) {
      expect(prevented(name, 'https://evil.example/')).toBe(true);
      expect(prevented(name, 'file:///etc/passwd')).toBe(true);
      expect(prevented(name, 'app://repere/index.html')).toBe(false);
    }
    expect(prevented('will-redirect', 'app://repere/index.html')).toBe(true);
    expect(prevented('will-attach-webview', 'app://repere/index.html')).toBe(true);
    expect(opening.mock.calls[0]?.[0]()).toEqual({ action: 'deny' });
  });
});

describe('the session', () => {
  test('loads its own files only', () => {
    for (const address of ['app://repere/assets/a.js', 'blob:app://repere/123', 'data:image/png;base64,x']) {
      expect(mayLoad(address), address).toBe(true);
    }
    for (const address of [
      'https://example.org/',
      'http://127.0.0.1:80/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'blob:https://evil.example/1',
      'app://evil/',
      'chrome://gpu',
    ]) {
      expect(mayLoad(address), address).toBe(false);
    }
  });

  test('gives no permission but to copy, and only to our page', () => {
    const parts = {
      setPermissionRequestHandler: vi.fn<(handler: PermissionRequest) => void>(),
      setPermissionCheckHandler: vi.fn<(handler: PermissionCheck) => void>(),
      setDevicePermissionHandler: vi.fn<(handler: () => boolean) => void>(),
      setDisplayMediaRequestHandler: vi.fn<() => void>(),
      setSpellCheckerEnabled: vi.fn<(on: boolean) => void>(),
      setProxy: vi.fn<() => Promise<void>>(() => Promise.resolve()),
      webRequest: { onBeforeRequest: vi.fn<(handler: Filter) => void>() },
    };
    hardenSession(parts as unknown as Session);
    const request = parts.setPermissionRequestHandler.mock.calls[0]?.[0];
    const check = parts.setPermissionCheckHandler.mock.calls[0]?.[0];
    const asked = (permission: string, url: string) => {
      let given: boolean | null = null;
      request?.({ getURL: () => url }, permission, (yes) => (given = yes));
      return given;
    };
    expect(asked('clipboard-sanitized-write', 'app://repere/index.html')).toBe(true);
    expect(asked('clipboard-sanitized-write', 'https://evil.example/')).toBe(false);
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'fileSystem',
      'clipboard-read',
    ]) {
      expect(asked(permission, 'app://repere/index.html'), permission).toBe(false);
      expect(check?.(null, permission, 'app://repere'), permission).toBe(false);
    }
    expect(check?.(null, 'clipboard-sanitized-write', 'app://repere')).toBe(true);
    expect(parts.setDevicePermissionHandler.mock.calls[0]?.[0]()).toBe(false);
    expect(parts.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
    const decided = vi.fn<(decision: unknown) => void>();
    parts.webRequest.onBeforeRequest.mock.calls[0]?.[0]({ url: 'https://example.org/' }, decided);
    expect(decided).toHaveBeenCalledWith({ cancel: true });
  });

  type PermissionRequest = (
    contents: { getURL(): string },
    permission: string,
    decide: (yes: boolean) => void,
  ) => void;
  type PermissionCheck = (contents: null, permission: string, origin: string) => boolean;
  type Filter = (details: { url: string }, decide: (decision: unknown) => void) => void;
});

test('the process looks up no names, and runs no services of Chromium’s own', () => {
  const switches = new Map<string, string | undefined>();
  const enableSandbox = vi.fn<() => void>();
  const appendSwitch = (name: string, value?: string) => switches.set(name, value);
  hardenProcess({ enableSandbox, commandLine: { appendSwitch } } as unknown as App);
  expect(enableSandbox).toHaveBeenCalledOnce();
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  expect([...switches.keys()]).toContain('disable-background-networking');
});
