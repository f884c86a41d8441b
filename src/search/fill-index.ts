import type { Connection } from '../database/connection.ts';
import { indexParagraphs, indexReads, markIndexed, unindexText } from '../documents/index-store.ts';
import { documentReads } from '../documents/store.ts';
import { perSession } from '../project/per-session.ts';
import type { ProjectSession } from '../project/session.ts';

/** How long a slice holds the core, in milliseconds, and how many paragraphs are brought in between two looks. */
const SLICE_MS = 40;
const PARAGRAPHS_AT_ONCE = 100;

/** Work that was begun: whoever comes next, another window or the same one later, goes on with it. */
const begun = perSession((): { work: Generator<void> | null } => ({ work: null }));

/**
 * Brings texts of an older project into the index for a moment, in one transaction; answers how many are missing
 * afterwards. A text counts when it is whole: one that was left half-way by a program that ended is begun anew.
 */
export function fillSlice(writer: Connection, session: ProjectSession): number {
  const mine = begun(session);
  const work = (mine.work ??= pieces(writer, session));
  try {
    writer
      .transaction(() => {
        const until = performance.now() + SLICE_MS;
        while (performance.now() < until)
          if (work.next().done === true) {
            mine.work = null;
            return;
          }
      })
      .immediate();
  } catch (error) {
    // What this slice wrote was taken back.
    mine.work = null;
    throw error;
  }
  return indexReads(writer).missing.all().length;
}

/** The whole work in small pieces, to be taken inside of transactions. */
function* pieces(writer: Connection, session: ProjectSession): Generator<void> {
  const { missing } = indexReads(writer);
  for (let id = missing.all()[0]; id !== undefined; id = missing.all()[0]) {
    const { text } = session.texts.get(writer, id);
    const paragraphs = documentReads(writer).paragraphs.all(id);
    unindexText(writer, id);
    for (let first = 0; first < paragraphs.length; first += PARAGRAPHS_AT_ONCE) {
      indexParagraphs(writer, id, text, paragraphs.slice(first, first + PARAGRAPHS_AT_ONCE), first);
      yield;
      // Meanwhile it may have been corrected, or brought in by something else.
      if (!missing.all().includes(id)) break;
    }
    if (missing.all().includes(id)) markIndexed(writer, id);
    yield;
  }
}
