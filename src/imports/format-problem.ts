import { isErrorCode, RepereError } from '../errors/codes.ts';
import { FormatError } from '../formats/parsed-document.ts';
import type { Locale } from '../settings/contract.ts';

const MEBIBYTE = 1024 * 1024;

/** A reader's failure as one of the program's errors; the codes are the same. Anything else stays what it is. */
export function formatProblem(thrown: unknown, locale: Locale): unknown {
  const isHeavy = thrown instanceof RepereError && thrown.code === 'file.too-heavy';
  if (!isHeavy && !(thrown instanceof FormatError && isErrorCode(thrown.code))) return thrown;
  const { limit, what } = thrown.details;
  const details =
    typeof limit === 'number'
      ? { ...thrown.details, limit: limitText(limit, String(what), locale) }
      : thrown.details;
  return new RepereError(thrown.code, details, { cause: thrown });
}

/** A limit with its unit: `50 Mo`, `30 secondes`, `20 000 000 caractères`. */
export function limitText(limit: number, what: string, locale: Locale): string {
  if (what === 'bytes' || what === 'inflated-bytes' || what === 'memory') {
    const unit = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 } as const;
    return new Intl.NumberFormat(locale, unit).format(limit / MEBIBYTE);
  }
  if (what === 'time') {
    const unit = { style: 'unit', unit: 'second', unitDisplay: 'long', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(locale, unit).format(limit / 1_000);
  }
  const number = new Intl.NumberFormat(locale).format(limit);
  if (what === 'characters') return locale === 'fr' ? `${number} caractères` : `${number} characters`;
  if (what === 'entries') return locale === 'fr' ? `${number} fichiers` : `${number} files`;
  if (what === 'rows') return locale === 'fr' ? `${number} lignes` : `${number} rows`;
  if (what === 'columns') return locale === 'fr' ? `${number} colonnes` : `${number} columns`;
  if (what === 'cells') return locale === 'fr' ? `${number} cases` : `${number} cells`;
  if (what === 'sheets') return locale === 'fr' ? `${number} feuilles` : `${number} sheets`;
  if (what === 'pages') return `${number} pages`;
  if (what === 'pieces')
    return locale === 'fr'
      ? `${number} fragments de texte sur une page`
      : `${number} pieces of text on one page`;
  if (what === 'lines') return locale === 'fr' ? `${number} paragraphes` : `${number} paragraphs`;
  return number;
}
