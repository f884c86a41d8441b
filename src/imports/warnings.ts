import { fill } from '../errors/describe.ts';
import { inWords } from '../errors/terms.ts';
import type { Locale } from '../settings/contract.ts';

type Sentence = Readonly<Record<Locale, string>>;

/** What a reader noticed while reading, in words. Codes come from `formats/`. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'read-as': {
    fr: 'Lu comme {found}, ce qu’il est, malgré son extension.',
    en: 'Read as {found}, which it is, despite its extension.',
  },
  'encoding-uncertain': {
    fr: 'L’encodage n’est pas certain : vérifiez les accents dans l’aperçu.',
    en: 'The encoding is not certain: check the accents in the preview.',
  },
  'characters-replaced': {
    fr: 'Des caractères illisibles ont été remplacés ({count}).',
    en: 'Unreadable characters were replaced ({count}).',
  },
  'tracked-changes': {
    fr: 'Lu comme si toutes les modifications suivies étaient acceptées (ajouts : {insertions}, suppressions : {deletions}).',
    en: 'Read as if all tracked changes were accepted (insertions: {insertions}, deletions: {deletions}).',
  },
  'layout-rebuilt': {
    fr: 'Mise en page reconstituée : vérifiez les paragraphes dans l’aperçu.',
    en: 'Layout rebuilt: check the paragraphs in the preview.',
  },
  'pages-scanned': {
    fr: 'Des pages sont des images sans texte et n’ont pas été reprises ({count}).',
    en: 'Some pages are pictures without text and were left out ({count}).',
  },
  'hidden-text': {
    fr: 'Le texte masqué n’a pas été repris ({count}).',
    en: 'Hidden text was left out ({count}).',
  },
  'notes-left-out': {
    fr: 'Les notes de bas de page n’ont pas été reprises ({count}).',
    en: 'Footnotes were left out ({count}).',
  },
  'comments-left-out': {
    fr: 'Les commentaires n’ont pas été repris ({count}).',
    en: 'Comments were left out ({count}).',
  },
  'quotes-open': {
    fr: 'Un guillemet s’ouvre et ne se ferme pas : vérifiez que les lignes ne sont pas confondues.',
    en: 'A quotation mark opens and is not closed: check that rows were not run together.',
  },
  'images-left-out': {
    fr: 'Les images n’ont pas été reprises ({count}).',
    en: 'Pictures were left out ({count}).',
  },
};

const UNKNOWN: Sentence = { fr: 'À vérifier ({code}).', en: 'To be checked ({code}).' };

export function warningText(
  code: string,
  details: Readonly<Record<string, unknown>>,
  locale: Locale,
): string {
  return fill((SENTENCES[code] ?? UNKNOWN)[locale], { ...inWords(details, locale), code });
}
