import { labelKey, readLabel } from '../text/speaker-label.ts';
import { labelShape } from '../text/speaker-shape.ts';
import { joinLine } from './pdf-hyphens.ts';
import type { PdfLine } from './pdf-lines.ts';

export interface PdfParagraph {
  readonly text: string;
  readonly size: number;
}

/** Parts of the font size or of the usual distance of lines. */
const INDENT = 0.8;
const WIDE_GAP = 1.3;
const OTHER_SIZE = 0.1;
const ROOM = 0.7;
const LIST_START = /^(?:•|\d{1,3}[.)]|[a-z][.)]|[–—])[\s\u00A0]/u;
const SENTENCE_END = /[.!?…:][»"”’)\]\s\u00A0\u202F]*$/u;

interface Frame {
  readonly left: number;
  readonly right: number;
}

/** Rebuilds paragraphs from lines in reading order: also those that go on in the next column or on the next page. */
export function paragraphsOf(lines: readonly PdfLine[], vocabulary: ReadonlySet<string>): PdfParagraph[] {
  const frames = framesOf(lines);
  const labels = labelsOf(lines);
  const gap = usualGap(lines);
  const paragraphs: { text: string; size: number; lines: number; left: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const last = paragraphs.at(-1);
    const opens =
      before === undefined ||
      last === undefined ||
      opensByItself(line, before, labels) ||
      opensByPlace({ line, before, gap, frames, isFirst: last.lines === 1, opener: last.text });
    if (opens) paragraphs.push({ text: line.text, size: line.size, lines: 1, left: line.x0 });
    else {
      last.text = joinLine(last.text, line.text, vocabulary);
      last.lines += 1;
    }
  }
  return paragraphs.filter(({ text }) => text.trim() !== '');
}

function opensByItself(line: PdfLine, before: PdfLine, labels: ReadonlySet<string>): boolean {
  const label = labelKeyOf(line);
  if (label !== null && labels.has(label)) return true;
  if (line.text.startsWith('• ')) return true;
  if (line.text.includes('\t') || before.text.includes('\t')) return line.block === before.block;
  return LIST_START.test(line.text) && (SENTENCE_END.test(before.text) || LIST_START.test(before.text));
}

interface Place {
  readonly line: PdfLine;
  readonly before: PdfLine;
  readonly gap: number;
  readonly frames: ReadonlyMap<number, Frame>;
  /** Whether the line before opened its paragraph. */
  readonly isFirst: boolean;
  readonly opener: string;
}

function opensByPlace({ line, before, gap, frames, isFirst, opener }: Place): boolean {
  if (Math.abs(line.size - before.size) > OTHER_SIZE * Math.max(line.size, before.size)) return true;
  const isCutWord = /[\p{L}][-\u2010\u00AD]$/u.test(before.text);
  const frame = frames.get(line.block);
  const frameBefore = frames.get(before.block);
  if (frame === undefined || frameBefore === undefined) return true;
  const room = INDENT * line.size;
  if (line.block !== before.block) {
    if (isCutWord || /^\p{Ll}/u.test(line.text)) return false;
    return (
      line.x0 > frame.left + room || hadRoom(before, line, frameBefore) || SENTENCE_END.test(before.text)
    );
  }
  if (before.y - line.y > gap * WIDE_GAP * (line.size / Math.max(1, before.size))) return true;
  if (isCutWord) return false;
  const shift = line.x0 - before.x0;
  const isHanging = LIST_START.test(opener) || isFirst;
  if (shift > room && !(isHanging && isFirst && !SENTENCE_END.test(before.text))) return true;
  if (shift < -room && !isFirst) return true;
  return hadRoom(before, line, frameBefore);
}

/** Whether the first word of the line would still have stood on the line before: then somebody ended it there. */
function hadRoom(before: PdfLine, line: PdfLine, frame: Frame): boolean {
  const perCharacter = (line.x1 - line.x0) / Math.max(1, line.text.length);
  const word = /^\S+(?:[\u00A0\u202F]\S+)*/u.exec(line.text)?.[0].length ?? 0;
  return before.x1 + (word + 1) * perCharacter + ROOM * line.size < frame.right;
}

function framesOf(lines: readonly PdfLine[]): ReadonlyMap<number, Frame> {
  const blocks = Map.groupBy(lines, ({ block }) => block);
  return new Map(
    Array.from(blocks, ([block, members]) => [
      block,
      { left: Math.min(...members.map(({ x0 }) => x0)), right: Math.max(...members.map(({ x1 }) => x1)) },
    ]),
  );
}

/** The most frequent distance of two lines that follow each other, in points. */
function usualGap(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before?.block !== line.block || before.y <= line.y) continue;
    const gap = Math.round((before.y - line.y) * 2) / 2;
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? Number.POSITIVE_INFINITY;
}

function labelKeyOf({ text }: PdfLine): string | null {
  const label = readLabel(text, { start: 0, end: text.length });
  return label === null || label.pattern === 'tab' ? null : labelKey(label.label);
}

/** Labels of speakers at the start of lines: of a typical shape, or a name that comes again. */
function labelsOf(lines: readonly PdfLine[]): ReadonlySet<string> {
  const counts = new Map<string, { readonly label: string; readonly count: number }>();
  for (const line of lines) {
    const found = readLabel(line.text, { start: 0, end: line.text.length });
    if (found === null || found.pattern === 'tab') continue;
    const key = labelKey(found.label);
    counts.set(key, { label: found.label, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return new Set([...counts].filter(([, { label, count }]) => opensTurn(label, count)).map(([key]) => key));
}

function opensTurn(label: string, count: number): boolean {
  const shape = labelShape(label);
  if (shape === 'role' || shape === 'numbered' || shape === 'unnamed') return true;
  return (shape === 'name' || shape === 'capitals') && count > 1;
}
