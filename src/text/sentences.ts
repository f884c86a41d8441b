import { isWhiteSpace, trimWhiteSpace } from './char-class.ts';
import type { TextRange } from './range.ts';

/** Always followed by more of the sentence. */
const NEVER_LAST = words(
  'M MM Mr Mrs Mme Mmes Mlle Mlles Me Mgr Dr Drs Pr Prof St Ste cf ex i.e e.g c.-à-d c-à-d env vs',
);
/** End no sentence when a number follows: « p. 12 », « art. 3 ». */
const BEFORE_NUMBER = words('p pp art chap fig vol t n no nos éd env av apr tél réf cf al');
/** The initial of a name: « J. Dupont ». */
const INITIAL = /(?:^|[^\p{L}\p{N}])\p{Lu}$/u;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/**
 * The sentences of a paragraph, in order, without the white space around them. A sentence ends at `.`, `!`, `?` or
 * `…` (or several) with the closing quotation marks and brackets behind, before white space and a capital, a number
 * or an opening mark; French abbreviations and initials end none. A line end always ends one.
 */
export function sentences(text: string, range: TextRange): TextRange[] {
  const found: TextRange[] = [];
  let start = range.start;
  const close = (end: number): void => {
    const sentence = trimWhiteSpace(text, start, end);
    if (sentence.start < sentence.end) found.push(sentence);
    start = end;
  };
  for (let at = range.start; at < range.end;) {
    const character = text[at] ?? '';
    if (character === '\n') {
      close(at);
      at += 1;
    } else if (isTerminator(character)) {
      const end = sentenceEnd(text, at, range.end);
      if (endsHere(text, at, end, range)) close(end);
      at = end;
    } else {
      at += 1;
    }
  }
  close(range.end);
  return found;
}

/**
 * The sentence of a paragraph that holds this position; between two sentences the one before. `null` when the
 * position is outside the paragraph or the paragraph is blank.
 */
export function sentenceAt(text: string, paragraph: TextRange, position: number): TextRange | null {
  if (position < paragraph.start || position > paragraph.end) return null;
  const all = sentences(text, paragraph);
  return all.findLast((sentence) => sentence.start <= position) ?? all[0] ?? null;
}

function isTerminator(character: string): boolean {
  return (
    character === '.' ||
    character === '!' ||
    character === '?' ||
    character === '…' ||
    isWideTerminator(character)
  );
}

function isWideTerminator(character: string): boolean {
  return character === '。' || character === '！' || character === '？';
}

/** Over further terminators and closing marks; French sets a space before « ! », « ? » and « » ». */
function sentenceEnd(text: string, from: number, limit: number): number {
  let end = from + 1;
  for (;;) {
    const next = skipSpaces(text, end, limit);
    const character = next < limit ? (text[next] ?? '') : '';
    const touches = next === end;
    if (character === '»' || character === '!' || character === '?') end = next + 1;
    else if (touches && character !== '' && '.…”’"\')]。！？'.includes(character)) end = next + 1;
    else return end;
  }
}

function skipSpaces(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text[at] !== '\n' && isWhiteSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function endsHere(text: string, terminator: number, end: number, range: TextRange): boolean {
  const next = skipSpaces(text, end, range.end);
  if (next >= range.end || text[next] === '\n') return true;
  if (isWideTerminator(text[terminator] ?? '')) return true;
  if (next === end) return false;
  // What the next sentence begins with, behind opening marks and the dash of a dialogue.
  const ahead = /^[«“"'(‘[\s–—-]*([\s\S])/u.exec(text.slice(next, Math.min(range.end, next + 8)))?.[1] ?? '';
  if (/\p{Ll}/u.test(ahead)) return false;
  return (
    text[terminator] !== '.' || end > terminator + 1 || !isAbbreviation(text, terminator, range.start, ahead)
  );
}

function isAbbreviation(text: string, dot: number, from: number, ahead: string): boolean {
  const before = text.slice(Math.max(from, dot - 12), dot);
  const word = /[\p{L}.'’-]+$/u.exec(before)?.[0] ?? '';
  if (word === '') return false;
  const last = word.slice(Math.max(word.lastIndexOf('.'), word.lastIndexOf('’'), word.lastIndexOf("'")) + 1);
  if ([word, last, word.toLowerCase(), last.toLowerCase()].some((form) => NEVER_LAST.has(form))) return true;
  if (/\p{N}/u.test(ahead)) return BEFORE_NUMBER.has(last.toLowerCase());
  return INITIAL.test(before) || /^\p{Lu}(?:\.-?\p{Lu})+$/u.test(word);
}
