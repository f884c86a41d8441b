/** Why a copy was made. */
export const REASONS = [
  'opening',
  'hourly',
  'closing',
  'migration',
  'merge',
  'import',
  'replace',
  'pseudonyms',
  'seal',
  'restore',
  'manual',
] as const;
export type Reason = (typeof REASONS)[number];

const ROUTINE: ReadonlySet<Reason> = new Set(['opening', 'hourly', 'closing']);

/** How much stays: more hours, days and weeks than a day, a month and a year have, wherever they begin. */
export const KEPT_HOURS = 25;
export const KEPT_DAYS = 32;
export const KEPT_WEEKS = 54;
/** Copies made before something large, or by hand: the newest ones stay beside those of their hour. */
export const KEPT_SPECIAL = 10;
/** The newest copies stay, however close to one another. */
export const KEPT_NEWEST = 5;
/** The newest copies stay whatever the size limit says. */
export const ALWAYS_KEPT = 2;

export interface Rotated {
  /** The running number: which copy came after which, whatever the clock said. */
  readonly number: number;
  /** When the clock said it was made: ISO 8601. */
  readonly at: string;
  readonly reason: Reason;
  readonly bytes: number;
}

/**
 * Which copies go: all but the {@link KEPT_NEWEST} newest, the newest of each of the last {@link KEPT_HOURS} hours in which any were made, of the last
 * days and weeks likewise, the newest ones before something large, and what the size limit leaves of these, the oldest
 * going first. What is newer is told by the running number, and hours are counted, not measured from now: a clock that
 * jumps by years costs a place or two, never the copies.
 */
export function outdated<T extends Rotated>(copies: readonly T[], limitBytes: number): readonly T[] {
  const newestFirst = copies.toSorted((a, b) => b.number - a.number);
  const kept = new Set<T>([
    ...newestFirst.slice(0, KEPT_NEWEST),
    ...newestOfEach(newestFirst, KEPT_HOURS, hourOf),
    ...newestOfEach(newestFirst, KEPT_DAYS, dayOf),
    ...newestOfEach(newestFirst, KEPT_WEEKS, weekOf),
    ...newestFirst.filter(({ reason }) => !ROUTINE.has(reason)).slice(0, KEPT_SPECIAL),
  ]);
  let bytes = 0;
  let isFull = false;
  for (const [index, copy] of newestFirst.filter((each) => kept.has(each)).entries()) {
    bytes += copy.bytes;
    if (bytes > limitBytes) isFull = true;
    if (isFull && index >= ALWAYS_KEPT) kept.delete(copy);
  }
  return newestFirst.filter((copy) => !kept.has(copy));
}

function newestOfEach<T extends Rotated>(
  newestFirst: readonly T[],
  slots: number,
  slotOf: (atMs: number) => number,
): readonly T[] {
  const found = new Map<number, T>();
  for (const copy of newestFirst) {
    const slot = slotOf(Date.parse(copy.at));
    if (found.size === slots && !found.has(slot)) break;
    if (!found.has(slot)) found.set(slot, copy);
  }
  return [...found.values()];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function hourOf(atMs: number): number {
  return Math.floor(atMs / HOUR_MS);
}

function dayOf(atMs: number): number {
  return Math.floor(atMs / DAY_MS);
}

/** Weeks from Monday on: 1 January 1970 was a Thursday. */
function weekOf(atMs: number): number {
  return Math.floor((atMs / DAY_MS + 3) / 7);
}
