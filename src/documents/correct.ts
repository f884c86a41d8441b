import { codingReads } from '../codings/store.ts';
import type { Connection } from '../database/connection.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import type { ProjectSession } from '../project/session.ts';
import { snapToGraphemes } from '../text/graphemes.ts';
import { linesAround, snippetAround } from '../text/snippet.ts';
import { findLiteral, type LiteralOptions } from '../text/literal.ts';
import { overlaps, type TextRange } from '../text/range.ts';
import { transcriptReads } from '../transcripts/store.ts';
import type { LostAnchor } from './contract.ts';
import { planEdit } from './edit.ts';
import { documentReads, type DocumentRow } from './store.ts';

/** How much of a passage is quoted, in UTF-16 code units. */
const QUOTED = 200;
/** Characters shown on either side of a hit. */
const CONTEXT = 50;

interface Change {
  readonly documentId: number;
  readonly textVersionId: number;
  readonly edits: readonly (TextRange & { readonly text: string })[];
}

/** The document of a change, if it still has the text that the change was made in; else `edit.stale`. */
export function baseOf(db: Connection, { documentId, textVersionId }: Omit<Change, 'edits'>): DocumentRow {
  const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
  if (document.text_version_id !== textVersionId)
    throw new RepereError('edit.stale', { document: document.name });
  return document;
}

/** Everything that the changes would leave without words, in order, with its present words. */
export function editImpact(
  db: Connection,
  session: ProjectSession,
  changes: readonly Change[],
): LostAnchor[] {
  return changes.flatMap((change) => {
    const document = baseOf(db, change);
    const { text } = session.texts.get(db, document.text_version_id);
    return planEdit(db, session, document, change.edits).lost.map((anchor) => ({
      documentId: document.id,
      ...anchor,
      quotation: cut(text, anchor),
    }));
  });
}

/** The beginning of a passage, never through a character as people see it. */
export function cut(text: string, { start, end }: TextRange): string {
  if (end - start <= QUOTED) return text.slice(start, end);
  const last = snapToGraphemes(text, { start: start + QUOTED, end: start + QUOTED }).start;
  return `${text.slice(start, last)}…`;
}

interface FindReplace extends LiteralOptions {
  readonly find: string;
  readonly documentIds?: readonly number[] | undefined;
}

/** Where a text stands in the documents, those without a hit left out; what speakers are called is not looked at. */
export function findReplace(db: Connection, session: ProjectSession, input: FindReplace) {
  const wanted = input.documentIds === undefined ? null : new Set(input.documentIds);
  return documentReads(db)
    .list.all()
    .filter(({ id }) => wanted === null || wanted.has(id))
    .map((document) => ({
      documentId: document.id,
      textVersionId: document.text_version_id,
      name: document.name,
      hits: hitsIn(db, session, document, input),
    }))
    .filter(({ hits }) => hits.length > 0);
}

function hitsIn(db: Connection, session: ProjectSession, document: DocumentRow, input: FindReplace) {
  const { text } = session.texts.get(db, document.text_version_id);
  const labels = transcriptReads(db)
    .turns.all(document.id)
    .map((turn) => ({ start: turn.start, end: turn.body_start }));
  const codings = codingReads(db).placesIn.all(document.id);
  return findLiteral(text, input.find, input)
    .filter((hit) => !labels.some((label) => overlaps(label, hit)))
    .map((hit) => ({
      start: hit.start,
      end: hit.end,
      paragraph: (documentReads(db).paragraphAt.get(document.text_version_id, hit.start) ?? 0) + 1,
      ...snippetAround(text, hit, CONTEXT, linesAround(text, hit)),
      codings: codings.filter((coding) => overlaps(coding, hit)).length,
    }));
}
