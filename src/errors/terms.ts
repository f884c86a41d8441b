import type { Locale } from '../settings/contract.ts';

type Term = Readonly<Record<Locale, string>>;
const same = (name: string): Term => ({ fr: name, en: name });

/** What the content of a file looks like, in words. */
const KINDS: Readonly<Record<string, Term>> = {
  text: { fr: 'texte', en: 'text' },
  html: { fr: 'page web', en: 'web page' },
  xml: same('XML'),
  rtf: same('RTF'),
  vtt: { fr: 'sous-titres WebVTT', en: 'WebVTT subtitles' },
  srt: { fr: 'sous-titres SubRip', en: 'SubRip subtitles' },
  pdf: same('PDF'),
  docx: same('Word (.docx)'),
  odt: same('OpenDocument (.odt)'),
  fodt: same('OpenDocument (.fodt)'),
  ods: { fr: 'tableur OpenDocument', en: 'OpenDocument spreadsheet' },
  odp: { fr: 'présentation OpenDocument', en: 'OpenDocument presentation' },
  xlsb: { fr: 'classeur Excel binaire', en: 'binary Excel workbook' },
  xlsx: { fr: 'classeur Excel', en: 'Excel workbook' },
  pptx: { fr: 'présentation PowerPoint', en: 'PowerPoint presentation' },
  epub: same('EPUB'),
  qdpx: { fr: 'projet REFI-QDA', en: 'REFI-QDA project' },
  zip: { fr: 'archive zip', en: 'zip archive' },
  'damaged-zip': { fr: 'archive endommagée', en: 'damaged archive' },
  'encrypted-office': { fr: 'document protégé', en: 'protected document' },
  doc97: same('Word 97, .doc'),
  xls97: same('Excel 97'),
  ppt97: same('PowerPoint 97'),
  image: { fr: 'image', en: 'picture' },
  audio: { fr: 'enregistrement sonore', en: 'sound recording' },
  video: { fr: 'vidéo', en: 'video' },
  database: { fr: 'base de données', en: 'database' },
  archive: { fr: 'archive', en: 'archive' },
  binary: { fr: 'données sans texte', en: 'data without text' },
  program: { fr: 'programme', en: 'program' },
  csv: { fr: 'tableau CSV', en: 'CSV table' },
  tsv: { fr: 'tableau TSV', en: 'TSV table' },
  json: same('JSON'),
  mht: { fr: 'archive de page web', en: 'web page archive' },
};

const TYPES: Readonly<Record<string, Term>> = {
  text: { fr: 'texte', en: 'text' },
  integer: { fr: 'nombre entier', en: 'whole number' },
  float: { fr: 'nombre', en: 'number' },
  boolean: { fr: 'oui ou non', en: 'yes or no' },
  date: { fr: 'date', en: 'date' },
  category: { fr: 'catégorie', en: 'category' },
  json: same('JSON'),
};

const NOUNS: Readonly<Record<string, Term>> = {
  document: { fr: 'document', en: 'document' },
  participant: { fr: 'participant', en: 'participant' },
  variable: { fr: 'variable', en: 'variable' },
  speaker: { fr: 'locuteur', en: 'speaker' },
  guideTopic: { fr: 'thème du guide', en: 'guide topic' },
  topicSpan: { fr: 'passage de thème', en: 'topic passage' },
  code: { fr: 'code', en: 'code' },
  hypothesis: { fr: 'hypothèse', en: 'hypothesis' },
  hypothesisGroup: { fr: 'groupe', en: 'group' },
  mapping: { fr: 'rattachement', en: 'mapping' },
  link: { fr: 'lien', en: 'link' },
  coding: { fr: 'segment codé', en: 'coded segment' },
  memo: { fr: 'mémo', en: 'memo' },
  coder: { fr: 'codeur', en: 'coder' },
  project: { fr: 'projet', en: 'project' },
  version: { fr: 'version du livre de codes', en: 'version of the codebook' },
  set: { fr: 'ensemble', en: 'set' },
  sheet: { fr: 'feuille', en: 'sheet' },
};

/** What is wrong with a query. */
const QUERY_PROBLEMS: Readonly<Record<string, Term>> = {
  'quote-open': { fr: 'un guillemet n’est pas fermé', en: 'a quotation mark is not closed' },
  'bracket-open': { fr: 'une parenthèse n’est pas fermée', en: 'a bracket is not closed' },
  'bracket-closed': {
    fr: 'une parenthèse se ferme sans être ouverte',
    en: 'a bracket closes that was not opened',
  },
  'words-missing': { fr: 'il manque des mots ici', en: 'words are missing here' },
  'near-words': {
    fr: 'NEAR se place entre deux mots ou expressions',
    en: 'NEAR stands between two words or phrases',
  },
  'near-distance': {
    fr: 'la distance de NEAR va de 1 à 200 mots',
    en: 'the distance of NEAR is from 1 to 200 words',
  },
  'only-excluded': {
    fr: 'rien n’est cherché, tout est exclu',
    en: 'nothing is looked for, everything is excluded',
  },
};

/** What is wrong with a pattern for speakers. */
const PATTERN_PROBLEMS: Readonly<Record<string, Term>> = {
  'too-long': { fr: 'il dépasse 200 caractères', en: 'it is longer than 200 characters' },
  'no-name': { fr: 'rien n’y dit où est le nom', en: 'nothing in it says where the name is' },
  'not-a-pattern': {
    fr: 'son expression régulière n’est pas correcte',
    en: 'its regular expression is not correct',
  },
  'too-slow': {
    fr: 'il peut se lire de trop de façons, ce qui bloquerait le programme',
    en: 'it can be read in too many ways, which would block the program',
  },
};

/** What is wrong with a regular expression that is looked for. */
const EXPRESSION_PROBLEMS: Readonly<Record<string, Term>> = {
  'pattern-long': { fr: 'elle dépasse 500 caractères', en: 'it is longer than 500 characters' },
  malformed: { fr: 'elle n’est pas bien formée', en: 'it is not well formed' },
  'looks-around': {
    fr: 'elle regarde autour d’elle ou renvoie à un groupe (`(?=`, `(?<=`, `\\1`)',
    en: 'it looks around or refers back to a group (`(?=`, `(?<=`, `\\1`)',
  },
  'pattern-large': { fr: 'ses répétitions sont trop nombreuses', en: 'its repetitions are too many' },
};

const TERMS: Readonly<Record<string, Readonly<Record<string, Term>>>> = {
  found: KINDS,
  type: TYPES,
  kind: NOUNS,
  problem: { ...QUERY_PROBLEMS, ...PATTERN_PROBLEMS, ...EXPRESSION_PROBLEMS },
};

/** Details as a sentence may show them: names of kinds and types in the person's language, the rest as it is. */
export function inWords(
  details: Readonly<Record<string, unknown>>,
  locale: Locale,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => {
      const term = typeof value === 'string' ? TERMS[key]?.[value] : undefined;
      return [key, term === undefined ? value : term[locale]];
    }),
  );
}
