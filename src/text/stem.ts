import snowball from 'snowball-stemmers';
import { fold } from './fold.ts';

export type StemLanguage = 'fr' | 'en';

const stemmers = {
  fr: snowball.newStemmer('french'),
  en: snowball.newStemmer('english'),
} as const;

/**
 * The stems (Porter's Snowball algorithms) that a folded word can have, folded. French endings are told apart by
 * accents that folding took away, so a final `e` is also tried as `é`: « utilisees » has the stem of « utilisées ».
 */
export function stemsOf(folded: string, language: StemLanguage): ReadonlySet<string> {
  const stems = new Set([stemmed(folded, language)]);
  if (language === 'fr') {
    const accented = folded.replace(/e(e?s?)$/u, 'é$1');
    if (accented !== folded) stems.add(stemmed(accented, language));
    // The algorithm leaves the plural of the present as it is.
    if (/..ent$/u.test(folded)) stems.add(stemmed(folded.slice(0, -2), language));
  }
  return stems;
}

/** Whether two folded words share a stem; remembers what it worked out for the first. */
export function sameStem(word: string, language: StemLanguage): (other: string) => boolean {
  const wanted = stemsOf(word, language);
  const known = new Map<string, boolean>();
  return (other) => {
    let same = known.get(other);
    if (same === undefined) {
      same = [...stemsOf(other, language)].some((stem) => wanted.has(stem));
      known.set(other, same);
    }
    return same;
  };
}

/** The letters with which every word of this stem begins: endings change, beginnings do not. */
export function stemPrefix(word: string, language: StemLanguage): string {
  const shortest = Math.min(...Array.from(stemsOf(word, language), (stem) => stem.length));
  return word.slice(0, Math.max(1, Math.min(3, shortest - 1)));
}

function stemmed(word: string, language: StemLanguage): string {
  return fold(stemmers[language].stem(word)).folded;
}
