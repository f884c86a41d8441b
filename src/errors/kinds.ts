import type { Locale } from '../settings/contract.ts';

type Noun = readonly [one: string, many: string];

/** What a row of a table is called, one and several of it. */
const NOUNS: Readonly<Record<string, Readonly<Record<Locale, Noun>>>> = {
  project: { fr: ['projet', 'projets'], en: ['project', 'projects'] },
  setting: { fr: ['réglage', 'réglages'], en: ['setting', 'settings'] },
  coder: { fr: ['codeur', 'codeurs'], en: ['coder', 'coders'] },
  original: { fr: ['fichier importé', 'fichiers importés'], en: ['imported file', 'imported files'] },
  text_version: { fr: ['texte', 'textes'], en: ['text', 'texts'] },
  participant: { fr: ['participant', 'participants'], en: ['participant', 'participants'] },
  document: { fr: ['document', 'documents'], en: ['document', 'documents'] },
  speaker: { fr: ['locuteur', 'locuteurs'], en: ['speaker', 'speakers'] },
  turn: { fr: ['tour de parole', 'tours de parole'], en: ['turn', 'turns'] },
  guide_topic: { fr: ['thème du guide', 'thèmes du guide'], en: ['guide topic', 'guide topics'] },
  topic_span: {
    fr: ['passage d’un thème du guide', 'passages de thèmes du guide'],
    en: ['passage of a guide topic', 'passages of guide topics'],
  },
  variable: { fr: ['variable', 'variables'], en: ['variable', 'variables'] },
  variable_value: {
    fr: ['valeur de variable', 'valeurs de variables'],
    en: ['value of a variable', 'values of variables'],
  },
  code: { fr: ['code', 'codes'], en: ['code', 'codes'] },
  hypothesis: { fr: ['hypothèse', 'hypothèses'], en: ['hypothesis', 'hypotheses'] },
  hypothesis_group: {
    fr: ['groupe d’une hypothèse', 'groupes d’hypothèses'],
    en: ['group of a hypothesis', 'groups of hypotheses'],
  },
  code_mapping: {
    fr: ['lien d’un code à une hypothèse', 'liens de codes à des hypothèses'],
    en: ['link of a code to a hypothesis', 'links of codes to hypotheses'],
  },
  coding: { fr: ['segment codé', 'segments codés'], en: ['coded segment', 'coded segments'] },
  coding_link: {
    fr: ['lien entre segments', 'liens entre segments'],
    en: ['link between segments', 'links between segments'],
  },
  memo: { fr: ['mémo', 'mémos'], en: ['memo', 'memos'] },
  pseudonym: { fr: ['pseudonyme', 'pseudonymes'], en: ['pseudonym', 'pseudonyms'] },
  codebook_version: {
    fr: ['version du livre de codes', 'versions du livre de codes'],
    en: ['version of the codebook', 'versions of the codebook'],
  },
  code_lineage: {
    fr: ['trace d’une fusion de codes', 'traces de fusions de codes'],
    en: ['trace of a merge of codes', 'traces of merges of codes'],
  },
  named_set: { fr: ['ensemble nommé', 'ensembles nommés'], en: ['named set', 'named sets'] },
  named_set_member: {
    fr: ['élément d’un ensemble nommé', 'éléments d’ensembles nommés'],
    en: ['member of a named set', 'members of named sets'],
  },
  history_step: {
    fr: ['action de l’historique', 'actions de l’historique'],
    en: ['step of the history', 'steps of the history'],
  },
  history_change: {
    fr: ['détail de l’historique', 'détails de l’historique'],
    en: ['detail of the history', 'details of the history'],
  },
};

/** `12 segments codés`: how many of the rows of a table, in a person's words. */
export function countInWords(table: string, count: number, locale: Locale): string {
  const number = new Intl.NumberFormat(locale).format(count);
  return `${number}\u00A0${nounOf(table, count, locale)}`;
}

/** What rows of a table are called; in French, none is one. */
export function nounOf(table: string, count: number, locale: Locale): string {
  const nouns = NOUNS[table]?.[locale];
  if (nouns === undefined) return table;
  return (locale === 'fr' ? Math.abs(count) < 2 : count === 1) ? nouns[0] : nouns[1];
}
