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
      const found: { start: number; end: number }[] = [];
      for (const { key, start, end } of runsOf(text)) {
        if (!runs.has(key)) continue;
        const last = found.at(-1);
        if (last !== undefined && start <= last.end) last.end = end;
        else found.push({ start, end });
      }
      return found;
    },
  };
}

function hasRun(text: string, runs: ReadonlySet<string>): boolean {
  for (const { key } of runsOf(text)) if (runs.has(key)) return true;
  return false;
}

function* runsOf(text: string): Generator<TextRange & { readonly key: string }> {
  const folded = fold(text);
  const words = Array.from(folded.folded.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  for (let at = 0; at + QUOTED_WORDS <= words.length; at += 1) {
    const run = words.slice(at, at + QUOTED_WORDS);
    const range = folded.rangeToOriginal({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 });
    yield { ...range, key: run.map(({ word }) => word).join(' ') };
  }
}
