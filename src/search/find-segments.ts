import { codeReads } from '../codebook/store.ts';
import { codingReads } from '../codings/store.ts';
import type { Connection } from '../database/connection.ts';
import type { ProjectSession } from '../project/session.ts';
import { fold } from '../text/fold.ts';
import { searching } from './searching.ts';

/**
 * Ids of the coded segments in which a text is said, then of those whose code has it in its name; each once, at most
 * `limit`. Looking through the texts ends when `until` has passed, on the clock of `performance`.
 */
export function findSegments(
  db: Connection,
  session: ProjectSession,
  text: string,
  limit: number,
  until: number,
): readonly number[] {
  const typed = text.trim();
  if (typed === '') return [];
  const found = new Set<number>();
  const add = (ids: readonly number[]): boolean => {
    for (const id of ids) if (found.size < limit) found.add(id);
    return found.size >= limit;
  };
  for (const { documentId: document, start, end } of hitsOf(db, session, typed, until))
    if (add(codingReads(db).idsTouching.all({ document, start, end }))) return [...found];
  const name = fold(typed).folded;
  for (const code of codeReads(db).all.all())
    if (fold(code.name).folded.includes(name) && add(codingReads(db).firstOfCode.all(code.id, limit))) break;
  return [...found];
}

/** Many hits may stand outside of every segment: far more are looked at than segments are wanted. */
const HITS = 2_000;

function hitsOf(db: Connection, session: ProjectSession, typed: string, until: number) {
  // The last word may not be written to its end yet.
  const text = /[\p{L}\p{N}]$/u.test(typed) ? `${typed}*` : typed;
  const search = searching(db, session, { text, syntax: 'plain', limit: HITS }, true);
  for (let step = search.next(); ; step = search.next(performance.now() > until))
    if (step.done === true) return step.value.hits;
}
