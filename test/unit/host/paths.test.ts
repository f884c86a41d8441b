import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dataDir, documentsDir, readerScripts, resourcesDir, workerScript } from '../../../src/host/paths.ts';
import { systemLocale } from '../../../src/host/system-locale.ts';

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'repere-home-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('the folder of this person’s data', () => {
  test('is where each system keeps such things', () => {
    expect(dataDir({ platform: 'linux', env: {}, home })).toBe(join(home, '.config', 'repere'));
    expect(dataDir({ platform: 'linux', env: { XDG_CONFIG_HOME: '/x' }, home })).toBe('/x/repere');
    expect(dataDir({ platform: 'linux', env: { XDG_CONFIG_HOME: 'relative' }, home })).toBe(
      join(home, '.config', 'repere'),
    );
    expect(dataDir({ platform: 'darwin', env: {}, home })).toBe(
      join(home, 'Library', 'Application Support', 'Repère'),
    );
    expect(dataDir({ platform: 'win32', env: { APPDATA: '/app' }, home })).toBe('/app/Repère');
  });

  test('can be chosen', () => {
    expect(dataDir({ platform: 'darwin', env: { REPERE_DATA_DIR: '/mine' }, home })).toBe('/mine');
    expect(dataDir({ platform: 'linux', env: { REPERE_DATA_DIR: '' }, home })).toBe(
      join(home, '.config', 'repere'),
    );
  });
});

describe('the folder of this person’s documents', () => {
  test('is the one the desktop names, else Documents, else home', () => {
    const machine = { platform: 'linux', env: {}, home } as const;
    expect(documentsDir(machine)).toBe(home);
    mkdirSync(join(home, 'Documents'));
    expect(documentsDir(machine)).toBe(join(home, 'Documents'));
    mkdirSync(join(home, '.config'));
    mkdirSync(join(home, 'Mes documents'));
    const names = '# a comment\nXDG_DESKTOP_DIR="$HOME/Bureau"\nXDG_DOCUMENTS_DIR="$HOME/Mes documents"\n';
    writeFileSync(join(home, '.config', 'user-dirs.dirs'), names);
    expect(documentsDir(machine)).toBe(join(home, 'Mes documents'));
    expect(documentsDir({ ...machine, env: { REPERE_DOCUMENTS_DIR: '/mine' } })).toBe('/mine');
  });
});

describe('what came with the program', () => {
  test('is found upwards, past packages that are not ours', () => {
    const inner = join(home, 'app.asar', 'node_modules', 'other', 'lib');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(home, 'app.asar', 'package.json'), '{"name":"repere"}');
    writeFileSync(join(home, 'app.asar', 'node_modules', 'other', 'package.json'), '{"name":"other"}');
    expect(resourcesDir(pathToFileURL(join(inner, 'x.js')).href)).toBe(join(home, 'app.asar'));
    expect(resourcesDir()).toBe(resolve(import.meta.dirname, '../../..'));
  });

  test('has the script of the core’s thread, from the sources or as built', () => {
    const root = resolve(import.meta.dirname, '../../..');
    expect(workerScript()).toBe(join(root, 'src', 'host', 'worker.ts'));
    const chunk = pathToFileURL(join(root, 'dist', 'node', 'chunks', 'x.js')).href;
    expect(workerScript(chunk)).toBe(join(root, 'dist', 'node', 'worker.js'));
    expect(readerScripts().reader).toBe(join(root, 'src', 'readers', 'reader.ts'));
    expect(readerScripts(chunk)).toEqual({
      overseer: join(root, 'dist', 'node', 'overseer.js'),
      reader: join(root, 'dist', 'node', 'reader.js'),
    });
  });
});

test('the language is the one of the session', () => {
  expect(systemLocale({ LANG: 'fr_CA.UTF-8' })).toBe('fr');
  expect(systemLocale({ LC_ALL: 'C', LANG: 'fr_FR.UTF-8' })).toBe('en');
  expect(systemLocale({ LC_ALL: '', LANG: 'fr_FR.UTF-8' })).toBe('fr');
});
