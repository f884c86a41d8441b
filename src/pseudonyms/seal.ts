import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import type { ProjectBackups } from '../backups/renew.ts';
import { erase } from '../erasure/erase.ts';
import { removeUnusedOriginals, removeUnusedTexts } from '../erasure/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { nameFinder } from '../text/name-finder.ts';
import type { NameEntry } from '../text/name-forms.ts';
import { withPseudonyms } from '../text/name-replacement.ts';
import { scrubVersions } from '../versions/scrub.ts';
import type { ReaderPool } from '../readers/pool.ts';
import type { OutputOf } from '../contract/contract.ts';
import type { SealReport } from './contract.ts';
import { historyCoders, namedFields, writeField } from './field-store.ts';
import { namesInOriginals } from './kept-originals.ts';
import { namesIn, occurrences } from './occurrences.ts';
import { toOccurrence } from './preview.ts';
import { emptyOriginals, oldEntries, removeKey, sealHistory } from './seal-store.ts';
import { pseudonymReads } from './store.ts';

/**
 * Takes the key, and every old copy of the names, out of the project, its history and its backups. It cannot be undone.
 * The report lists what still holds a name; what other copies of the file hold, nobody here can know.
 */
export async function sealProject(
  db: Connection,
  session: ProjectSession,
  options: {
    readonly dropOriginals: boolean;
    readonly backups: ProjectBackups;
    readonly readers: ReaderPool;
    readonly isOpen: () => boolean;
    /** Called as soon as it is done, before the report is made. */
    readonly onSealed: () => void;
  },
): Promise<SealReport> {
  const finder = nameFinder(everyEntry(db));
  const scrub = (text: string): string => withPseudonyms(text, finder.find(text));
  const { done: sealed, finished } = erase(db, { backups: options.backups }, () => {
    scrubFileNames(db, scrub);
    scrubVersions(db, scrub);
    const steps = sealHistory(db, scrub);
    const pseudonyms = removeKey(db);
    const textVersions = removeUnusedTexts(db);
    removeUnusedOriginals(db);
    const originalsDropped = options.dropOriginals ? emptyOriginals(db) : 0;
    return { pseudonyms, steps, textVersions, originalsDropped };
  });
  forget(session);
  options.onSealed();
  const remaining = [...occurrences(db, session, finder), ...namesIn([historyCoders(db)], finder)].map(
    (each) => ({
      ...toOccurrence(each),
      kind: each.hit.kind,
    }),
  );
  const originalsKept = await namesInOriginals(db, options.readers, finder, options.isOpen);
  return { ...sealed, originalsKept, ...finished, remaining };
}

/** Empties the imported files for good, in the project and, unless they are to stay, with the backups that hold them. */
export function dropOriginals(
  db: Connection,
  session: ProjectSession,
  options: { readonly keepBackups: boolean; readonly backups: ProjectBackups },
): OutputOf<'documents.dropOriginals'> {
  const { keepBackups, backups } = options;
  const { done: dropped, finished } = erase(db, { backups, keepBackups }, () => {
    removeUnusedOriginals(db);
    return emptyOriginals(db);
  });
  forget(session);
  const backupsKept = keepBackups ? backups.count() : 0;
  return {
    dropped,
    backupsRemoved: finished.backupsRemoved,
    backupsKept,
    otherFiles: finished.otherFiles,
  };
}

/** Forgets what is kept in memory of files and texts that may be gone. */
export function forget(session: ProjectSession): void {
  session.texts.clear();
  session.drafts.clear();
  session.tables.clear();
}

/** The table of names, and those that were taken out of it before: their old copies are in the project all the same. */
function everyEntry(db: Connection): NameEntry[] {
  const entries = pseudonymReads(db).list.all();
  const known = new Set(entries.map(({ name }) => name));
  for (const entry of oldEntries(db)) {
    if (known.has(entry.name)) continue;
    known.add(entry.name);
    // An id below zero is no row's.
    entries.push({ ...entry, id: -known.size });
  }
  return entries;
}

/** Files are often called after people. */
function scrubFileNames(db: Connection, scrub: (text: string) => string): void {
  const place = 'document.file_name';
  for (const field of namedFields(db)) {
    if (field.place !== place) continue;
    for (const { id, value } of field.rows) {
      const scrubbed = scrub(value);
      if (scrubbed !== value) writeField(db, place, id, scrubbed);
    }
  }
}

/** All documents: whoever shows one asks for it again. */
export function everyDocument(db: Connection): number[] {
  return documentReads(db)
    .list.all()
    .map(({ id }) => id);
}
