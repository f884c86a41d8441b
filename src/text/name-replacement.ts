import { applyEdits, type TextEdit } from './edits.ts';
import { fold } from './fold.ts';
import type { NameHit } from './name-finder.ts';

/**
 * What is done about « d’Anne » that becomes « Paul »: nothing; « de Paul » and back, for `de` only; or also for `que`
 * and, where a vowel follows, `le` and `la`. Which article `l’` stands for cannot be known: it stays.
 */
export type ElisionRepair = 'none' | 'de' | 'all';

/** The edits that put pseudonyms in the place of names; hits are in order and disjoint. */
export function replaceNames(
  text: string,
  hits: readonly NameHit[],
  repair: ElisionRepair = 'de',
): TextEdit[] {
  let reached = 0;
  return hits.map((hit) => {
    const shown = text.slice(hit.start, hit.end);
    const name = keepLineEnd(shown, inCaseOf(shown, hit.replacement));
    const before = repair === 'none' ? null : elisionBefore(text.slice(reached, hit.start), name, repair);
    reached = hit.end;
    return before === null
      ? { start: hit.start, end: hit.end, text: name }
      : { start: hit.start - before.length, end: hit.end, text: before.text + name };
  });
}

/** A text with pseudonyms in the place of names. */
export function withPseudonyms(text: string, hits: readonly NameHit[], repair: ElisionRepair = 'de'): string {
  return applyEdits(text, replaceNames(text, hits, repair));
}

/** « ANNE » is replaced by « PAUL », « anne » by « paul ». */
function inCaseOf(shown: string, replacement: string): string {
  const letters = shown.match(/\p{L}/gu) ?? [];
  if (letters.length > 1 && shown === shown.toUpperCase() && shown !== shown.toLowerCase())
    return replacement.toUpperCase();
  if (letters.length > 1 && shown === shown.toLowerCase() && shown !== shown.toUpperCase())
    return replacement.toLowerCase();
  return replacement;
}

/** A name that is broken over two lines leaves them two lines: paragraphs never join. */
function keepLineEnd(shown: string, name: string): string {
  if (!shown.includes('\n')) return name;
  return name.includes(' ') ? name.replace(' ', '\n') : `${name}\n`;
}

const ELIDED = /(?<![\p{L}\p{N}])(d|qu|jusqu|lorsqu|puisqu)(['’ʼ])$/iu;
const FULL = /(?<![\p{L}\p{N}])(d|qu|jusqu|lorsqu|puisqu|l)([ea])([ \u00a0\u202f])$/iu;

/** What replaces the end of the text before a name, and how many units of it; `null` when it fits already. */
function elisionBefore(
  before: string,
  name: string,
  repair: 'de' | 'all',
): { readonly length: number; readonly text: string } | null {
  const first = fold(name).folded.charAt(0);
  const startsWithVowel = /[aeiou]/u.test(first);
  const startsWithConsonant = /[b-df-gj-np-tv-xz]/u.test(first);
  const tail = before.slice(-12);
  const elided = ELIDED.exec(tail);
  if (elided !== null && startsWithConsonant && isRepaired(elided[1], repair))
    return {
      length: 1,
      text: elided[1] === elided[1]?.toLowerCase() || elided[1]?.length === 1 ? 'e ' : 'E ',
    };
  const full = FULL.exec(tail);
  const word = full?.[1]?.toLowerCase();
  if (full === null || !startsWithVowel || !isRepaired(word, repair)) return null;
  // `la` elides, `da` and `qua` are no such words.
  return word !== 'l' && full[2]?.toLowerCase() === 'a' ? null : { length: 2, text: '’' };
}

function isRepaired(word: string | undefined, repair: 'de' | 'all'): boolean {
  return repair === 'all' || word?.toLowerCase() === 'd';
}
