import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pack, runNode, type Packed } from './pack.ts';

const MEGABYTE = 1024 * 1024;
/** What a bundle takes from outside: `from "x";`, `import "x";`, `import("x")`, `require("x")`. */
const IMPORTS =
  /(?:^(?:import|export) (?:[^'"\n]* from )?|\b(?:import|require)\()["']([^"'./$][^"']*)["']/gmu;
/** Comments tell types by `import("x")` of packages that the code itself does not take. */
const COMMENT_LINES = /^\s*\/?\*.*$/gmu;
const SYSTEM = `linux-${process.arch}`;

let packed: Packed;

beforeAll(async () => {
  packed = await pack();
});
afterAll(() => packed.remove());

const inside = (path: string) => join(packed.extracted, path);
const filesUnder = (folder: string) => packed.entries.filter((path) => path.startsWith(`${folder}/`));

describe('the package', () => {
  test('holds the program that its manifest names, and its preload script', () => {
    const manifest = JSON.parse(readFileSync(inside('package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: 'repere', main: 'dist/electron/main.js', type: 'module' });
    expect(manifest['devDependencies']).toBeUndefined();
    expect(packed.entries).toEqual(
      expect.arrayContaining([
        'dist/electron/main.js',
        'dist/electron/preload.cjs',
        'dist/node/cli.js',
        'dist/node/serve.js',
        'dist/node/worker.js',
        'dist/node/overseer.js',
        'dist/node/reader.js',
        'dist/renderer/index.html',
      ]),
    );
  });

  test('holds the schema and the sample study', () => {
    expect(packed.entries).toContain('migrations/0001_initial.sql');
    const interviews = filesUnder('fixtures/sample-study').filter((path) => path.endsWith('.docx'));
    expect(interviews).toHaveLength(8);
  });

  test('holds nothing else', () => {
    const tops = new Set(packed.entries.map((path) => path.split('/')[0]));
    expect([...tops].toSorted()).toEqual(['dist', 'fixtures', 'migrations', 'node_modules', 'package.json']);
    const modules = filesUnder('node_modules').map(
      (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1],
    );
    expect([...new Set(modules)].filter((name) => name !== '@napi-rs').toSorted()).toEqual([
      '@napi-rs/canvas',
      `@napi-rs/canvas-${SYSTEM}-gnu`,
      'better-sqlite3',
    ]);
    expect(packed.entries.filter((path) => /\.(?:ts|tsx|map|c|cc|cpp|h|gyp)$/u.test(path))).toEqual([]);
  });

  test('holds the native code of this system only, outside the archive', () => {
    const native = packed.entries.filter((path) => path.endsWith('.node'));
    expect(native.toSorted()).toEqual([
      `node_modules/@napi-rs/canvas-${SYSTEM}-gnu/skia.${SYSTEM}-gnu.node`,
      `node_modules/better-sqlite3/prebuilds/${SYSTEM}.node`,
    ]);
    const beside = readdirSync(`${packed.archive}.unpacked`, { recursive: true, withFileTypes: true });
    expect(
      beside
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([`${SYSTEM}.node`, `skia.${SYSTEM}-gnu.node`]);
  });

  test('is small', () => {
    expect(statSync(packed.archive).size).toBeLessThan(12 * MEGABYTE);
    const native = packed.entries
      .filter((path) => path.endsWith('.node'))
      .map((path) => statSync(inside(path)).size);
    expect(native.reduce((total, size) => total + size, 0)).toBeLessThan(50 * MEGABYTE);
  });

  test('sets the fuses', async () => {
    const fuses = await getCurrentFuseWire(packed.program);
    expect(fuses[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(fuses[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
    expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
    expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
    expect(fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE);
    expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
    expect(fuses[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE);
  });
});

describe('what is bundled', () => {
  const bundles = () =>
    [...filesUnder('dist/node'), ...filesUnder('dist/electron')].filter((path) => /\.c?js$/u.test(path));

  test('needs Node, Electron and the two native packages, and nothing else', () => {
    const wanted = new Set<string>();
    for (const path of bundles()) {
      const code = readFileSync(inside(path), 'utf8').replace(COMMENT_LINES, '');
      for (const [, name] of code.matchAll(IMPORTS)) wanted.add(name ?? '');
    }
    const known = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
    expect([...wanted].filter((name) => !known.has(name)).toSorted()).toEqual([
      '@napi-rs/canvas',
      'better-sqlite3',
      'electron',
    ]);
  });

  test('asks for Electron only on the desktop', () => {
    const asking = bundles().filter((path) =>
      /(?:from|require\()\s*"electron"/u.test(readFileSync(inside(path), 'utf8')),
    );
    expect(asking.toSorted()).toEqual(['dist/electron/main.js', 'dist/electron/preload.cjs']);
  });

  test('has a preload script that is one CommonJS file', () => {
    const source = readFileSync(inside('dist/electron/preload.cjs'), 'utf8');
    expect(source).not.toMatch(/^\s*(?:import|export)\b/mu);
    expect([...source.matchAll(/require\("([^"]+)"\)/gu)].map(([, name]) => name)).toEqual(['electron']);
  });

  test('has pages that come with all they need', () => {
    const page = readFileSync(inside('dist/renderer/index.html'), 'utf8');
    expect(page).not.toMatch(/https?:\/\//u);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/u);
    for (const [, path] of page.matchAll(/(?:src|href)="\.\/([^"]+)"/gu)) {
      expect(packed.entries).toContain(`dist/renderer/${path}`);
    }
  });
});

describe('the packed core, on plain Node', () => {
  const repere = (...args: string[]) =>
    runNode([inside('dist/node/cli.js'), ...args], packed.folder, {
      REPERE_DATA_DIR: join(packed.folder, 'data'),
      REPERE_DOCUMENTS_DIR: packed.folder,
    });

  test('makes the sample study and counts it', async () => {
    expect(await repere('sample', 'étude.repere')).toMatchObject({ code: 0 });
    const table = await repere('frequencies', 'étude.repere', '--format', 'csv');
    expect(table).toMatchObject({ code: 0, stderr: '' });
    expect(table.stdout).toMatch(/^\uFEFF?hypothesis,group,code,participants_n,participants_total,/u);
    expect(table.stdout.trim().split('\n')).toHaveLength(26);
  });

  test('reads a PDF', async () => {
    const pdf = join(import.meta.dirname, '../../fixtures/documents/une-colonne.pdf');
    expect(await repere('new', 'pdf.repere')).toMatchObject({ code: 0 });
    expect(await repere('import', 'pdf.repere', pdf)).toMatchObject({ code: 0 });
    const read = await repere('text', 'pdf.repere', '--document', 'une-colonne');
    expect(read).toMatchObject({ code: 0 });
    expect(read.stdout).toContain('Référent 1 : Au début, je n’avais pas d’informations');
  });

  test('draws a chart', async () => {
    const drawn = await repere(
      'chart',
      'étude.repere',
      '--what',
      'hypotheses',
      '--format',
      'png',
      '--out',
      'c.png',
    );
    expect(drawn).toMatchObject({ code: 0 });
    const head = readFileSync(join(packed.folder, 'c.png')).subarray(1, 4).toString('latin1');
    expect(head).toBe('PNG');
  });
});
