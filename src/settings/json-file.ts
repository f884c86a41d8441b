import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { freshPath, sweepFresh } from '../database/fresh-file.ts';
import { syncToDisk } from '../database/verified-copy.ts';

/** What a small file of this person's says; `null` when it is missing or damaged. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Writes it whole or not at all, for this person's eyes alone; it is on the disk when this is answered. Throws the system's error. */
export function writeJson(path: string, value: unknown): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  sweepFresh(folder);
  const fresh = freshPath(folder);
  try {
    writeFileSync(fresh, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(fresh, path);
    syncToDisk(folder);
  } finally {
    rmSync(fresh, { force: true });
  }
}
