import { fold } from './fold.ts';
import type { TextRange } from './range.ts';

/** So many words in a row, the same but for case and accents, are a quotation; fewer may be anybody's. */
export const QUOTED_WORDS = 5;

export interface QuoteFinder {
  /** The passages of a text that quote the sources, in order and apart; in UTF-16 code units. */
  find(text: string): TextRange[];
}

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Finds what is quoted word by word from some texts. What stands in `others` too is no quotation of the first ones: a
 * question of the guide, say. They are asked for only when something is found.
 */
export function quoteFinder(sources: Iterable<string>, others: () => Iterable<string>): QuoteFinder {
  const runs = new Set<string>();
  for (const text of sources) for (const { key } of runsOf(text)) runs.add(key);
  let isSettled = false;
  const settle = (): void => {
    if (isSettled) return;
    isSettled = true;
    for (const text of others()) for (const { key } of runsOf(text)) runs.delete(key);
  };
  return {
    find(text) {
      if (runs.size === 0 || !hasRun(text, runs)) return [];
      settle();
      return joined(runsOf(text).filter(({ key }) => runs.has(key)));
    },
  };
}

/** Without quotation marks, so many words in a row are worth a look; fewer are everybody's. */
const TELLING_WORDS = 3;
const MARKED = /«([^«»]*)»|“([^“”]*)”|"([^"]*)"/gu;

/**
 * Finds what may be a quotation although it is too short to be taken out: {@link TELLING_WORDS} words in a row or more,
 * or any words between quotation marks, that stand word by word in the sources and nowhere in `others`.
 */
export function shortQuoteFinder(sources: Iterable<string>, others: () => Iterable<string>): QuoteFinder {
  const runs = new Set<string>();
  const said = [...sources].map(wordsOf);
  for (const words of said) for (const { key } of runsIn(words, TELLING_WORDS)) runs.add(key);
  const all = said.map(inARow).join('\n');
  let rest: string | null = null;
  /** The words of others, read only when there is something to compare. */
  const settled = (): string => {
    if (rest !== null) return rest;
    const elsewhere = Array.from(others(), wordsOf);
    for (const words of elsewhere) for (const { key } of runsIn(words, TELLING_WORDS)) runs.delete(key);
    rest = elsewhere.map(inARow).join('\n');
    return rest;
  };
  const isSaid = (key: string): boolean =>
    key !== '' && all.includes(` ${key} `) && !settled().includes(` ${key} `);
  return {
    find(text) {
      const candidates = runsIn(wordsOf(text), TELLING_WORDS).filter(({ key }) => runs.has(key));
      if (candidates.length > 0) settled();
      const found: TextRange[] = candidates.filter(({ key }) => runs.has(key));
      for (const match of text.matchAll(MARKED)) {
        const quoted = match.slice(1).find((part) => part !== undefined) ?? '';
        const start = match.index + 1;
        if (isSaid(keyOf(wordsOf(quoted)))) found.push({ start, end: start + quoted.length });
      }
      return joined(found.toSorted((a, b) => a.start - b.start));
    },
  };
}

function keyOf(words: readonly Word[]): string {
  return words.map(({ word }) => word).join(' ');
}

function inARow(words: readonly Word[]): string {
  return ` ${keyOf(words)} `;
}

/** Ranges in order, those that touch made one. */
function joined(ranges: readonly TextRange[]): TextRange[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of ranges) {
    const last = found.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

function hasRun(text: string, runs: ReadonlySet<string>): boolean {
  return runsOf(text).some(({ key }) => runs.has(key));
}

function runsOf(text: string): readonly Run[] {
  return runsIn(wordsOf(text), QUOTED_WORDS);
}

interface Word extends TextRange {
  readonly word: string;
}
type Run = TextRange & { readonly key: string };

/** The words of a text without case and accents; where they stand in it is told by the text itself. */
function wordsOf(text: string): readonly Word[] {
  const folded = fold(text);
  return Array.from(folded.folded.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    ...folded.rangeToOriginal({ start: index, end: index + word.length }),
  }));
}

function runsIn(words: readonly Word[], length: number): Run[] {
  return Array.from({ length: Math.max(0, words.length - length + 1) }, (_none, at) => ({
    start: words[at]?.start ?? 0,
    end: words[at + length - 1]?.end ?? 0,
    key: keyOf(words.slice(at, at + length)),
  }));
}
