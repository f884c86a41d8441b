import { NOTE_MARK, type PdfLine } from './pdf-lines.ts';

export interface FootLines {
  readonly body: readonly PdfLine[];
  /** The lines of each note, in order; the first without its number. */
  readonly notes: readonly (readonly PdfLine[])[];
}

/** Notes are set smaller than the text, by at least this. */
const SMALLER = 0.95;
const NOTE_START = /^(?:\uE0F0(\d{1,3})\uE0F1|(\d{1,3})(?=\D))[.)]?\s*/u;

/**
 * Takes the notes from the feet of the pages: smaller lines at the end of a page that begin with a number which the
 * page's text refers to by a raised one. References become `[1]`, numbered through the document.
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
  const referred = new Set(
    page.slice(0, from).flatMap(({ text }) => Array.from(text.matchAll(NOTE_MARK), (mark) => mark[1])),
  );
  const start = page.findIndex((line, at) => {
    const found = at < from ? null : NOTE_START.exec(line.text);
    return found !== null && referred.has(found[1] ?? found[2]);
  });
  return start === -1 ? page.length : start;
}
