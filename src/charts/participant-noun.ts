import type { Locale } from '../settings/contract.ts';

/** How this study calls its participants: « référents » when they are named « Référent 1 », « Référent 2 »… */
export interface ParticipantNoun {
  readonly one: string;
  readonly many: string;
}

const GENERIC: Readonly<Record<Locale, ParticipantNoun>> = {
  fr: { one: 'participant', many: 'participants' },
  en: { one: 'participant', many: 'participants' },
};

const NUMBERED: Readonly<Record<Locale, RegExp>> = {
  fr: /^(\p{L}{4,})\s+\d+$/u,
  // A word with accents is of another language than the sentence around it.
  en: /^([A-Za-z]{4,})\s+\d+$/u,
};

/**
 * The word that all names share before their number; otherwise, and for French words in « e », whose gender nobody
 * knows (« enseignante »), the general word. Plural as most French and English words have it.
 */
export function participantNoun(names: readonly string[], locale: Locale): ParticipantNoun {
  const words = new Set(
    names.map((name) => NUMBERED[locale].exec(name.trim())?.[1]?.toLocaleLowerCase('fr')),
  );
  const [word] = words;
  if (words.size !== 1 || word === undefined || (locale === 'fr' && word.endsWith('e')))
    return GENERIC[locale];
  return { one: word, many: /[sxz]$/u.test(word) ? word : `${word}s` };
}

/** The form of the noun after a number: French says « 0 participant », English “0 participants”. */
export function nounAfter({ one, many }: ParticipantNoun, count: number, locale: Locale): string {
  return (locale === 'fr' ? count < 2 : count === 1) ? one : many;
}

export function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase('fr') + word.slice(1);
}
