import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import { participantReads } from '../participants/store.ts';
import { snapToGraphemes } from '../text/graphemes.ts';
import type { TextRange } from '../text/range.ts';
import type { SearchHit } from './contract.ts';
import type { TurnRow } from '../transcripts/store.ts';
import type { DocumentHits } from './find-hits.ts';

/** Characters shown on either side of a hit. */
const CONTEXT = 60;

/** A hit in its context, with the person who speaks. */
export function describeHit(
  db: Connection,
  { row, text, talk }: DocumentHits,
  { start, end }: TextRange,
): SearchHit {
  const shown = snapToGraphemes(text, {
    start: Math.max(0, start - CONTEXT),
    end: Math.min(text.length, end + CONTEXT),
  });
  const turn = turnAt(talk.turns, start);
  const speaker = turn === undefined ? undefined : talk.speakers.get(turn.speaker_id);
  const participantId = turn === undefined ? row.participant_id : (speaker?.participant_id ?? null);
  return {
    documentId: row.id,
    documentName: row.name,
    paragraph: (documentReads(db).paragraphAt.get(row.text_version_id, start) ?? 0) + 1,
    start,
    end,
    snippet: text.slice(shown.start, shown.end).replaceAll('\n', ' '),
    snippetStart: start - shown.start,
    snippetEnd: end - shown.start,
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
