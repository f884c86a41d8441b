import { codeReads } from '../codebook/store.ts';
import { codingReads } from '../codings/store.ts';
import type { Connection } from '../database/connection.ts';
import { RepereError } from '../errors/codes.ts';
import { LIMITS } from '../formats/limits.ts';
import { memoPassages } from '../memos/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { editMap, type EditMap } from '../text/edit-map.ts';
import { applyEdits, editsProblem, type TextEdit } from '../text/edits.ts';
import { normaliseText } from '../text/normalise.ts';
import { isBlank, paragraphAt, splitParagraphs } from '../text/paragraphs.ts';
import type { TextRange } from '../text/range.ts';
import { settleEdits } from '../text/settle-edits.ts';
import { labelKey } from '../text/speaker-label.ts';
import { editTurns } from '../text/turn-edit.ts';
import { countWords } from '../text/words.ts';
import { transcriptReads, turnsOf } from '../transcripts/store.ts';
import { rewriteDocument, type Rewriting, type Rewritten } from './rewrite.ts';
import type { DocumentRow } from './store.ts';

/** A coding, a topic's passage or a memo's passage that an edit leaves without words. */
export interface LostAnchor extends TextRange {
  readonly kind: 'coding' | 'topicSpan' | 'memo';
  readonly id: number;
  /** The code, the topic, the memo. */
  readonly name: string;
}

export interface PlannedEdit {
  readonly edits: readonly TextEdit[];
  readonly text: string;
  readonly lost: readonly LostAnchor[];
  readonly rewriting: Rewriting;
}

/**
 * What edits would make of a document, and what would be left without words. Positions are UTF-16 offsets of its present
 * text. Throws `edit.invalid` for edits that cannot be made, `edit.empties` when no text would be left,
 * `edit.too-long` above the limit of a text.
 */
export function planEdit(
  db: Connection,
  session: ProjectSession,
  document: DocumentRow,
  wanted: readonly TextEdit[],
): PlannedEdit {
  const { text: before } = session.texts.get(db, document.text_version_id);
  const ascending = wanted
    .map(({ start, end, text }) => ({ start, end, text: normaliseText(text).text }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const problem = editsProblem(before, ascending);
  if (problem !== null) throw new RepereError('edit.invalid', { document: document.name, problem });
  const edits = settleEdits(before, ascending);
  const text = applyEdits(before, edits);
  if (isBlank(text)) throw new RepereError('edit.empties', { document: document.name });
  if (text.length > LIMITS.characters)
    throw new RepereError('edit.too-long', { document: document.name, limit: LIMITS.characters });
  const map = editMap(edits);
  const lost = lostAnchors(db, document.id, before, text, map);
  return { edits, text, lost, rewriting: rewritingOf(db, document, before, text, map, lost) };
}

/**
 * Edits a document: its text, and with it codings, turns, topics, memos and headings. What is left without words goes
 * when the person agreed (`dropEmptied`), else `edit.loses` is thrown. A memo that loses its passage stays, with the
 * document. `null` when the edits change nothing. To be called inside a command.
 */
export function editDocument(
  db: Connection,
  session: ProjectSession,
  document: DocumentRow,
  edits: readonly TextEdit[],
  options: { readonly dropEmptied: boolean; readonly now: string },
): Rewritten | null {
  const plan = planEdit(db, session, document, edits);
  const going = plan.lost.filter(({ kind }) => kind !== 'memo');
  if (going.length > 0 && !options.dropEmptied)
    throw new RepereError('edit.loses', { document: document.name, count: going.length });
  if (plan.text === session.texts.get(db, document.text_version_id).text) return null;
  return rewriteDocument(db, document.id, plan.rewriting, options.now);
}

function lostAnchors(
  db: Connection,
  documentId: number,
  before: string,
  after: string,
  map: EditMap,
): LostAnchor[] {
  const codeName = (id: number): string => codeReads(db).byId.get(id)?.name ?? '';
  const wordless = (range: TextRange): boolean => map.touches(range) && losesWords(before, after, range, map);
  return [
    ...codingReads(db)
      .placesIn.all(documentId)
      .filter(wordless)
      .map(({ id, start, end, code_id: code }) => ({
        kind: 'coding' as const,
        id,
        start,
        end,
        name: codeName(code),
      })),
    ...transcriptReads(db)
      .topicSpans.all(documentId)
      .filter((span) => isBlank(after, ...bounds(map.range(span, 'edges'))))
      .map(({ id, start, end, title }) => ({ kind: 'topicSpan' as const, id, start, end, name: title })),
    ...memoPassages(db)
      .all(documentId)
      .filter(wordless)
      .map(({ id, start, end, title }) => ({ kind: 'memo' as const, id, start, end, name: title })),
  ];
}

/** Whether nothing is left of a range, or no word of one that had words. */
function losesWords(before: string, after: string, range: TextRange, map: EditMap): boolean {
  const now = map.range(range);
  if (now.start === now.end) return true;
  return countWords(after, now) === 0 && countWords(before, range) > 0;
}

function bounds({ start, end }: TextRange): [number, number] {
  return [start, end];
}

function rewritingOf(
  db: Connection,
  document: DocumentRow,
  before: string,
  text: string,
  map: EditMap,
  lost: readonly LostAnchor[],
): Rewriting {
  const paragraphs = splitParagraphs(text);
  const gone = new Set(lost.map(({ kind, id }) => `${kind} ${id}`));
  const follow =
    (kind: LostAnchor['kind'], growth: 'inside' | 'edges') => (row: TextRange & { id: number }) =>
      gone.has(`${kind} ${row.id}`) ? null : map.range(row, growth);
  const headings = movedHeadings(document, before, paragraphs, map);
  return {
    text,
    paragraphs,
    headings,
    coding: follow('coding', 'inside'),
    topicSpan: follow('topicSpan', 'edges'),
    memo: follow('memo', 'inside'),
    turns: editTurns(turnsOf(db, document.id), {
      map,
      text,
      paragraphs,
      headings: new Set(headings),
      touched: touchedIn(splitParagraphs(before), map),
      speakers: new Map(
        transcriptReads(db)
          .speakers.all(document.id)
          .map(({ id, label }) => [labelKey(label), id]),
      ),
    }),
  };
}

/** A paragraph of the new text was touched unless one of the old text came through unchanged to its very place. */
function touchedIn(before: readonly TextRange[], map: EditMap): (paragraph: TextRange) => boolean {
  const untouched = new Set<string>();
  for (const paragraph of before) {
    if (map.touches(paragraph)) continue;
    const { start, end } = map.range(paragraph);
    untouched.add(`${start} ${end}`);
  }
  return ({ start, end }) => !untouched.has(`${start} ${end}`);
}

/** Where the headings are after the edit; one of whose words nothing is left is none any more. */
function movedHeadings(
  document: DocumentRow,
  before: string,
  paragraphs: readonly TextRange[],
  map: EditMap,
): number[] {
  const old = splitParagraphs(before);
  const ordinals = (JSON.parse(document.headings) as readonly number[]).flatMap((ordinal) => {
    const paragraph = old[ordinal];
    if (paragraph === undefined) return [];
    const { start, end } = map.range(paragraph, 'edges');
    const now = paragraphAt(paragraphs, start);
    const isOwn = now !== -1 && start < end && (paragraphs[now]?.start ?? 0) >= start;
    return isOwn ? [now] : [];
  });
  return [...new Set(ordinals)].toSorted((a, b) => a - b);
}
