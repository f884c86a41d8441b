import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Imports that the architecture forbids, by the file that would hold them, and what they bring. */
const FORBIDDEN: readonly (readonly [file: string, from: string])[] = [
  ['src/text/words.ts', '../database/connection.ts'],
  ['src/text/fold.ts', 'node:fs'],
  ['src/formats/docx.ts', '../codings/store.ts'],
  ['src/formats/text.ts', 'node:fs/promises'],
  ['src/formats/refi/write.ts', '../../database/connection.ts'],
  ['src/analysis/frequency.ts', '../codings/store.ts'],
  ['src/charts/hypotheses.ts', '../database/connection.ts'],
  ['src/codings/commands.ts', '../host/dispatch.ts'],
  ['src/codings/queries.ts', '../../renderer/main.tsx'],
  ['src/codings/sql.ts', 'better-sqlite3'],
  ['src/contract/contract.ts', '../codings/store.ts'],
  ['src/database/migrate.ts', '../project/store.ts'],
  ['src/cli/main.ts', '../codings/store.ts'],
  ['src/host/loopback.ts', '../../electron/main.ts'],
  ['renderer/features/coder/actions.ts', '../../../src/codings/store.ts'],
  ['renderer/features/coder/view.ts', '../../../src/codings/contract.ts'],
  ['renderer/app/files.ts', 'node:fs'],
  ['electron/main.ts', '../src/database/connection.ts'],
  ['electron/menu.ts', '../src/settings/contract.ts'],
];

/** And some that it allows. */
const ALLOWED: readonly (readonly [file: string, statement: string])[] = [
  ['src/analysis/queries.ts', "import { x } from '../codings/store.ts';"],
  ['src/formats/odt.ts', "import { x } from '../text/fold.ts';"],
  ['src/codings/handlers.ts', "import { x } from '../codebook/store.ts';"],
  ['src/codings/types.ts', "import type { x } from '../host/core.ts';"],
  ['renderer/features/coder/types.ts', "import type { x } from '../../../src/codings/contract.ts';"],
  ['renderer/features/coder/words.ts', "import { x } from '../../../src/text/words.ts';"],
  ['electron/ipc.ts', "import { x } from '../src/host/carrier.ts';"],
  ['electron/types.ts', "import type { x } from '../src/contract/wire.ts';"],
];

let folder: string;
let complaints: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'repere-lint-'));
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [file, from] of FORBIDDEN) write(file, `import { x } from '${from}';`);
  for (const [file, statement] of ALLOWED) write(file, statement.replace('import type', 'import type'));
  complaints = await lint();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(FORBIDDEN)('%s must not import %s', (file) => {
  expect(complaints).toContain(`${file}:`);
});

test.each(ALLOWED)('%s may: %s', (file) => {
  expect(complaints).not.toContain(`${file}:`);
});

function write(file: string, statement: string): void {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  const use = statement.startsWith('import type') ? 'export type Y = x;' : 'export const y = x;';
  writeFileSync(join(folder, file), `${statement}\n${use}\n`);
}

/** The lines of the linter about imports, with paths from the folder. */
async function lint(): Promise<string> {
  const args = [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '-A', 'all', '-f', 'unix'];
  const ran = promisify(execFile)(process.execPath, args, { cwd: folder });
  const output = await ran.then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
  return output
    .split('\n')
    .filter((line) => line.includes('no-restricted-imports'))
    .join('\n');
}
