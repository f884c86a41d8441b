import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

export interface CliPlace {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  remove(): void;
}

/** A folder of its own to run commands in, with the person's folders inside it. */
export function cliPlace(): CliPlace {
  const folder = mkdtempSync(join(tmpdir(), 'repere-cli-'));
  return {
    folder,
    env: {
      ...process.env,
      REPERE_DATA_DIR: join(folder, 'data'),
      REPERE_DOCUMENTS_DIR: folder,
      LANG: 'fr_FR.UTF-8',
      LC_ALL: '',
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a process of its own, as a person's script does. */
export function repere(place: CliPlace, args: readonly string[]): Promise<CliResult> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      { cwd: place.folder, env: place.env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        done({ code, stdout, stderr });
      },
    );
  });
}
