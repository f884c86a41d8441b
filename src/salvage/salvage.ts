import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkpoint, openUnchecked, openWritable } from '../database/connection.ts';
import { freshPath, sweepFresh } from '../database/fresh-file.ts';
import type { Migration } from '../database/migrate.ts';
import { copyWithSideFiles } from '../database/side-files.ts';
import { isSound, settle } from '../database/verified-copy.ts';
import { RepereError } from '../errors/codes.ts';
import type { Locale } from '../settings/contract.ts';
import type { SalvageReport } from './contract.ts';
import { findingsOf } from './findings.ts';
import { takeOver, type Progress } from './take-over.ts';

export interface SalvageOptions {
  readonly migrations: readonly Migration[];
  readonly locale: Locale;
  readonly progress: Progress;
}

/**
 * Takes everything that can be read of a damaged project into a new one at `out`: what leads nowhere without lost rows is
 * left, what is derived from the texts is made anew, and the history is closed to undo where anything is missing. The
 * damaged file is copied first and never touched; when `progress` throws, nothing is left behind. Throws
 * `project.missing`, `project.exists`, `project.folder-missing`, `salvage.nothing`.
 */
export async function salvage(path: string, out: string, options: SalvageOptions): Promise<SalvageReport> {
  if (!existsSync(path)) throw new RepereError('project.missing', { path });
  if (existsSync(out)) throw new RepereError('project.exists', { path: out });
  if (!existsSync(dirname(out))) throw new RepereError('project.folder-missing', { path: dirname(out) });
  sweepFresh(dirname(out));
  const [folder, fresh] = [freshPath(dirname(out)), freshPath(dirname(out))];
  try {
    mkdirSync(folder, { mode: 0o700 });
    const copy = join(folder, basename(path));
    copyWithSideFiles(path, copy);
    settleSideFiles(copy);
    const from = openUnchecked(copy);
    const to = openWritable(fresh, 'delete');
    try {
      const taken = await takeOver({ from, to, copy, name: basename(path, '.repere'), ...options });
      if (taken.tables.every(({ read }) => read === 0)) throw new RepereError('salvage.nothing', { path });
      to.close();
      if (!isSound(fresh)) throw new RepereError('internal', { reason: 'salvage' });
      settle(fresh, out);
      const { complete, tables } = taken;
      return { path: out, complete, tables: [...tables], findings: [...findingsOf(taken, options.locale)] };
    } finally {
      from.close();
      if (to.open) to.close();
    }
  } finally {
    for (const each of [fresh, `${fresh}-journal`]) rmSync(each, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets SQLite put what a process left beside a file into it; pages are read from the file alone. */
function settleSideFiles(copy: string): void {
  if (settles(copy) || !existsSync(`${copy}-wal`)) return;
  // Of a file that lost its beginning SQLite reads nothing; with one of any kind it reads what was written ahead.
  writeBeginning(copy);
  settles(copy);
}

function settles(copy: string): boolean {
  try {
    const db = openUnchecked(copy);
    try {
      checkpoint(db, 'truncate');
      return true;
    } finally {
      db.close();
    }
  } catch {
    // Damaged: what stands in the file itself is what there is.
    return false;
  }
}

/** The head of a file that is written ahead, and no tables: https://www.sqlite.org/fileformat2.html sections 1.3, 4.1. */
function writeBeginning(copy: string): void {
  const wal = Buffer.alloc(32);
  const source = openSync(`${copy}-wal`, 'r');
  readSync(source, wal, 0, wal.length, 0);
  closeSync(source);
  const pageSize = wal.readUInt32BE(8);
  const start = Buffer.alloc(108);
  start.write('SQLite format 3\0', 'latin1');
  start.writeUInt16BE(pageSize === 65_536 ? 1 : pageSize, 16);
  start.set([2, 2, 0, 64, 32, 32], 18);
  start.writeUInt32BE(4, 44);
  start.writeUInt32BE(1, 56);
  start.set([13], 100);
  start.writeUInt16BE(pageSize % 65_536, 105);
  const target = openSync(copy, 'r+');
  writeSync(target, start, 0, start.length, 0);
  closeSync(target);
}
