import { fold } from './fold.ts';
import { endsInElision, wordIndex } from './words.ts';

/** Longer words stand in the index by their beginning. */
export const LONGEST_TERM = 1_000;

/**
 * The folded words of a paragraph as terms of the index, separated by spaces. Elisions stand without their
 * apostrophe, as a search sees them.
 */
export function indexWords(paragraph: string): string {
  const { folded } = fold(paragraph);
  const { starts, ends } = wordIndex(folded);
  const terms: string[] = [];
  for (let at = 0; at < starts.length; at += 1) {
    const end = ends[at] ?? 0;
    terms.push(indexTerm(folded.slice(starts[at], endsInElision(folded, end) ? end - 1 : end)));
  }
  return terms.join(' ');
}

/**
 * A folded word as the index holds it: everything but ASCII becomes two apostrophes and four hexadecimal digits, so
 * that the tokeniser, whose tables of letters are older than ours, never cuts a word. No word holds two apostrophes.
 */
export function indexTerm(word: string): string {
  return word.replaceAll(/[^a-z0-9'-]/gu, escaped).slice(0, LONGEST_TERM);
}

/** The word that a term of the index stands for. */
export function termWord(term: string): string {
  return term.replaceAll(/''([0-9a-f]{4})/gu, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

function escaped(sign: string): string {
  let written = '';
  for (let at = 0; at < sign.length; at += 1)
    written += `''${sign.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return written;
}
