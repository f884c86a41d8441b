import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Connection } from '../database/connection.ts';
import { projectReads } from '../project/store.ts';

/** So many files of a folder are looked into, up to so many bytes each. */
const MOST_FILES = 100;
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Other files of the same project in its folder, absolute: what a restore kept, copies that a person saved. They still
 * hold what was taken out of the project. They are read as bytes: opening them would leave files beside them.
 */
export function otherFilesOf(db: Connection): string[] {
  const guid = projectReads(db).get.get()?.guid;
  if (guid === undefined) return [];
  const folder = dirname(db.name);
  try {
    const own = statSync(db.name);
    return readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith('.repere'))
      .map((name) => join(folder, name))
      .slice(0, MOST_FILES)
      .filter((file) => isOf(file, guid, own.ino));
  } catch {
    return [];
  }
}

function isOf(file: string, guid: string, own: number): boolean {
  try {
    const { ino, size } = statSync(file);
    return ino !== own && size <= MOST_BYTES && readFileSync(file).includes(guid);
  } catch {
    return false;
  }
}
