import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import { participantReads } from '../participants/store.ts';
import type { TextRange } from '../text/range.ts';
import { linesAround, snippetAround, type Snippet } from '../text/snippet.ts';
import type { SearchHit } from './contract.ts';
import type { TurnRow } from '../transcripts/store.ts';
import type { DocumentHits } from './find-hits.ts';

/** Characters shown on either side of a hit. */
const CONTEXT = 60;

/** A hit in its context, with the person who speaks. */
export function describeHit(db: Connection, hits: DocumentHits, range: TextRange): SearchHit {
  const { row } = hits;
  return {
    documentId: row.id,
    documentName: row.name,
    start: range.start,
    end: range.end,
    ...snippetOf(hits, range),
    ...placeOfHit(db, hits, range.start),
  };
}

/** With words of the same paragraph on either side, and without the name of who speaks. */
function snippetOf({ text, talk }: Pick<DocumentHits, 'text' | 'talk'>, range: TextRange): Snippet {
  const lines = linesAround(text, range);
  const words = turnAt(talk.turns, range.start)?.body_start ?? 0;
  return snippetAround(text, range, CONTEXT, { start: Math.max(lines.start, words), end: lines.end });
}

/** In which paragraph (from 1) a position stands, and who speaks there. */
export function placeOfHit(
  db: Connection,
  { row, talk }: Pick<DocumentHits, 'row' | 'talk'>,
  position: number,
): Pick<SearchHit, 'paragraph' | 'speakerName' | 'participantName'> {
  const turn = turnAt(talk.turns, position);
  const speaker = turn === undefined ? undefined : talk.speakers.get(turn.speaker_id);
  const participantId = turn === undefined ? row.participant_id : (speaker?.participant_id ?? null);
  return {
    paragraph: (documentReads(db).paragraphAt.get(row.text_version_id, position) ?? 0) + 1,
    speakerName: speaker?.name ?? null,
    participantName:
      participantId === null ? null : (participantReads(db).byId.get(participantId)?.name ?? null),
  };
}

/** The turn in which something is said at a position; turns ascend. */
function turnAt(turns: readonly TurnRow[], position: number): TurnRow | undefined {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.body_start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const turn = turns[low - 1];
  return turn !== undefined && position < turn.end ? turn : undefined;
}
