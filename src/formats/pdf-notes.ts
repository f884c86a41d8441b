import { NOTE_MARK, type PdfLine } from './pdf-lines.ts';

export interface FootLines {
  readonly body: readonly PdfLine[];
  /** The lines of each note, in order; the first without its number. */
  readonly notes: readonly (readonly PdfLine[])[];
}

/** Notes are set smaller than the text, by at least this; */
const SMALLER = 0.95;
/** or in the same size below so many letter heights of white. */
const WHITE = 3;
const NOTE_START = /^(?:\uE0F0(\d{1,3})\uE0F1|(\d{1,3})(?=\D))[.)]?\s*/u;

/**
 * Takes the notes from the feet of the pages: smaller lines at the end of a page, or lines below a wide gap, that begin
 * with a number which the page's text refers to by a raised one. References become `[1]`, numbered through the document.
 */
export function takeNotes(lines: readonly PdfLine[], bodySize: number): FootLines {
  const body: PdfLine[] = [];
  const notes: PdfLine[][] = [];
  for (const page of Map.groupBy(lines, (line) => line.page).values()) {
    const from = footStart(page, bodySize);
    const byNumber = new Map<string, number>();
    for (const line of page.slice(from)) {
      const found = NOTE_START.exec(line.text);
      const number = found?.[1] ?? found?.[2];
      if (found !== null && number !== undefined && !byNumber.has(number)) {
        notes.push([{ ...line, text: line.text.slice(found[0].length) }]);
        byNumber.set(number, notes.length);
      } else notes.at(-1)?.push(line);
    }
    for (const line of page.slice(0, from)) body.push(withReferences(line, byNumber));
  }
  return { body, notes };
}

function withReferences(line: PdfLine, byNumber: ReadonlyMap<string, number>): PdfLine {
  const text = line.text.replaceAll(NOTE_MARK, (_mark, digits: string) => {
    const number = byNumber.get(digits);
    return number === undefined ? digits : `[${number}]`;
  });
  return { ...line, text };
}

/** Index of the first line of the notes in a page; its length when there are none. */
function footStart(page: readonly PdfLine[], bodySize: number): number {
  let from = page.length;
  while (from > 0 && (page[from - 1]?.size ?? bodySize) < bodySize * SMALLER) from -= 1;
  const referred = referredBefore(page, from);
  const start = page.findIndex((line, at) => at >= from && referred.has(numberOf(line)));
  return start === -1 ? footBelowWhite(page) : start;
}

/** The lines below the last wide gap, when each number that begins one of them is referred to above. */
function footBelowWhite(page: readonly PdfLine[]): number {
  const start = page.findLastIndex((line, at) => {
    const before = page[at - 1];
    return before !== undefined && before.y - line.y > WHITE * line.size;
  });
  if (start === -1) return page.length;
  const referred = referredBefore(page, start);
  const foot = page.slice(start);
  const numbers = foot.map(numberOf).filter((number) => number !== undefined);
  const isFoot = numberOf(foot[0]) !== undefined && numbers.every((number) => referred.has(number));
  return isFoot ? start : page.length;
}

function numberOf(line: PdfLine | undefined): string | undefined {
  const found = NOTE_START.exec(line?.text ?? '');
  return found?.[1] ?? found?.[2];
}

/** The raised numbers in the lines above this one. */
function referredBefore(page: readonly PdfLine[], at: number): ReadonlySet<string | undefined> {
  const marks = page.slice(0, at).flatMap(({ text }) => [...text.matchAll(NOTE_MARK)]);
  return new Set(marks.map((mark) => mark[1]));
}
