import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installedElectron, obstacle } from '../../scripts/lib/electron-binary.mjs';
import type { DesktopBridge } from '../../renderer/desktop-bridge.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const program = obstacle() === null ? installedElectron() : null;

declare const window: { readonly repere?: DesktopBridge; open(address: string): unknown };

/** On a machine that has Electron's program and a display; elsewhere it is left out, and said so. */
describe.skipIf(program === null)('the desktop program on a real Electron', () => {
  let folder: string;
  let desktop: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'repere-desktop-'));
    desktop = await _electron.launch({
      executablePath: program ?? '',
      args: [ROOT],
      env: { ...stringsOf(process.env), REPERE_DATA_DIR: folder, REPERE_DOCUMENTS_DIR: folder },
    });
    page = await desktop.firstWindow();
  });
  afterAll(async () => {
    await desktop?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('opens its window, and carries calls to the core and back', async () => {
    expect(page.url()).toBe('app://repere/index.html');
    const path = join(folder, 'a.repere');
    const answer = await page.evaluate(
      (file) =>
        window.repere?.invoke({
          type: 'call',
          id: 1_000_001,
          name: 'project.create',
          input: { path: file },
          locale: 'fr',
        }),
      path,
    );
    expect(answer).toMatchObject({ ok: true, value: { path, name: 'a' } });
  });

  test('has no way out', async () => {
    const reached = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => true,
        () => false,
      ),
    );
    expect(reached).toBe(false);
    await expect.poll(() => page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
    await expect.poll(() => page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
  });
});

function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
