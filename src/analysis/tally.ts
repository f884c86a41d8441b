import type { AnalysisData } from './data.ts';
import type { ResolvedFilter } from './filter.ts';
import {
  countsForNobody,
  firstSpanAfter,
  keep,
  keptWordsBefore,
  spanOfWord,
  touchedColumns,
  type Kept,
  type KeptDocument,
} from './kept.ts';

/** Which rows of a table each code counts in: rows of code `i` are `list[starts[i] … starts[i + 1])`. */
export interface RowsOfCodes {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly list: Int32Array;
}

/** The figures of each row. A row is a set of codes; whatever several of its codes share is counted once. */
export interface Tally {
  readonly kept: Kept;
  readonly segments: Int32Array;
  /** `segmentsByParticipant[row * N + column]`. A segment that touches two participants counts for both. */
  readonly segmentsByParticipant: Int32Array;
  /** Words of kept participants in at least one segment of the row. */
  readonly words: Int32Array;
  /** `stances[row * 4 + stance]`, stances as in the codings' columns. */
  readonly stances: Int32Array;
  /** Index of the first document with a segment, -1 for none. */
  readonly firstDocuments: Int32Array;
}

/** Turns « the rows of each code » into columns; `rowsOf[i]` are the rows of `data.codes[i]`. */
export function rowsOfCodes(rows: number, rowsOf: readonly (readonly number[])[]): RowsOfCodes {
  const starts = new Int32Array(rowsOf.length + 1);
  for (const [index, list] of rowsOf.entries()) starts[index + 1] = (starts[index] ?? 0) + list.length;
  return { rows, starts, list: Int32Array.from(rowsOf.flat()) };
}

/**
 * One sweep over all codings: time grows with codings × rows per code, and with the kept spans that a coding overlaps.
 * Words need no second pass: codings come by their first word, so each row only remembers how far it reached.
 */
export function tally(data: AnalysisData, filter: ResolvedFilter, rowsOf: RowsOfCodes): Tally {
  const kept = keep(data, filter);
  const result: Tally = {
    kept,
    segments: new Int32Array(rowsOf.rows),
    segmentsByParticipant: new Int32Array(rowsOf.rows * kept.participantIds.length),
    words: new Int32Array(rowsOf.rows),
    stances: new Int32Array(rowsOf.rows * 4),
    firstDocuments: new Int32Array(rowsOf.rows).fill(-1),
  };
  const sweep: Sweep = {
    ...result,
    rowsOf,
    codeIndex: new Map(data.codes.map(({ id }, index) => [id, index])),
    coderIds: filter.coderIds,
    counted: filter.codeIds,
    reached: new Int32Array(rowsOf.rows),
    touched: new Int32Array(kept.participantIds.length),
  };
  for (const document of kept.documents) sweepDocument(sweep, document);
  return result;
}

interface Sweep extends Tally {
  readonly rowsOf: RowsOfCodes;
  readonly codeIndex: ReadonlyMap<number, number>;
  readonly coderIds: ReadonlySet<number> | null;
  /** The codes whose segments count; `null`: all. */
  readonly counted: ReadonlySet<number> | null;
  /** Kept words of the project up to which the row's segments reached. */
  readonly reached: Int32Array;
  /** Columns of the participants that the coding in hand touches; only the first ones count. */
  readonly touched: Int32Array;
}

function sweepDocument(sweep: Sweep, inHand: KeptDocument): void {
  const { kept, coderIds, counted, codeIndex, touched } = sweep;
  const {
    count,
    codeIds,
    coderIds: coders,
    starts,
    ends,
    wordStarts,
    wordEnds,
    stances,
  } = inHand.document.codings;
  let span = 0;
  let wordSpan = 0;
  let previousStart = 0;
  for (let at = 0; at < count; at += 1) {
    if (coderIds !== null && !coderIds.has(coders[at] ?? 0)) continue;
    if (counted !== null && !counted.has(codeIds[at] ?? 0)) continue;
    const code = codeIndex.get(codeIds[at] ?? 0);
    if (code === undefined) continue;
    const start = starts[at] ?? 0;
    span = firstSpanAfter(inHand, start, start < previousStart ? 0 : span);
    previousStart = start;
    const end = ends[at] ?? 0;
    const touching = touchedColumns(inHand, span, end, touched);
    if (touching === 0 && !countsForNobody(kept, inHand, start, end)) continue;
    let wordStart = 0;
    let wordEnd = 0;
    if (touching > 0) {
      const first = wordStarts[at] ?? 0;
      const last = wordEnds[at] ?? 0;
      wordSpan = spanOfWord(inHand, first, wordSpan);
      wordStart = keptWordsBefore(inHand, first, wordSpan);
      wordEnd = keptWordsBefore(inHand, last, spanOfWord(inHand, last, wordSpan));
    }
    countIn(sweep, code, touching, stances[at] ?? 0, inHand.index, wordStart, wordEnd);
  }
}

/** Counts one coding in all rows of its code. Words `[wordStart, wordEnd)` are in the project's count of kept words. */
function countIn(
  sweep: Sweep,
  code: number,
  touching: number,
  stance: number,
  documentIndex: number,
  wordStart: number,
  wordEnd: number,
): void {
  const { segments, segmentsByParticipant, stances, firstDocuments, words, reached, touched, rowsOf } = sweep;
  const width = sweep.kept.participantIds.length;
  const last = rowsOf.starts[code + 1] ?? 0;
  for (let each = rowsOf.starts[code] ?? 0; each < last; each += 1) {
    const row = rowsOf.list[each] ?? 0;
    segments[row] = (segments[row] ?? 0) + 1;
    stances[row * 4 + stance] = (stances[row * 4 + stance] ?? 0) + 1;
    if (firstDocuments[row] === -1) firstDocuments[row] = documentIndex;
    for (let person = 0; person < touching; person += 1) {
      const cell = row * width + (touched[person] ?? 0);
      segmentsByParticipant[cell] = (segmentsByParticipant[cell] ?? 0) + 1;
    }
    const known = reached[row] ?? 0;
    if (wordEnd > known) {
      words[row] = (words[row] ?? 0) + wordEnd - Math.max(wordStart, known);
      reached[row] = wordEnd;
    }
  }
}
