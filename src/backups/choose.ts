import { basename } from 'node:path';

interface Named {
  readonly file: string;
  readonly number: number;
  readonly at: string;
}

/**
 * The copy that a person means: `latest`, a copy's number or file name, a day (`2026-11-30`: its last copy) or a moment
 * (`2026-11-30T14:00`: the last copy before it). `null` when there is none.
 */
export function chooseCopy<T extends Named>(copies: readonly T[], wish: string): T | null {
  const newestFirst = copies.toSorted((a, b) => b.number - a.number);
  const wanted = wish.trim();
  if (wanted === 'latest') return newestFirst[0] ?? null;
  const named = newestFirst.find(
    ({ file, number }) =>
      file === wanted ||
      basename(file) === wanted ||
      (/^\d{1,6}$/u.test(wanted) && number === Number(wanted)),
  );
  if (named !== undefined) return named;
  const until = momentOf(wanted);
  if (until === null) return null;
  const before = newestFirst.filter(({ at }) => Date.parse(at) < until);
  return before.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0] ?? null;
}

/** The end of a day or the moment itself, in milliseconds; days and hours are this machine's. */
function momentOf(wish: string): number | null {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(wish);
  if (!isDay && !/^\d{4}-\d{2}-\d{2}[T ]\d{2}[:h]\d{2}/u.test(wish)) return null;
  const date = new Date(isDay ? `${wish}T00:00` : wish.replace(' ', 'T').replace('h', ':'));
  if (Number.isNaN(date.getTime())) return null;
  if (isDay) date.setDate(date.getDate() + 1);
  return isDay ? date.getTime() : date.getTime() + 1;
}
