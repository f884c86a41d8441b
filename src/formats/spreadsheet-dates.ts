/** Which parts of a date or time a number format shows; `null` for a format of plain numbers. */
export interface DateParts {
  readonly hasDate: boolean;
  readonly hasTime: boolean;
}

const DATE: DateParts = { hasDate: true, hasTime: false };
const TIME: DateParts = { hasDate: false, hasTime: true };
const BOTH: DateParts = { hasDate: true, hasTime: true };

/** Formats that have a number only (ECMA-376 part 1, 18.8.30), those of East Asian versions included. */
export function builtInDateParts(numberFormat: number): DateParts | null {
  const within = (from: number, to: number): boolean => numberFormat >= from && numberFormat <= to;
  if (within(14, 17) || within(27, 31) || within(36, 36) || within(50, 54) || within(57, 58)) return DATE;
  if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56)) return TIME;
  return numberFormat === 22 ? BOTH : null;
}

/** What a format code such as `dd/mm/yyyy` or `[h]:mm` shows. Quoted and escaped letters, colours and currencies do not count. */
export function dateParts(formatCode: string): DateParts | null {
  const code = formatCode
    .replaceAll(/"[^"]*"|\\.|_.|\*./gsu, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
    .split(';', 1)[0];
  if (code === undefined || /general|standard/iu.test(code)) return null;
  const hasDate = /[dy]/iu.test(code) || (/m/iu.test(code) && !/[hs]/iu.test(code));
  const hasTime = /[hs]/iu.test(code);
  return hasDate || hasTime ? { hasDate, hasTime } : null;
}

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** 31 December 9999 in the system of 1900. */
const LAST_DAY = 2_958_465;

/**
 * A spreadsheet's count of days as `2020-05-18`, `2020-05-18 14:30` or `14:30` (seconds where there are some; times may
 * exceed 24 hours). `null` for a day that does not exist: before the first, after 9999, or 29 February 1900, which
 * Excel counts and the calendar does not have.
 */
export function serialText(serial: number, parts: DateParts, is1904: boolean): string | null {
  const days = Math.floor(serial);
  const seconds = Math.round((serial - days) * DAY_SECONDS);
  if (!parts.hasDate) {
    return serial < 0 || serial > LAST_DAY ? null : timeText(days * DAY_SECONDS + seconds);
  }
  const date = dayText(seconds === DAY_SECONDS ? days + 1 : days, is1904);
  const rest = seconds % DAY_SECONDS;
  return date === null || !parts.hasTime || rest === 0 ? date : `${date} ${timeText(rest)}`;
}

function dayText(days: number, is1904: boolean): string | null {
  const isReal = is1904 ? days >= 0 : days >= 1 && days !== 60;
  if (!isReal || days > LAST_DAY) return null;
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const text = new Date(first + days * DAY_MS).toISOString().slice(0, 10);
  return /^\d{4}-/u.test(text) ? text : null;
}

function timeText(total: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return seconds === 0 ? `${two(hours)}:${two(minutes)}` : `${two(hours)}:${two(minutes)}:${two(seconds)}`;
}
