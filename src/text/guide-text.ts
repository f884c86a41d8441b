import { fold } from './fold.ts';

/** One line of an interview guide: level 1 is a part, 2 a question, more what is asked below it. */
export interface GuideLine {
  readonly title: string;
  readonly level: number;
}

/** More topics than any guide has: a wrong file is told from a guide. */
export const MAX_GUIDE_LINES = 2_000;
const MAX_LEVEL = 9;
const TAB_COLUMNS = 4;

/** Kinds of lines from the outermost to the innermost. Their order settles which is below which at one indentation. */
const KINDS = ['part', 'roman', 'capital', 'plain', 'number', 'letter', 'bullet', 'question'] as const;
type Kind = (typeof KINDS)[number];

interface Marked {
  readonly title: string;
  /** Greater is further inside; lines of one rank are on one level. */
  readonly rank: number;
}

const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/u;
const PART =
  /^(?:theme|partie|axe|volet|section|bloc|module|part|topic|block)\s+(?:\d+|[ivx]+|[a-h])(?=$|[\s.:)–—-])/u;
const NUMBER = /^(\d{1,3}(?:\.\d{1,3})*)\s*(?:[.)°:–—-]+\s*|\s)(?=\S)/u;
const QUESTION_NUMBER = /^q(?:uestion)?\s*\d{1,3}\s*[.):–—-]\s*/iu;
const ROMAN = /^[IVX]{1,5}\s*[.)–—-]\s+/u;
const CAPITAL = /^[A-H][.)]\s+/u;
const LETTER = /^[a-z][.)]\s+/u;
const BULLET = /^[-*+•◦▪‣–—→o]\s+/u;

/**
 * The topics of a guide written as text: Markdown headings, « Thème 1 », numbers, letters, bullets and indentation say
 * what is below what. A question (it ends in `?`) is never a part, so its level is at least 2. Numbers and bullets are
 * taken off, titles are cut after `maxTitle` UTF-16 code units.
 */
export function parseGuideText(text: string, maxTitle = 1_000): GuideLine[] {
  const open: { readonly rank: number; readonly level: number }[] = [];
  const lines: GuideLine[] = [];
  for (const raw of text.split(/\r\n?|[\n\u2028\u2029]/u)) {
    const marked = readLine(raw);
    if (marked === null) continue;
    while ((open.at(-1)?.rank ?? -Infinity) > marked.rank) open.pop();
    const above = open.at(-1);
    const isQuestion = marked.title.endsWith('?');
    const level =
      above?.rank === marked.rank ? above.level : Math.max((above?.level ?? 0) + 1, isQuestion ? 2 : 1);
    if (above?.rank !== marked.rank) open.push({ rank: marked.rank, level });
    lines.push({
      title: marked.title.slice(0, maxTitle).toWellFormed(),
      level: Math.min(MAX_LEVEL, level),
    });
    if (lines.length === MAX_GUIDE_LINES) break;
  }
  return lines;
}

function readLine(raw: string): Marked | null {
  const line = raw.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '').trim();
  if (!/[\p{L}\p{N}]/u.test(line)) return null;
  const heading = HEADING.exec(line);
  if (heading?.[1] !== undefined && heading[2] !== undefined)
    return { title: heading[2].trim(), rank: heading[1].length - KINDS.length };
  // A part is a part however far the page indents it.
  if (PART.test(fold(line).folded)) return { title: line, rank: 0 };
  const { kind, title, depth } = readMarker(line);
  return { title, rank: 1 + indentation(raw) * 100 + KINDS.indexOf(kind) * 10 + depth };
}

function readMarker(line: string): { readonly kind: Kind; readonly title: string; readonly depth: number } {
  const number = NUMBER.exec(line);
  if (number?.[1] !== undefined) {
    const title = line.slice(number[0].length);
    return { kind: 'number', title, depth: Math.min(9, number[1].split('.').length - 1) };
  }
  const marks: readonly (readonly [Kind, RegExp])[] = [
    ['number', QUESTION_NUMBER],
    ['roman', ROMAN],
    ['capital', CAPITAL],
    ['letter', LETTER],
    ['bullet', BULLET],
  ];
  for (const [kind, expression] of marks) {
    const found = expression.exec(line);
    if (found !== null && found[0].length < line.length)
      return { kind, title: line.slice(found[0].length).trim(), depth: 0 };
  }
  return { kind: line.endsWith('?') ? 'question' : 'plain', title: line, depth: 0 };
}

function indentation(raw: string): number {
  let columns = 0;
  for (const character of raw) {
    if (character === '\t') columns += TAB_COLUMNS;
    else if (character === ' ' || character === '\u00a0') columns += 1;
    else break;
  }
  return Math.min(40, columns);
}
