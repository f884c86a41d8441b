import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReaderScripts } from '../readers/pool.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the places of a machine depend on; everything else than `env` is for tests. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Environment;
  readonly home: string;
}

/** Where the program finds what came with it, and keeps what is this person's. All absolute. */
export interface Places {
  /** Holds `package.json`, `migrations/`, `fixtures/sample-study/`, and what was built. */
  readonly resourcesDir: string;
  readonly dataDir: string;
  readonly documentsDir: string;
}

export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, home: homedir() };
}

export function findPlaces(machine: Machine = thisMachine()): Places {
  return {
    resourcesDir: resourcesDir(),
    dataDir: dataDir(machine),
    documentsDir: documentsDir(machine),
  };
}

/**
 * The folder whose `package.json` is this program's, looking upwards from this very file: the repository, an unpacked
 * package, or the inside of `app.asar`.
 */
export function resourcesDir(from: string = import.meta.url): string {
  let folder = dirname(fileURLToPath(from));
  while (!holdsProgram(folder)) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json of repere above ${fileURLToPath(from)}`);
    folder = parent;
  }
  return folder;
}

/** This person's folder for settings, recent projects and backups; `REPERE_DATA_DIR` overrides it. */
export function dataDir({ platform, env, home }: Machine): string {
  const chosen = env['REPERE_DATA_DIR'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  if (platform === 'win32')
    return join(absolute(env['APPDATA']) ?? join(home, 'AppData', 'Roaming'), 'Repère');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Repère');
  return join(absolute(env['XDG_CONFIG_HOME']) ?? join(home, '.config'), 'repere');
}

/** This person's documents; `REPERE_DOCUMENTS_DIR` overrides it. */
export function documentsDir(machine: Machine): string {
  const { platform, env, home } = machine;
  const chosen = env['REPERE_DOCUMENTS_DIR'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  const named = platform === 'win32' || platform === 'darwin' ? null : namedDocuments(machine);
  return [named, join(home, 'Documents')].find((path) => path !== null && existsSync(path)) ?? home;
}

/** Linux desktops name the folder in the person's language, in a file of shell assignments. */
function namedDocuments({ env, home }: Machine): string | null {
  const file = join(absolute(env['XDG_CONFIG_HOME']) ?? join(home, '.config'), 'user-dirs.dirs');
  if (!existsSync(file)) return null;
  const line = /^XDG_DOCUMENTS_DIR="(?<path>[^"]+)"/mu.exec(readFileSync(file, 'utf8'));
  const path = line?.groups?.['path']?.replace(/^\$HOME(?=\/|$)/u, home);
  return path !== undefined && isAbsolute(path) ? path : null;
}

/** What was built, by the folder it stands in. */
export function builtDir(
  places: Pick<Places, 'resourcesDir'>,
  part: 'renderer' | 'node' | 'electron',
): string {
  return join(places.resourcesDir, 'dist', part);
}

/** The script of the core's thread: as built, or from the sources where these run as they are. */
export function workerScript(from: string = import.meta.url): string {
  if (from.endsWith('.ts')) return join(dirname(fileURLToPath(from)), 'worker.ts');
  return join(resourcesDir(from), 'dist', 'node', 'worker.js');
}

/** The scripts of the threads in which files are read, and of the one that watches these: as above. */
export function readerScripts(from: string = import.meta.url): ReaderScripts {
  const isSource = from.endsWith('.ts');
  const folder = isSource
    ? join(dirname(fileURLToPath(from)), '..', 'readers')
    : join(resourcesDir(from), 'dist', 'node');
  const ending = isSource ? 'ts' : 'js';
  return { overseer: join(folder, `overseer.${ending}`), reader: join(folder, `reader.${ending}`) };
}

function absolute(path: string | undefined): string | null {
  return path !== undefined && isAbsolute(path) ? path : null;
}

function holdsProgram(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof content === 'object' && content !== null && 'name' in content && content.name === 'repere';
}
