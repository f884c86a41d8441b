import type { DocumentContent } from '../../src/documents/contract.ts';
import type { SpeakerRole } from '../../src/contract/common.ts';
import type { TextRange } from '../../src/text/range.ts';

export type { TextRange };

/** A line of the transcript as it is shown. */
export interface Paragraph extends TextRange {
  readonly index: number;
  /** Shown in the left column, counted as everywhere in the program (headings count, but show none). */
  readonly number: number | null;
  readonly heading: boolean;
  /** Where the words shown in the text column begin: after the speaker's label, if one opens this paragraph. */
  readonly wordsStart: number;
  /** Shown in the speaker column, on the first paragraph of a turn. */
  readonly speakerName: string | null;
  /** When the turn was said, in milliseconds of the recording; shown under the speaker's name. */
  readonly timecodeMs: number | null;
  readonly role: SpeakerRole | null;
  /** The words of the turn it belongs to, without the speaker's label. */
  readonly turn: TextRange | null;
}

export interface TranscriptModel {
  readonly documentId: number;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Where topics of the guide are answered. */
  readonly topics: readonly TextRange[];
}

type Source = Pick<DocumentContent, 'id' | 'text' | 'paragraphs' | 'turns' | 'speakers'> &
  Partial<Pick<DocumentContent, 'topics'>>;

/** Joins paragraphs with the turns they belong to. Linear: both lists are in order. */
export function buildModel(source: Source): TranscriptModel {
  const speakers = new Map(source.speakers.map((speaker) => [speaker.id, speaker]));
  const turns = source.turns;
  const paragraphs: Paragraph[] = [];
  let next = 0;
  for (const [index, paragraph] of source.paragraphs.entries()) {
    while (next < turns.length && (turns[next]?.start ?? 0) < paragraph.end) next += 1;
    const turn = turns[next - 1];
    const inTurn = turn !== undefined && turn.end > paragraph.start;
    const opens = inTurn && turn.start >= paragraph.start;
    const speaker = inTurn ? speakers.get(turn.speakerId) : undefined;
    paragraphs.push({
      index,
      start: paragraph.start,
      end: paragraph.end,
      number: paragraph.heading ? null : index + 1,
      heading: paragraph.heading,
      wordsStart: opens ? Math.min(turn.bodyStart, paragraph.end) : paragraph.start,
      speakerName: opens ? (speaker?.name ?? null) : null,
      timecodeMs: opens && speaker !== undefined ? turn.timecodeMs : null,
      role: paragraph.heading ? null : (speaker?.role ?? null),
      turn: inTurn && !paragraph.heading ? { start: turn.bodyStart, end: turn.end } : null,
    });
  }
  return { documentId: source.id, text: source.text, paragraphs, topics: source.topics ?? [] };
}

/** Index of the paragraph that holds `offset`, or the nearest before it; 0 when the offset stands before all. -1 without paragraphs. */
export function paragraphIndexAt(model: TranscriptModel, offset: number): number {
  let low = 0;
  let high = model.paragraphs.length - 1;
  let found = high < 0 ? -1 : 0;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((model.paragraphs[middle]?.start ?? 0) <= offset) {
      found = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}

export function paragraphAt(model: TranscriptModel, offset: number): Paragraph | null {
  return model.paragraphs[paragraphIndexAt(model, offset)] ?? null;
}

/** The nearest place a caret can stand in the text column: never inside a speaker's label, never between paragraphs. */
export function clampToShown(model: TranscriptModel, offset: number): number {
  const paragraph = paragraphAt(model, offset);
  if (paragraph === null) return 0;
  return Math.min(Math.max(offset, paragraph.wordsStart), paragraph.end);
}

/** The number by which the paragraph that holds `offset` is called. */
export function paragraphNumberAt(model: TranscriptModel, offset: number): number {
  return paragraphIndexAt(model, offset) + 1;
}

/** The words of a range as shown: speaker labels left out, one line per paragraph. */
export function shownText(model: TranscriptModel, range: TextRange): string {
  const lines: string[] = [];
  for (const piece of shownPieces(model, range)) lines.push(model.text.slice(piece.start, piece.end));
  return lines.join('\n');
}

export interface ParagraphPiece extends TextRange {
  readonly index: number;
}

/** A range cut at paragraph borders, without speaker labels; empty pieces are left out. */
export function shownPieces(model: TranscriptModel, range: TextRange): ParagraphPiece[] {
  const pieces: ParagraphPiece[] = [];
  const first = Math.max(0, paragraphIndexAt(model, range.start));
  for (let index = first; index < model.paragraphs.length; index += 1) {
    const paragraph = model.paragraphs[index];
    if (paragraph === undefined || paragraph.start >= range.end) break;
    const start = Math.max(range.start, paragraph.wordsStart);
    const end = Math.min(range.end, paragraph.end);
    if (start < end) pieces.push({ index, start, end });
  }
  return pieces;
}
