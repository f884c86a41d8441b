import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { freshPath } from '../database/fresh-file.ts';
import { digest } from '../documents/store.ts';
import { RepereError } from '../errors/codes.ts';
import { sqliteProblem } from '../errors/describe.ts';

const SQLITE = 'SQLite format 3\0';
/** Names that SQLite and this program give to what stands beside a project. */
const BESIDE_PROJECT = /\.repere(?:-wal|-shm|-journal|#)?$/iu;
/** Files larger than this are no interview; whether they are one is not looked up, in bytes. */
const LARGEST_ORIGINAL = 200 * 1024 * 1024;

export interface OutputRules {
  /** Endings of files of this kind, which may be replaced: `.csv`. */
  readonly endings: readonly string[];
  /** The person said that a file of another kind may be replaced; never a project, an imported file or a folder. */
  readonly overwrite?: boolean | undefined;
  /** Files that are open or read meanwhile, the project first: known by their number, and never opened to be looked at. */
  readonly inUse?: readonly string[];
  /** Whether a file of this digest was imported into the project. */
  readonly isOriginal?: (sha256: string) => boolean;
}

/**
 * Writes a file beside, then gives it its name: it is there whole, or not at all. It never takes the place of a folder,
 * a project or what stands beside one, a file that was imported, or a file of another kind. Answers the absolute path.
 * Throws `output.project`, `output.original`, `output.other-kind`, `file.is-folder`, `file.permission`, `disk.full`.
 */
export async function writeOutput(path: string, bytes: Uint8Array, rules: OutputRules): Promise<string> {
  const target = await realpath(resolve(path)).catch(() => resolve(path));
  try {
    await assertMayReplace(target, rules);
    const fresh = freshPath(await realpath(dirname(target)));
    try {
      const file = await open(fresh, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.chmod((await modeOf(target)) ?? 0o600);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(fresh, join(dirname(target), basename(target)));
    } finally {
      await rm(fresh, { force: true });
    }
    return target;
  } catch (error) {
    throw outputProblem(error, target);
  }
}

/** Throws what {@link writeOutput} would, before anything is done that leads to it. */
export async function checkOutput(path: string, rules: OutputRules): Promise<void> {
  await assertMayReplace(await realpath(resolve(path)).catch(() => resolve(path)), rules);
}

async function assertMayReplace(target: string, rules: OutputRules): Promise<void> {
  const { endings, overwrite = false, isOriginal, inUse = [] } = rules;
  if (BESIDE_PROJECT.test(target)) throw new RepereError('output.project', { path: target });
  const stats = await stat(target).catch(() => null);
  if (stats === null) return;
  if (stats.isDirectory()) throw new RepereError('file.is-folder', { path: target });
  for (const [index, other] of inUse.entries()) {
    const own = await stat(other).catch(() => null);
    if (own !== null && own.dev === stats.dev && own.ino === stats.ino)
      throw new RepereError(index === 0 ? 'output.project' : 'output.original', { path: target });
  }
  if (!stats.isFile() || stats.size === 0) return;
  if (await isProject(target)) throw new RepereError('output.project', { path: target });
  if (!overwrite && !endings.includes(extname(target).toLowerCase()))
    throw new RepereError('output.other-kind', { path: target });
  if (isOriginal === undefined || stats.size > LARGEST_ORIGINAL) return;
  if (isOriginal(digest(await readFile(target)))) throw new RepereError('output.original', { path: target });
}

/** Asked by its first bytes, whatever its name. Closing a file that SQLite has open here would give back its locks. */
async function isProject(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const start = Buffer.alloc(SQLITE.length);
    await file.read(start, 0, start.length, 0);
    return start.toString('latin1') === SQLITE;
  } finally {
    await file.close();
  }
}

async function modeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ mode }) => mode & 0o777,
    () => null,
  );
}

function outputProblem(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new RepereError('file.permission', { path }, { cause: error });
  if (code === 'ENOENT')
    return new RepereError('project.folder-missing', { path: dirname(path) }, { cause: error });
  if (code === 'EISDIR') return new RepereError('file.is-folder', { path }, { cause: error });
  return sqliteProblem(error) ?? error;
}
