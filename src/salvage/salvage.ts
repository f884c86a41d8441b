import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openUnchecked, openWritable, type Connection } from '../database/connection.ts';
import { freshPath, sweepFresh } from '../database/fresh-file.ts';
import { HISTORY_TABLES } from '../database/history-triggers.ts';
import { latestVersion, migrate, schemaVersion, type Migration } from '../database/migrate.ts';
import { copyWithSideFiles } from '../database/side-files.ts';
import { isSound, settle } from '../database/verified-copy.ts';
import { deriveText } from '../documents/store.ts';
import { RepereError } from '../errors/codes.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import type { SalvageReport } from './contract.ts';
import {
  breakCycles,
  closeHistory,
  countOf,
  ensureProject,
  insertRows,
  removeDangling,
  removeOutside,
  rowsOf,
  textsOf,
} from './store.ts';

/** Tables that are written once and stand in no history. */
const FIRST = ['original', 'text_version'] as const;
const HISTORY = ['history_step', 'history_change'] as const;

/**
 * Takes everything that can be read of a damaged project, row by row, into a new one at `out`: what leads nowhere
 * without lost rows is left, what is derived from the texts is made anew, and the history is closed to undo where
 * anything is missing. The damaged file is copied first and never touched. Throws `project.exists`,
 * `project.folder-missing`, `salvage.nothing`.
 */
export function salvage(
  path: string,
  out: string,
  migrations: readonly Migration[],
  progress: (done: number, total: number, table: string) => void = () => undefined,
): SalvageReport {
  if (!existsSync(path)) throw new RepereError('project.missing', { path });
  if (existsSync(out)) throw new RepereError('project.exists', { path: out });
  if (!existsSync(dirname(out))) throw new RepereError('project.folder-missing', { path: dirname(out) });
  sweepFresh(dirname(out));
  const [folder, fresh] = [freshPath(dirname(out)), freshPath(dirname(out))];
  try {
    mkdirSync(folder, { mode: 0o700 });
    const copy = join(folder, basename(path));
    copyWithSideFiles(path, copy);
    const from = openUnchecked(copy);
    const to = openWritable(fresh, 'delete');
    try {
      const tables = takeOver(from, to, { migrations, path, progress });
      if (tables.every(({ read }) => read === 0)) throw new RepereError('salvage.nothing', { path });
      to.close();
      if (!isSound(fresh)) throw new RepereError('internal', { reason: 'salvage' });
      settle(fresh, out);
      const complete = tables.every(
        ({ expected, read, left }) => expected !== null && read >= expected && left === 0,
      );
      return { path: out, complete, tables };
    } finally {
      from.close();
      if (to.open) to.close();
    }
  } finally {
    for (const each of [fresh, `${fresh}-journal`]) rmSync(each, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Taking {
  readonly migrations: readonly Migration[];
  readonly path: string;
  readonly progress: (done: number, total: number, table: string) => void;
}

function takeOver(
  from: Connection,
  to: Connection,
  { migrations, path, progress }: Taking,
): SalvageReport['tables'] {
  const version = versionOf(from, migrations);
  migrate(to, migrations.slice(0, version), path);
  to.pragma('foreign_keys = OFF');
  const there = new Set(tablesOf(to));
  const names = [...FIRST, ...HISTORY_TABLES, ...HISTORY].filter((name) => there.has(name));
  const tables = names.map((table, index) => {
    progress(index, names.length, table);
    let isLost = false;
    const rows = rowsOf(from, table, () => {
      isLost = true;
    });
    const taken = to.transaction(() => insertRows(to, table, rows))();
    const expected = countOf(from, table);
    // A count that needs a page that cannot be read is no count.
    return {
      table,
      expected: isLost && expected === taken.read ? null : expected,
      read: taken.read,
      left: taken.refused,
    };
  });
  const gone = to.transaction(() => {
    ensureProject(to, randomUUID(), basename(path, '.repere'), new Date().toISOString());
    breakCycles(to);
    return [removeDangling(to), removeOutside(to), removeDangling(to)];
  })();
  const all = tables.map((each) => ({
    ...each,
    left: each.left + gone.reduce((sum, counts) => sum + (counts.get(each.table) ?? 0), 0),
  }));
  const missing = all.some(({ expected, read, left }) => expected === null || read < expected || left > 0);
  if (version < latestVersion(migrations)) migrate(to, migrations, path);
  to.transaction(() => {
    for (const { id, text } of textsOf(to)) deriveText(to, id, text, splitParagraphs(text));
    if (missing) closeHistory(to);
  })();
  to.pragma('foreign_keys = ON');
  return all;
}

/** The version a damaged file says it is of; the latest where that cannot be read. */
function versionOf(db: Connection, migrations: readonly Migration[]): number {
  const latest = latestVersion(migrations);
  try {
    const version = schemaVersion(db);
    return version >= 1 && version <= latest ? version : latest;
  } catch {
    return latest;
  }
}

function tablesOf(db: Connection): readonly string[] {
  return db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
}
