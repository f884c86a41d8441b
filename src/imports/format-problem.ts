import { isErrorCode, RepereError } from '../errors/codes.ts';
import { FormatError, type Measure } from '../formats/parsed-document.ts';
import type { Locale } from '../settings/contract.ts';

const MEBIBYTE = 1024 * 1024;

/** A reader's failure as one of the program's errors; the codes are the same. Anything else stays what it is. */
export function formatProblem(thrown: unknown, locale: Locale): unknown {
  const isHeavy = thrown instanceof RepereError && thrown.code === 'file.too-heavy';
  if (!isHeavy && !(thrown instanceof FormatError && isErrorCode(thrown.code))) return thrown;
  const { limit, what } = thrown.details;
  const details =
    typeof limit === 'number' && isLimited(what)
      ? { ...thrown.details, limit: limitText(limit, what, locale) }
      : thrown.details;
  return new RepereError(thrown.code, details, { cause: thrown });
}

type Limited = Measure | 'memory' | 'time';

const megabytes = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 } as const;
const seconds = { style: 'unit', unit: 'second', unitDisplay: 'long', maximumFractionDigits: 1 } as const;

/** How each limit is said: as a quantity with a unit, or as a number of things. */
const UNITS: Readonly<Record<Limited, Intl.NumberFormatOptions | Readonly<Record<Locale, string>>>> = {
  bytes: megabytes,
  'inflated-bytes': megabytes,
  memory: megabytes,
  time: seconds,
  ratio: { fr: 'fois sa taille une fois décompressé', en: 'times its size when decompressed' },
  entries: { fr: 'fichiers', en: 'files' },
  characters: { fr: 'caractères', en: 'characters' },
  lines: { fr: 'paragraphes', en: 'paragraphs' },
  comments: { fr: 'commentaires', en: 'comments' },
  pages: { fr: 'pages', en: 'pages' },
  pieces: { fr: 'fragments de texte sur une page', en: 'pieces of text on one page' },
  elements: { fr: 'éléments', en: 'elements' },
  rows: { fr: 'lignes', en: 'rows' },
  columns: { fr: 'colonnes', en: 'columns' },
  cells: { fr: 'cases', en: 'cells' },
  sheets: { fr: 'feuilles', en: 'sheets' },
};

/** A limit with its unit: `50 Mo`, `30 secondes`, `20 000 000 caractères`. */
export function limitText(limit: number, what: Limited, locale: Locale): string {
  const unit = UNITS[what];
  if ('fr' in unit) return `${new Intl.NumberFormat(locale).format(limit)} ${unit[locale]}`;
  const scale = what === 'time' ? 1_000 : MEBIBYTE;
  return new Intl.NumberFormat(locale, unit).format(limit / scale);
}

function isLimited(what: unknown): what is Limited {
  return typeof what === 'string' && Object.hasOwn(UNITS, what);
}
