/**
 * Signs that stand in a line while a document is put together, and say where a comment begins and ends: so they move
 * with the words through cells, boxes and notes. U+FDD0 to U+FDD2 are no characters (Unicode, 23.7).
 */
const START = '\uFDD0';
const END = '\uFDD1';
const CLOSE = '\uFDD2';
const MARK = /([\uFDD0\uFDD1])(\d+)\uFDD2/gu;

/** Where marks stood in a text from which they were taken. */
export interface PlacedMark {
  /** The comment it belongs to. */
  readonly key: number;
  readonly isStart: boolean;
  /** UTF-16 offset into the text without marks. */
  readonly at: number;
}

export function startMark(key: number): string {
  return START + String(key) + CLOSE;
}

export function endMark(key: number): string {
  return END + String(key) + CLOSE;
}

/** What a file itself writes with these signs stands for no character. */
export function withoutForeignMarks(text: string): string {
  return text.replaceAll(/[\uFDD0-\uFDD2]/gu, '\uFFFD');
}

/** Takes the marks out of a text and says where they stood. */
export function takeMarks(text: string): { readonly text: string; readonly marks: readonly PlacedMark[] } {
  if (!text.includes(CLOSE)) return { text, marks: [] };
  const marks: PlacedMark[] = [];
  let clean = '';
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    clean += text.slice(from, match.index);
    from = match.index + match[0].length;
    marks.push({ key: Number(match[2]), isStart: match[1] === START, at: clean.length });
  }
  return { text: clean + text.slice(from), marks };
}
