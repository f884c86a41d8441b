import { fold } from './fold.ts';

export type NameKind = 'person' | 'place' | 'organisation' | 'other';

/** A name and what it is to be called. */
export interface NameEntry {
  readonly id: number;
  readonly kind: NameKind;
  readonly name: string;
  readonly replacement: string;
}

/**
 * How a name may stand in a text: as it is (folded; `Jean Pierre` is `Jean-Pierre`), in small letters, with the
 * possessive `’s`, in the plural, with initials (`J. Dupont`), its first or last part alone, or as a part of a longer
 * hyphenated name.
 */
export const FORM_KINDS = [
  'exact',
  'lowercase',
  'possessive',
  'plural',
  'initials',
  'last',
  'first',
  'compound',
] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** One way to find a name: folded words, and what may stand between and behind them. */
export interface NamePattern {
  readonly kind: 'exact' | 'plural' | 'initials' | 'last' | 'first';
  readonly words: readonly string[];
  readonly gap: RegExp;
  readonly replacement: string;
}

/** Between the parts of a name: spaces, hyphens, apostrophes, at most one line end. */
const NAME_GAP = /[ \t]?(?:[-'][ \t]?)|[ \t]{1,3}(?:\n[ \t]{0,3})?|\n[ \t]{0,3}/y;
/** Between initials, and between them and a surname: `J.-P. Dupont`, `JP Dupont`. */
const INITIAL_GAP = /\.[ \t]?-?[ \t]?|[ \t]?-[ \t]?|[ \t]{1,2}/y;

/** Names that are words of everyday speech, folded: alone, they are replaced only when the person ticks them. */
const COMMON = new Set(
  `aime ange aurore avril blanc blanche boulanger brun cerise chevalier clair claire clement colombe constance coq
   desire dominique fleur fontaine fort france gentil grand gros iris jasmin leroy lilas long marguerite marin mars
   martin masson mercier mineur moulin muguet noel noir olive parfait paris perle petit philosophe pierre prudence
   prune roi rose roux sauvage serein silence soleil toussaint vert vidal vigne victoire ville
   april art bill black brown bob chase cook dawn faith frank grace green hope jack joy june king mark may miller
   patience pat rich rob rose ruby sky smith summer sue violet white will young`.split(/\s+/u),
);

/** Whether a name's part is an ordinary word too. */
export function isCommonWord(word: string): boolean {
  return COMMON.has(fold(word).folded);
}

/** The folded words of a name, a hyphenated one as several. */
export function nameWords(name: string): string[] {
  return fold(name).folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All ways in which a name is looked for. */
export function namePatterns({ kind, name, replacement }: NameEntry): NamePattern[] {
  const words = nameWords(name);
  const last = words.at(-1);
  if (last === undefined) return [];
  const patterns: NamePattern[] = [{ kind: 'exact', words, gap: NAME_GAP, replacement }];
  if (isPluralised(last))
    patterns.push({
      kind: 'plural',
      words: [...words.slice(0, -1), `${last}s`],
      gap: NAME_GAP,
      replacement: isPluralised(fold(replacement).folded) ? `${replacement}s` : replacement,
    });
  return kind === 'person' ? [...patterns, ...personPatterns(name, replacement)] : patterns;
}

function isPluralised(folded: string): boolean {
  return folded.length > 1 && /[a-rt-wy]$/u.test(folded);
}

function personPatterns(name: string, replacement: string): NamePattern[] {
  const [given, ...family] = name.trim().split(/\s+/u);
  const givenWords = nameWords(given ?? '');
  const familyWords = nameWords(family.join(' '));
  if (givenWords.length === 0 || familyWords.length === 0) return [];
  const [newGiven = replacement, ...rest] = replacement.trim().split(/\s+/u);
  const newFamily = rest.join(' ');
  const initials = givenWords.map((word) => initialOf(word));
  const initialled = newFamily === '' ? replacement : `${initialOf(newGiven)}. ${newFamily}`;
  const withInitials = (words: readonly string[]): NamePattern => ({
    kind: 'initials',
    words,
    gap: INITIAL_GAP,
    replacement: initialled,
  });
  return [
    withInitials([...initials, ...familyWords]),
    ...(initials.length > 1 ? [withInitials([initials.join(''), ...familyWords])] : []),
    { kind: 'first', words: givenWords, gap: NAME_GAP, replacement: newGiven },
    {
      kind: 'last',
      words: familyWords,
      gap: NAME_GAP,
      replacement: newFamily === '' ? replacement : newFamily,
    },
  ];
}

function initialOf(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0x3f);
}
