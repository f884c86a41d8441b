import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { loadMigrations } from '../../src/database/migrate.ts';
import { Program } from '../e2e/window.ts';
import { writeSeededProject } from './seeded-project.ts';

/** A window on the document of ARCHITECTURE 7, 1 MB with 20,000 codings, so many times; needs a build. */
export async function openLongProject(
  documents: number,
): Promise<{ readonly page: Page; readonly end: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'repere-long-'));
  const migrations = loadMigrations(join(resolve(import.meta.dirname, '../..'), 'migrations'));
  const path = join(folder, 'long.repere');
  writeSeededProject(path, migrations, {
    documents,
    characters: 1_000_000,
    codings: 20_000 * documents,
    codes: 500,
    seed: 3,
  });
  const program = new Program();
  await program.start(path);
  const page = await program.window();
  await page.getByRole('document', { name: /Transcription de/u }).waitFor();
  const end = async (): Promise<void> => {
    await program.end();
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, end };
}
