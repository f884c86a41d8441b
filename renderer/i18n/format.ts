import type { Locale } from '../../src/settings/contract.ts';

const NARROW_SPACE = '\u202f';
const NO_BREAK_SPACE = '\u00a0';

const tags: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

const cache = new Map<
  string,
  Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.Collator
>();

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.Collator>(
  key: string,
  make: () => T,
): T {
  const known = cache.get(key);
  if (known !== undefined) return known as T;
  const made = make();
  cache.set(key, made);
  return made;
}

/** `7 032` with U+202F in French, `7,032` in English; at most `digits` decimals. */
export function formatNumber(value: number, locale: Locale, digits = 1): string {
  return cached(
    `n${locale}${digits}`,
    () => new Intl.NumberFormat(tags[locale], { maximumFractionDigits: digits }),
  )
    .format(value)
    .replaceAll(/[\u00a0\u2009]/gu, NARROW_SPACE);
}

/** A share between 0 and 1 as `62,5 %` or `62.5%`; `digits` decimals at most, or exactly when `fixed`. */
export function formatPercent(share: number, locale: Locale, digits = 1, fixed = false): string {
  const number = cached(
    `p${locale}${digits}${fixed}`,
    () =>
      new Intl.NumberFormat(tags[locale], {
        maximumFractionDigits: digits,
        minimumFractionDigits: fixed ? digits : 0,
      }),
  ).format(share * 100);
  return locale === 'fr' ? `${number}${NO_BREAK_SPACE}%` : `${number}%`;
}

/** `n/8`. */
export function formatNOverN(n: number, total: number): string {
  return `${n}/${total}`;
}

/** `10:42`. */
export function formatTime(iso: string, locale: Locale): string {
  return cached(
    `t${locale}`,
    () => new Intl.DateTimeFormat(tags[locale], { hour: '2-digit', minute: '2-digit' }),
  ).format(new Date(iso));
}

/** `3 mars 2021, 10:38`. */
export function formatDateTime(iso: string, locale: Locale): string {
  return `${formatDate(iso, locale)}, ${formatTime(iso, locale)}`;
}

/** `3 mars 2021`. */
export function formatDate(iso: string, locale: Locale): string {
  return cached(
    `d${locale}`,
    () => new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'long', year: 'numeric' }),
  ).format(new Date(iso));
}

/** `12 février`, with the year when it is not this one. */
function formatDay(date: Date, now: Date, locale: Locale): string {
  const sameYear = date.getFullYear() === now.getFullYear();
  return cached(
    `y${locale}${sameYear}`,
    () =>
      new Intl.DateTimeFormat(tags[locale], {
        day: 'numeric',
        month: 'long',
        ...(sameYear ? {} : { year: 'numeric' as const }),
      }),
  ).format(date);
}

/** `Aujourd’hui, 10:42`, `Hier`, `12 février`. */
export function formatRecent(iso: string, locale: Locale, now: Date = new Date()): string {
  const date = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days !== 0 && days !== 1) return formatDay(date, now, locale);
  const relative = cached(`r${locale}`, () => new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' }))
    .format(-days, 'day')
    .replaceAll("'", '’');
  const capital = relative.charAt(0).toLocaleUpperCase(tags[locale]) + relative.slice(1);
  return days === 0 ? `${capital}, ${formatTime(iso, locale)}` : capital;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

const UNITS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['o', 'ko', 'Mo', 'Go'],
  en: ['B', 'kB', 'MB', 'GB'],
};

/** `48 ko`, `1,2 Mo`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const unit = UNITS[locale][power] ?? '';
  return `${formatNumber(value, locale, value < 10 && power > 0 ? 1 : 0)}${NO_BREAK_SPACE}${unit}`;
}

/** `« a »` in French, `“a”` in English. */
export function quote(text: string, locale: Locale): string {
  return locale === 'fr' ? `«${NO_BREAK_SPACE}${text}${NO_BREAK_SPACE}»` : `“${text}”`;
}

/** Joins names as a sentence does: `Référent 1, Référent 3 et Référent 5`. */
export function formatList(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(items);
}

/** Compares names as a person sorts them: accents and case aside, `R2` before `R10`. */
export function compareNames(a: string, b: string, locale: Locale): number {
  return cached(
    `c${locale}`,
    () => new Intl.Collator(tags[locale], { numeric: true, sensitivity: 'base' }),
  ).compare(a, b);
}
