import type { Locale } from '../settings/contract.ts';
import { nounAfter, type ParticipantNoun } from './participant-noun.ts';

const NARROW_SPACE = '\u202f';

/** The words of the charts: the same in the window and in files. */
export interface ChartMessages {
  readonly hypothesesTitle: (noun: ParticipantNoun) => string;
  readonly stancesTitle: string;
  /** « 8 référents interrogés, sur 15 contactés » */
  readonly source: (participants: number, contacted: number | null, noun: ParticipantNoun) => string;
  readonly axis: (noun: ParticipantNoun) => string;
  readonly supports: string;
  readonly qualifies: string;
  readonly contradicts: string;
  readonly unmapped: string;
  readonly noStance: string;
  readonly noCode: string;
}

const fr: ChartMessages = {
  hypothesesTitle: ({ many }) => `Combien de ${many} par code`,
  stancesTitle: 'Position des segments',
  source: (participants, contacted, noun) =>
    `${number(participants, 'fr')} ${nounAfter(noun, participants, 'fr')} ${participants > 1 ? 'interrogés' : 'interrogé'}` +
    (contacted === null
      ? ''
      : `, sur ${number(contacted, 'fr')} ${contacted > 1 ? 'contactés' : 'contacté'}`),
  axis: ({ many }) => `${many} citant le code`,
  supports: 'Appuie',
  qualifies: 'Nuance',
  contradicts: 'Contredit',
  unmapped: 'Hors hypothèse',
  noStance: 'aucune position notée',
  noCode: 'aucun code',
};

const en: ChartMessages = {
  hypothesesTitle: ({ many }) => `How many ${many} per code`,
  stancesTitle: 'Stance of the segments',
  source: (participants, contacted, noun) =>
    `${number(participants, 'en')} ${nounAfter(noun, participants, 'en')} interviewed` +
    (contacted === null ? '' : `, out of ${number(contacted, 'en')} contacted`),
  axis: ({ many }) => `${many} who mention the code`,
  supports: 'Supports',
  qualifies: 'Qualifies',
  contradicts: 'Contradicts',
  unmapped: 'No hypothesis',
  noStance: 'no stance noted',
  noCode: 'no code',
};

const MESSAGES: Readonly<Record<Locale, ChartMessages>> = { fr, en };

export function chartMessages(locale: Locale): ChartMessages {
  return MESSAGES[locale];
}

function number(value: number, locale: Locale): string {
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB';
  return new Intl.NumberFormat(tag).format(value).replaceAll(/[\u00a0\u2009]/gu, NARROW_SPACE);
}
