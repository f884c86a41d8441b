import Database from 'better-sqlite3';

export type Connection = Database.Database;

/** Marks a file as a Repère project (`REPE` in ASCII), in the header that SQLite keeps for this. */
export const APPLICATION_ID = 0x52455045;

export type JournalMode = 'wal' | 'delete';

/** How long a statement waits for another process that holds the file, in milliseconds. */
const BUSY_TIMEOUT_MS = 4_000;

/** Opens a project file for changes. Nothing of the file's own schema is trusted to run code. */
export function openWritable(path: string, journal: JournalMode): Connection {
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  harden(db);
  changeJournal(db, journal);
  // A command that was answered is on the disk, even if the power fails the next moment. With the classic journal that
  // takes EXTRA: with FULL the journal may come back, and takes the last command away.
  db.pragma('synchronous = EXTRA');
  db.pragma('cache_size = -64000');
  // Checkpoints are made by `checkpoint` alone, so that a change of the file by anybody else is told from ours.
  db.pragma('wal_autocheckpoint = 0');
  return db;
}

const checkpoints = new WeakMap<Connection, number>();

/** How often a connection has copied its side file into the file itself. */
export function checkpointsOf(db: Connection): number {
  return checkpoints.get(db) ?? 0;
}

/** Pages in the side file, and how many of them are not in the file itself yet. */
export interface CheckpointResult {
  readonly pages: number;
  readonly waiting: number;
  /** Somebody who reads kept it from being done. */
  readonly busy: boolean;
}

/**
 * Copies what stands in the side file into the file itself. `passive` waits for nobody and leaves what somebody reads;
 * `truncate` empties the side file.
 */
export function checkpoint(db: Connection, kind: 'passive' | 'truncate'): CheckpointResult {
  checkpoints.set(db, checkpointsOf(db) + 1);
  const rows = db.pragma(`wal_checkpoint(${kind})`) as {
    busy: number;
    log: number;
    checkpointed: number;
  }[];
  const { busy = 0, log = -1, checkpointed = -1 } = rows[0] ?? {};
  return { pages: Math.max(log, 0), waiting: Math.max(log - checkpointed, 0), busy: busy !== 0 };
}

/** Changes how the file is written, unless someone reads it at this moment: then it stays as it was, which is safe too. */
export function changeJournal(db: Connection, journal: JournalMode): void {
  checkpoints.set(db, checkpointsOf(db) + 1);
  try {
    db.pragma(`journal_mode = ${journal}`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_BUSY') && !code.startsWith('SQLITE_LOCKED')) throw error;
  }
}

/** Opens a copy of a damaged file, whatever state it is in; nothing of it is trusted, and nothing may depend on it. */
export function openUnchecked(path: string): Connection {
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
  return db;
}

/** A database that is nowhere but in memory, to try things in; nothing in it depends on anything else in it. */
export function openScratch(): Connection {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = OFF');
  return db;
}

/** Opens a project file for queries only; a write through it fails. */
export function openReadOnly(path: string): Connection {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  harden(db);
  // A view of the index's terms, made before anything that writes is forbidden: it is temporary and holds no rows.
  if (hasTextIndex(db))
    db.exec("CREATE VIRTUAL TABLE temp.text_term USING fts5vocab('main', 'text_index', 'row')");
  db.pragma('query_only = ON');
  return db;
}

/** Writes everything that a connection sees into a new, compact file; a connection for queries can do it too. */
export function writeCompactCopy(db: Connection, path: string): void {
  const queryOnly = db.pragma('query_only', { simple: true });
  db.pragma('query_only = OFF');
  try {
    db.prepare('VACUUM INTO ?').run(path);
  } finally {
    db.pragma(`query_only = ${queryOnly === 1 ? 'ON' : 'OFF'}`);
  }
}

function harden(db: Connection): void {
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('foreign_keys = ON');
  // Temporary tables hold parts of interviews: keep them off the disk.
  db.pragma('temp_store = MEMORY');
}

function hasTextIndex(db: Connection): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'text_index'").get() !== undefined;
}

/** Prepared statements of a feature, made once per connection. */
export function prepareOnce<T>(make: (db: Connection) => T): (db: Connection) => T {
  const made = new WeakMap<Connection, T>();
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    const fresh = make(db);
    made.set(db, fresh);
    return fresh;
  };
}
