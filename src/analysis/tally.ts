import type { AnalysisData } from './data.ts';
import type { ResolvedFilter } from './filter.ts';
import { firstSpanAfter, keep, keptWordsBefore, spanColumns, type Kept, type KeptDocument } from './kept.ts';

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
    reached: new Int32Array(rowsOf.rows),
    touched: new Int32Array(kept.participantIds.length),
    seen: new Int32Array(kept.participantIds.length),
    seenMark: 0,
  };
  for (const document of kept.documents) sweepDocument(sweep, document);
  return result;
}

interface Sweep extends Tally {
  readonly rowsOf: RowsOfCodes;
  readonly codeIndex: ReadonlyMap<number, number>;
  readonly coderIds: ReadonlySet<number> | null;
  /** Kept words of the project up to which the row's segments reached. */
  readonly reached: Int32Array;
  /** Columns of the participants that the coding in hand touches; only the first ones count. */
  readonly touched: Int32Array;
  readonly seen: Int32Array;
  seenMark: number;
}

function sweepDocument(sweep: Sweep, inHand: KeptDocument): void {
  const { kept, rowsOf, coderIds, codeIndex } = sweep;
  const { codings } = inHand.document;
  const columns = spanColumns(kept, inHand);
  for (let at = 0; at < codings.count; at += 1) {
    if (coderIds !== null && !coderIds.has(codings.coderIds[at] ?? 0)) continue;
    const code = codeIndex.get(codings.codeIds[at] ?? 0);
    if (code === undefined) continue;
    const touching = touchedColumns(sweep, inHand, columns, codings.starts[at] ?? 0, codings.ends[at] ?? 0);
    if (touching === 0 && kept.restricted) continue;
    const wordStart = touching === 0 ? 0 : keptWordsBefore(inHand, codings.wordStarts[at] ?? 0);
    const wordEnd = touching === 0 ? 0 : keptWordsBefore(inHand, codings.wordEnds[at] ?? 0);
    const last = rowsOf.starts[code + 1] ?? 0;
    for (let each = rowsOf.starts[code] ?? 0; each < last; each += 1) {
      const row = rowsOf.list[each] ?? 0;
      countIn(sweep, row, touching, codings.stances[at] ?? 0, inHand.index);
      const reached = sweep.reached[row] ?? 0;
      if (wordEnd > reached) {
        sweep.words[row] = (sweep.words[row] ?? 0) + wordEnd - Math.max(wordStart, reached);
        sweep.reached[row] = wordEnd;
      }
    }
  }
}

function countIn(sweep: Sweep, row: number, touching: number, stance: number, documentIndex: number): void {
  const { segments, segmentsByParticipant, stances, firstDocuments, touched } = sweep;
  segments[row] = (segments[row] ?? 0) + 1;
  stances[row * 4 + stance] = (stances[row * 4 + stance] ?? 0) + 1;
  if (firstDocuments[row] === -1) firstDocuments[row] = documentIndex;
  const width = sweep.kept.participantIds.length;
  for (let each = 0; each < touching; each += 1) {
    const cell = row * width + (touched[each] ?? 0);
    segmentsByParticipant[cell] = (segmentsByParticipant[cell] ?? 0) + 1;
  }
}

/** Fills `touched` with the columns of the participants whose spans `[start, end)` overlaps; answers how many. */
function touchedColumns(
  sweep: Sweep,
  { spans, people }: KeptDocument,
  columns: Int32Array,
  start: number,
  end: number,
): number {
  const { seen, touched } = sweep;
  sweep.seenMark += 1;
  const mark = sweep.seenMark;
  let count = 0;
  for (let at = firstSpanAfter(spans, start); at < spans.length && count < people; at += 1) {
    const span = spans[at];
    if (span === undefined || span.start >= end) break;
    const column = columns[at] ?? -1;
    if (column < 0 || seen[column] === mark || span.start === span.end) continue;
    seen[column] = mark;
    touched[count] = column;
    count += 1;
  }
  return count;
}
