import { absorb } from '../codings/join.ts';
import { codingReads, placeCoding, removeCoding } from '../codings/store.ts';
import type { Connection } from '../database/connection.ts';
import { memoPassages, placeMemo } from '../memos/store.ts';
import type { TextRange } from '../text/range.ts';
import type { EditedTurn } from '../text/turn-edit.ts';
import { wordsTouching, type WordIndex } from '../text/words.ts';
import {
  addTurn,
  placeTopicSpan,
  removeTopicSpan,
  removeTurn,
  transcriptReads,
  updateTurn,
} from '../transcripts/store.ts';
import { planMoves } from './coding-moves.ts';
import { addTextVersion, setDocumentText } from './store.ts';

/** A new text for a document, and where everything that stands in the old one goes. Ranges are UTF-16 code units. */
export interface Rewriting {
  readonly text: string;
  readonly paragraphs: readonly TextRange[];
  /** Ordinals of the paragraphs that are headings. */
  readonly headings: readonly number[];
  /** All turns; those with an id are there already, those of the document that are missing here go. */
  readonly turns: readonly EditedTurn[];
  /** The new range of a coding, a topic's passage, a memo's passage; `null`: it has none. */
  readonly coding: (coding: TextRange & { readonly id: number }) => TextRange | null;
  readonly topicSpan: (span: TextRange & { readonly id: number }) => TextRange | null;
  readonly memo: (memo: TextRange & { readonly id: number }) => TextRange | null;
}

export interface Rewritten {
  readonly textVersionId: number;
  /** Codings that went because nothing was left of them, and those that became one with an equal one. */
  readonly codingsDropped: number;
  readonly codingsJoined: number;
}

/** Gives a document its new text and moves everything with it. To be called inside a command. */
export function rewriteDocument(
  db: Connection,
  documentId: number,
  rewriting: Rewriting,
  now: string,
): Rewritten {
  const { text, paragraphs, headings } = rewriting;
  const { textVersionId, words } = addTextVersion(db, text, paragraphs);
  setDocumentText(db, documentId, textVersionId, headings);
  writeTurns(db, documentId, rewriting.turns, words);
  for (const span of transcriptReads(db).topicSpans.all(documentId)) {
    const place = rewriting.topicSpan(span);
    if (place === null) removeTopicSpan(db, span.id);
    else if (!sameRange(place, span)) placeTopicSpan(db, span.id, place.start, place.end);
  }
  for (const memo of memoPassages(db).all(documentId)) {
    const place = rewriting.memo(memo);
    if (place === null || !sameRange(place, memo)) placeMemo(db, memo.id, place);
  }
  return { textVersionId, ...moveCodings(db, documentId, rewriting, words, now) };
}

function moveCodings(
  db: Connection,
  documentId: number,
  rewriting: Rewriting,
  words: WordIndex,
  now: string,
): Omit<Rewritten, 'textVersionId'> {
  const codings = codingReads(db).placesIn.all(documentId);
  const before = new Map(codings.map((coding) => [coding.id, coding]));
  const { removed, placed } = planMoves(codings, rewriting.coding);
  for (const { id, into } of removed) {
    const [gone, kept] = [codingReads(db).byId.get(id), codingReads(db).byId.get(into ?? id)];
    if (into !== null && gone !== undefined && kept !== undefined) absorb(db, kept, [gone], now);
    else removeCoding(db, id);
  }
  for (const place of placed) {
    const { first, end } = wordsTouching(words, place);
    const known = before.get(place.id);
    const stays =
      known !== undefined && sameRange(known, place) && known.word_start === first && known.word_end === end;
    if (!stays) placeCoding(db, place.id, { ...place, wordStart: first, wordEnd: end });
  }
  const joined = removed.filter(({ into }) => into !== null).length;
  return { codingsDropped: removed.length - joined, codingsJoined: joined };
}

/** Makes these the turns of a document: those with an id are changed, the others added, missing ones removed. */
export function writeTurns(
  db: Connection,
  documentId: number,
  turns: readonly EditedTurn[],
  words: WordIndex,
): void {
  const known = new Map(
    transcriptReads(db)
      .turns.all(documentId)
      .map((row) => [row.id, row]),
  );
  const kept = new Set(turns.map(({ id }) => id));
  for (const id of known.keys()) if (!kept.has(id)) removeTurn(db, id);
  for (const { id, speakerId, start, bodyStart, end, timecodeMs } of turns) {
    const label = wordsTouching(words, { start, end: bodyStart });
    const body = wordsTouching(words, { start: bodyStart, end });
    const fresh = {
      speakerId,
      start,
      bodyStart,
      end,
      labelWordStart: label.first,
      wordStart: body.first,
      wordEnd: body.end,
      timecodeMs,
    };
    const row = id === null ? undefined : known.get(id);
    if (row === undefined) addTurn(db, { documentId, ...fresh });
    else if (
      row.speaker_id !== speakerId ||
      row.start !== start ||
      row.body_start !== bodyStart ||
      row.end !== end ||
      row.label_word_start !== label.first ||
      row.word_start !== body.first ||
      row.word_end !== body.end ||
      row.timecode_ms !== timecodeMs
    )
      updateTurn(db, row.id, fresh);
  }
}

function sameRange(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end;
}
