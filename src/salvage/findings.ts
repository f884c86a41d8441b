import { fill } from '../errors/describe.ts';
import { countInWords, nounOf } from '../errors/kinds.ts';
import type { Locale } from '../settings/contract.ts';
import type { Taken } from './take-over.ts';

const SENTENCES = {
  text: {
    fr: 'Le texte de « {name} » ne se lit plus : ce document manque, avec ce qui y était codé.',
    en: 'The text of “{name}” cannot be read any more: this document is missing, with what was coded in it.',
  },
  inDocument: {
    fr: 'Il manque {what} dans « {name} ».',
    en: 'Missing in “{name}”: {what}.',
  },
  missing: { fr: 'Il manque {what}.', en: 'Missing: {what}.' },
  other: { fr: 'Il manque {what} d’autres documents.', en: 'Missing in other documents: {what}.' },
  unknown: {
    fr: 'Il peut manquer aussi des {what} : le fichier ne dit plus combien il y en avait.',
    en: 'There may be more {what} missing: the file does not say any more how many there were.',
  },
  restored: {
    fr: 'Illisible à sa place, mais retrouvé dans l’historique : {what}.',
    en: 'Unreadable in its place, but found in the history: {what}.',
  },
  doubtful: {
    fr: 'À vérifier, car le fichier ne dit plus si vous l’aviez supprimé : {what}.',
    en: 'To be looked at, since the file does not tell any more whether you had deleted it: {what}.',
  },
  history: {
    fr: 'Ce qui a été fait avant ne peut plus être annulé.',
    en: 'What was done before cannot be undone any more.',
  },
} satisfies Record<string, Readonly<Record<Locale, string>>>;

/** Not told one by one: the bytes of a text are told with its document, and the history as a whole. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['text_version', 'history_step', 'history_change']);

/** What is missing and what is uncertain, as sentences; only what is known is said. */
export function findingsOf(taken: Taken, locale: Locale): readonly string[] {
  const say = (key: keyof typeof SENTENCES, details: Readonly<Record<string, string>>): string =>
    fill(SENTENCES[key][locale], details);
  const words = (table: string, count: number): string => countInWords(table, count, locale);
  const tables = taken.tables.filter(({ table }) => !TOLD_OTHERWISE.has(table));
  const missing = tables.flatMap(({ table, expected, read, kept }) => {
    const inDocuments = taken.lostInDocuments.filter((each) => each.table === table);
    const told = inDocuments.reduce((sum, { count }) => sum + count, 0);
    const byName = table === 'document' ? taken.lostTexts.length : 0;
    const rest = Math.max(expected ?? 0, read) - kept - told - byName;
    return [
      ...inDocuments.map(({ count, name }) => say('inDocument', { what: words(table, count), name })),
      ...(rest > 0 ? [say(told > 0 ? 'other' : 'missing', { what: words(table, rest) })] : []),
    ];
  });
  const unknown = tables
    .filter(({ expected }) => expected === null)
    .map(({ table }) => nounOf(table, 2, locale));
  const sums = (of: 'restored' | 'doubtful', key: 'restored' | 'doubtful'): readonly string[] =>
    tables.filter((each) => each[of] > 0).map((each) => say(key, { what: words(each.table, each[of]) }));
  return [
    ...taken.lostTexts.map((name) => say('text', { name })),
    ...missing,
    ...(unknown.length === tables.length ? [say('unknown', { what: everything(locale) })] : []),
    ...(unknown.length > 0 && unknown.length < tables.length
      ? [say('unknown', { what: unknown.join(', ') })]
      : []),
    ...sums('restored', 'restored'),
    ...sums('doubtful', 'doubtful'),
    ...(taken.historyClosed ? [say('history', {})] : []),
  ];
}

const everything = (locale: Locale): string =>
  ['document', 'coding', 'code', 'memo'].map((table) => nounOf(table, 2, locale)).join(', ');
