import type { Connection } from '../database/connection.ts';
import { removalImpact } from '../documents/impact.ts';
import { erase, type ErasurePlace, type Finished } from './erase.ts';
import { sealSteps } from './history-store.ts';
import { emptyOriginalsOf, removeDocuments, tracesOf, type Scope } from './scope-store.ts';
import { scrubberOf, scrubProject } from './scrub.ts';
import { removeUnusedOriginals, removeUnusedTexts } from './store.ts';

export interface ErasedDocuments extends Finished {
  readonly documents: number;
  readonly codings: number;
  readonly memos: number;
  /** Steps that cannot be undone any more. */
  readonly steps: number;
  /** Memos, definitions and other fields out of which quotations were taken. */
  readonly quotations: number;
  readonly originals: number;
}

/** How many steps would be closed to undo. */
export function stepsClosedBy(db: Connection, scope: Scope, openSteps: readonly number[]): number {
  const touched = new Set(tracesOf(db, scope).steps);
  const last = openSteps.findLast((id) => touched.has(id)) ?? 0;
  return openSteps.filter((id) => id <= last).length;
}

/** Takes documents, those that were deleted before too, out of the file, its history and its backups. For good. */
export function eraseDocuments(
  db: Connection,
  documentIds: readonly number[],
  place: ErasurePlace,
  onRemoved: () => void,
): ErasedDocuments {
  const { done, finished } = erase(
    db,
    place,
    () => {
      const { codings, memos } = removalImpact(db, documentIds);
      const traces = tracesOf(db, { documents: documentIds, participants: [], pseudonyms: [] });
      const scrubber = scrubberOf(db, traces, documentIds);
      const originals = emptyOriginalsOf(db, documentIds);
      removeDocuments(db, documentIds, traces.guids);
      const steps = sealSteps(db, traces.steps);
      const quotations = scrubProject(db, scrubber);
      removeUnusedTexts(db);
      removeUnusedOriginals(db);
      return { documents: documentIds.length, codings, memos, steps, quotations, originals };
    },
    onRemoved,
  );
  return { ...done, ...finished };
}
