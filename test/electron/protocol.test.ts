import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Protocol, Session } from 'electron';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answer, isOurs, registerScheme, servePages } from '../../electron/protocol.ts';

let folder: string;
let rendererDir: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-app-'));
  rendererDir = join(folder, 'renderer');
  await mkdir(join(rendererDir, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html><html><head></head></html>');
  await writeFile(join(rendererDir, 'assets', 'a.css'), 'body{}');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const get = (address: string, method = 'GET') => answer(rendererDir, new Request(address, { method }));

describe('app://', () => {
  test('serves the window with the policy as a header', async () => {
    const page = await get('app://repere/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/unsafe|http|ws:|\*/u);
    const css = await get('app://repere/assets/a.css');
    expect([css.status, await css.text()]).toEqual([200, 'body{}']);
  });

  test.each([
    'app://repere/../secret.txt',
    'app://repere/..%2fsecret.txt',
    'app://repere/%2e%2e/secret.txt',
    'app://repere/assets/..%5c..%5csecret.txt',
    'app://repere/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    'app://repere//etc/passwd',
    'app://repere/assets',
    'app://repere/index.html%00',
    'app://evil/index.html',
    'app://repere:80/index.html',
  ])('%s leads nowhere', async (address) => {
    const page = await get(address);
    expect([page.status, await page.text()]).toEqual([404, '']);
  });

  test('takes no other methods', async () => {
    expect((await get('app://repere/', 'POST')).status).toBe(405);
    expect(await (await get('app://repere/', 'HEAD')).text()).toBe('');
  });

  test('is registered as a secure origin, with no other privilege', () => {
    const register = vi.fn<(schemes: unknown) => void>();
    registerScheme({ registerSchemesAsPrivileged: register } as unknown as Protocol);
    expect(register.mock.calls).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]],
    ]);
    const handle = vi.fn<(scheme: string) => void>();
    servePages({ protocol: { handle } } as unknown as Session, rendererDir);
    expect(handle.mock.calls.map(([scheme]) => scheme)).toEqual(['app']);
  });

  test('knows its own addresses from others', () => {
    expect(isOurs('app://repere/x')).toBe(true);
    for (const address of [
      'app://repere.evil/',
      'app://',
      'apps://repere/',
      'http://repere/',
      'x',
      'app://u@repere/',
    ]) {
      expect(isOurs(address), address).toBe(false);
    }
  });
});
