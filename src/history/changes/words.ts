import { fill } from '../../errors/describe.ts';
import type { Locale } from '../../settings/contract.ts';

/** One thing, and several. */
type Forms = readonly [one: string, many: string];

const WORDS = {
  codingsAdded: {
    fr: [
      '{n} segment « {code} » ajouté dans « {document} »',
      '{n} segments « {code} » ajoutés dans « {document} »',
    ],
    en: ['{n} segment “{code}” added in “{document}”', '{n} segments “{code}” added in “{document}”'],
  },
  codingsRemoved: {
    fr: [
      '{n} segment « {code} » retiré dans « {document} »',
      '{n} segments « {code} » retirés dans « {document} »',
    ],
    en: ['{n} segment “{code}” taken off in “{document}”', '{n} segments “{code}” taken off in “{document}”'],
  },
  codingsChanged: {
    fr: [
      '{n} segment « {code} » modifié dans « {document} » ({what})',
      '{n} segments « {code} » modifiés dans « {document} » ({what})',
    ],
    en: [
      '{n} segment “{code}” changed in “{document}” ({what})',
      '{n} segments “{code}” changed in “{document}” ({what})',
    ],
  },
  codingsRecoded: {
    fr: [
      '{n} segment recodé en « {code} » dans « {document} »',
      '{n} segments recodés en « {code} » dans « {document} »',
    ],
    en: [
      '{n} segment recoded as “{code}” in “{document}”',
      '{n} segments recoded as “{code}” in “{document}”',
    ],
  },
  codingsAddedInDocument: {
    fr: [
      '{n} segment ajouté dans « {document} »',
      '{n} segments ajoutés dans « {document} » ({codes} codes)',
    ],
    en: ['{n} segment added in “{document}”', '{n} segments added in “{document}” ({codes} codes)'],
  },
  codingsRemovedInDocument: {
    fr: [
      '{n} segment retiré dans « {document} »',
      '{n} segments retirés dans « {document} » ({codes} codes)',
    ],
    en: ['{n} segment taken off in “{document}”', '{n} segments taken off in “{document}” ({codes} codes)'],
  },
  codingsChangedInDocument: {
    fr: [
      '{n} segment modifié dans « {document} »',
      '{n} segments modifiés dans « {document} » ({codes} codes)',
    ],
    en: ['{n} segment changed in “{document}”', '{n} segments changed in “{document}” ({codes} codes)'],
  },
  codingsRecodedInDocument: {
    fr: [
      '{n} segment recodé dans « {document} »',
      '{n} segments recodés dans « {document} » ({codes} codes)',
    ],
    en: ['{n} segment recoded in “{document}”', '{n} segments recoded in “{document}” ({codes} codes)'],
  },
  codeCreated: { fr: ['code « {code} » créé', ''], en: ['code “{code}” created', ''] },
  codeRenamed: { fr: ['code « {from} » renommé « {code} »', ''], en: ['code “{from}” renamed “{code}”', ''] },
  codeChanged: { fr: ['code « {code} » modifié ({what})', ''], en: ['code “{code}” changed ({what})', ''] },
  codeRemoved: {
    fr: ['code « {code} » supprimé', 'code « {code} » supprimé avec {n} segments'],
    en: ['code “{code}” removed', 'code “{code}” removed with {n} segments'],
  },
  memoCreated: { fr: ['mémo « {memo} » créé', ''], en: ['memo “{memo}” created', ''] },
  memoChanged: { fr: ['mémo « {memo} » modifié', ''], en: ['memo “{memo}” changed', ''] },
  memoRemoved: { fr: ['mémo « {memo} » supprimé', ''], en: ['memo “{memo}” removed', ''] },
  documentAdded: { fr: ['document « {document} » ajouté', ''], en: ['document “{document}” added', ''] },
  documentRenamed: {
    fr: ['document « {from} » renommé « {document} »', ''],
    en: ['document “{from}” renamed “{document}”', ''],
  },
  documentText: {
    fr: ['texte de « {document} » corrigé', 'texte de « {document} » corrigé {n} fois'],
    en: ['text of “{document}” corrected', 'text of “{document}” corrected {n} times'],
  },
  documentRemoved: {
    fr: ['document « {document} » supprimé', 'document « {document} » supprimé avec {n} segments'],
    en: ['document “{document}” removed', 'document “{document}” removed with {n} segments'],
  },
  added: { fr: ['{n} ajout', '{n} ajouts'], en: ['{n} added', '{n} added'] },
  changed: { fr: ['{n} modification', '{n} modifications'], en: ['{n} changed', '{n} changed'] },
  removed: { fr: ['{n} suppression', '{n} suppressions'], en: ['{n} removed', '{n} removed'] },
  others: { fr: ['{table} : {what}', ''], en: ['{table}: {what}', ''] },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, Forms>>>>;

export type ChangeWord = keyof typeof WORDS;

/** A sentence about `n` things. In French, nothing and one take the same form. */
export function changeText(
  word: ChangeWord,
  n: number,
  values: Readonly<Record<string, string | number>>,
  locale: Locale,
): string {
  const [one, many]: Forms = WORDS[word][locale];
  const form = n > 1 && many !== '' ? many : one;
  const numbers = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB');
  return fill(form, { ...values, n: numbers.format(n) });
}

const ASPECTS = {
  bounds: { fr: 'limites', en: 'boundaries' },
  stance: { fr: 'position', en: 'stance' },
  weight: { fr: 'poids', en: 'weight' },
  key: { fr: 'citation clé', en: 'key quotation' },
  definition: { fr: 'définition', en: 'definition' },
  place: { fr: 'place dans l’arbre', en: 'place in the tree' },
  look: { fr: 'couleur ou forme', en: 'colour or shape' },
  folder: { fr: 'dossier', en: 'folder' },
  else: { fr: 'autre', en: 'other' },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

export type Aspect = keyof typeof ASPECTS;

/** What about a thing is otherwise, in one order. */
export function aspectsText(aspects: ReadonlySet<Aspect>, locale: Locale): string {
  return Object.keys(ASPECTS)
    .filter((aspect): aspect is Aspect => aspects.has(aspect as Aspect))
    .map((aspect) => ASPECTS[aspect][locale])
    .join(', ');
}

/** Tables whose changes are told as figures, in the order in which they are told. */
export const OTHER_TABLES = {
  hypothesis: { fr: 'hypothèses', en: 'hypotheses' },
  hypothesis_group: { fr: 'groupes d’hypothèses', en: 'groups of hypotheses' },
  code_mapping: { fr: 'liens entre codes et hypothèses', en: 'mappings of codes to hypotheses' },
  coding_link: { fr: 'liens entre segments', en: 'links between segments' },
  participant: { fr: 'participants', en: 'participants' },
  speaker: { fr: 'locuteurs', en: 'speakers' },
  variable: { fr: 'variables', en: 'variables' },
  variable_value: { fr: 'valeurs de variables', en: 'values of variables' },
  guide_topic: { fr: 'thèmes du guide', en: 'guide topics' },
  topic_span: { fr: 'réponses au guide', en: 'answers to the guide' },
  pseudonym: { fr: 'pseudonymes', en: 'pseudonyms' },
  named_set: { fr: 'ensembles', en: 'sets' },
  codebook_version: { fr: 'versions du livre de codes', en: 'versions of the codebook' },
  project: { fr: 'propriétés du projet', en: 'project properties' },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;
