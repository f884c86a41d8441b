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

const NUMBERED = /^(\p{L}{4,})[\s\u00a0]+\d+$/u;

/**
 * The word that all names share before their number; otherwise, and for words in « e », whose gender nobody knows
 * (« enseignante »), the general word. Plural as most French and English words have it.
 */
export function participantNoun(names: readonly string[], locale: Locale): ParticipantNoun {
  const words = new Set(names.map((name) => NUMBERED.exec(name.trim())?.[1]?.toLocaleLowerCase('fr')));
  const [word] = words;
  if (words.size !== 1 || word === undefined || word.endsWith('e')) return GENERIC[locale];
  return { one: word, many: /[sxz]$/u.test(word) ? word : `${word}s` };
}

export function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase('fr') + word.slice(1);
}
