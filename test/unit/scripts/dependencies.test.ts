import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installReason } from '../../../scripts/lib/dependencies.mjs';
import { fingerprint, isBuilt, STAMP } from '../../../scripts/lib/freshness.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'repere-deps-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: unknown): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('the dependencies are installed again', () => {
  const lock = (packages: object) =>
    write('package-lock.json', { packages: { '': { name: 'repere' }, ...packages } });
  const installed = (packages: object) => write('node_modules/.package-lock.json', { packages });

  test('when they are not there, or an install broke off', () => {
    lock({});
    expect(installReason(folder)).toMatch(/not installed/u);
    write('node_modules/a/package.json', {});
    expect(installReason(folder)).toMatch(/not installed/u);
  });

  test('when one is missing, or has another version', () => {
    lock({ 'node_modules/a': { version: '1.0.0' } });
    installed({});
    expect(installReason(folder)).toMatch(/changed/u);
    installed({ 'node_modules/a': { version: '1.0.1' } });
    expect(installReason(folder)).toMatch(/changed/u);
  });

  test('but not for packages of other platforms, nor for one too many', () => {
    lock({
      'node_modules/a': { version: '1.0.0' },
      'node_modules/mac': { version: '2.0.0', optional: true },
    });
    installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/mine': { version: '3.0.0' } });
    expect(installReason(folder)).toBeNull();
  });
});

describe('the program is built again', () => {
  test('when there is no build, and when a source was changed, added or removed', () => {
    write('src/a.ts', 'a');
    write('renderer/app/b.tsx', 'b');
    const dist = join(folder, 'dist');
    expect(isBuilt(fingerprint(folder), dist)).toBe(false);
    const stamp = () => write(`dist/${STAMP}`, fingerprint(folder));
    stamp();
    expect(isBuilt(fingerprint(folder), dist)).toBe(true);
    write('src/a.ts', 'changed');
    expect(isBuilt(fingerprint(folder), dist)).toBe(false);
    stamp();
    write('renderer/app/c.tsx', 'c');
    expect(isBuilt(fingerprint(folder), dist)).toBe(false);
    stamp();
    rmSync(join(folder, 'renderer/app/b.tsx'));
    expect(isBuilt(fingerprint(folder), dist)).toBe(false);
  });

  test('but not for a change of the tests', () => {
    write('src/a.ts', 'a');
    const before = fingerprint(folder);
    write('test/a.test.ts', 'a');
    expect(fingerprint(folder)).toBe(before);
  });
});
