import type { TextRange } from './range.ts';

export interface TextHeading {
  /** Number of the paragraph, from 0. */
  readonly paragraph: number;
  readonly title: string;
  /** 1 is the outermost. */
  readonly level: number;
}

const MARKS = /^(#{1,6})\s+/u;

/** Headings of a text whose paragraphs are known: levels are told by `#` where they stand, else all are 1. */
export function headingsOf(
  text: string,
  paragraphs: readonly TextRange[],
  headings: readonly number[],
): TextHeading[] {
  return headings.flatMap((paragraph) => {
    const range = paragraphs[paragraph];
    if (range === undefined) return [];
    const line = text.slice(range.start, range.end).trim();
    const marks = MARKS.exec(line);
    return [{ paragraph, title: line.slice(marks?.[0].length ?? 0), level: marks?.[1]?.length ?? 1 }];
  });
}
