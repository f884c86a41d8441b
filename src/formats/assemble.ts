import { normaliseText } from '../text/normalise.ts';
import { isBlank } from '../text/paragraphs.ts';
import type { Line } from './docx-lines.ts';
import type { ParsedComment, ParsedHeading } from './parsed-document.ts';
import { takeMarks, type PlacedMark } from './passage-marks.ts';

/** A comment before it is known where it stands, under the key of its marks. */
export type Remarks = ReadonlyMap<number, { readonly author: string; readonly text: string }>;

/** A footnote or endnote, in the order of the text. */
export type NoteLines = readonly Line[];

export interface Assembled {
  readonly text: string;
  readonly headings: readonly ParsedHeading[];
  readonly comments: readonly ParsedComment[];
}

/** How the text points to its note number `number`, 1 for the first. */
export function noteReference(number: number): string {
  return `[${number}]`;
}

/** Joins lines, notes behind them, and numbers headings as `splitParagraphs` will number the paragraphs of the text. */
export function assemble(lines: readonly Line[], notes: readonly NoteLines[], remarks: Remarks): Assembled {
  const headings: ParsedHeading[] = [];
  const texts: string[] = [];
  const marks: PlacedMark[] = [];
  let paragraph = 0;
  let offset = 0;
  for (const line of [...lines, ...notes.flatMap(numbered)]) {
    const { text, marks: placed } = takeMarks(normaliseText(line.text).text);
    for (const mark of placed) marks.push({ ...mark, at: mark.at + offset });
    texts.push(text);
    offset += text.length + 1;
    const filled = text.split('\n').filter((part) => !isBlank(part)).length;
    if (line.level !== null && filled > 0) {
      headings.push({ paragraph, level: line.level, title: text.replaceAll(/\s+/gu, ' ').trim() });
    }
    paragraph += filled;
  }
  const text = texts.join('\n');
  return { text, headings, comments: placeComments(text, marks, remarks) };
}

function numbered(lines: NoteLines, index: number): readonly Line[] {
  const [first, ...more] = lines;
  const text = `${noteReference(index + 1)} ${(first?.text ?? '').trimStart()}`;
  return [{ text, level: null }, ...more.map((line) => ({ text: line.text, level: null }))];
}

function placeComments(text: string, marks: readonly PlacedMark[], remarks: Remarks): ParsedComment[] {
  const ranges = new Map<number, { start: number; end: number }>();
  for (const { key, isStart, at } of marks) {
    const range = ranges.get(key);
    if (range === undefined) ranges.set(key, { start: at, end: at });
    else if (!isStart) range.end = Math.max(range.end, at);
  }
  const comments: ParsedComment[] = [];
  for (const [key, range] of ranges) {
    const remark = remarks.get(key);
    const place = filledRange(text, range.start, range.end) ?? around(text, range.start);
    if (remark !== undefined && place !== null && remark.text.trim() !== '')
      comments.push({ ...place, author: remark.author.trim(), text: remark.text.trim() });
  }
  return comments.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The range without white space at its ends; `null` when nothing is left. */
function filledRange(text: string, from: number, to: number): Place | null {
  const slice = text.slice(from, to);
  const start = from + (slice.length - slice.trimStart().length);
  const end = to - (slice.length - slice.trimEnd().length);
  return end > start ? { start, end } : null;
}

/** What a comment at a point is about: the word that it stands at, or else the paragraph, or the one before it. */
function around(text: string, point: number): Place | null {
  const before = /[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(Math.max(0, point - 100), point))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(point, point + 100))?.[0].length ?? 0;
  if (before + after > 0) return { start: point - before, end: point + after };
  const line = text.lastIndexOf('\n', point - 1) + 1;
  const next = text.indexOf('\n', point);
  const own = filledRange(text, point === 0 ? 0 : line, next === -1 ? text.length : next);
  if (own !== null) return own;
  const earlier = text.slice(0, point).trimEnd().length;
  if (earlier > 0) return filledRange(text, text.lastIndexOf('\n', earlier - 1) + 1, earlier);
  const first = text.length - text.trimStart().length;
  const end = text.indexOf('\n', first);
  return filledRange(text, first, end === -1 ? text.length : end);
}
