import { createHash } from 'node:crypto';
import { REASONS, type Reason } from './rotation.ts';

export const PROJECT_ENDING = '.repere';
/** File systems take names of 255 bytes; dates, numbers and endings need some of them. */
const NAME_BYTES = 120;

/** `Étude référents — 2026-11-30 a1b2c3d4`: the project's name, the day of its first copy, and what tells it from others. */
export function folderName(name: string, guid: string, path: string, now: Date): string {
  const id = createHash('sha256').update(`${guid}\n${path}`).digest('hex').slice(0, 8);
  return `${fileSafe(name)} — ${localDay(now)} ${id}`;
}

/** `Étude référents 0012 2026-11-30 14-05-33 closing.repere`; dates as on this machine's clock. */
export function copyName(name: string, number: number, now: Date, reason: Reason): string {
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('-');
  return `${fileSafe(name)} ${String(number).padStart(4, '0')} ${localDay(now)} ${time} ${reason}${PROJECT_ENDING}`;
}

export interface ReadName {
  readonly number: number;
  readonly at: string;
  readonly reason: Reason;
}

const COPY_NAME =
  / (?<number>\d{4,}) (?<day>\d{4}-\d{2}-\d{2}) (?<time>\d{2}-\d{2}-\d{2}) (?<reason>[a-z]+)\.repere$/u;

/** What a copy's name says, for when the list beside it is lost; `null` for files that are none. */
export function readCopyName(fileName: string): ReadName | null {
  const groups = COPY_NAME.exec(fileName)?.groups;
  const reason = REASONS.find((each) => each === groups?.['reason']);
  if (groups === undefined || reason === undefined) return null;
  const at = new Date(`${groups['day']}T${(groups['time'] ?? '').replaceAll('-', ':')}`);
  if (Number.isNaN(at.getTime())) return null;
  return { number: Number(groups['number']), at: at.toISOString(), reason };
}

const OLD_NAME =
  /^(?<base>.+)\.(?<day>\d{4}-\d{2}-\d{2})T(?<h>\d{2})-(?<m>\d{2})-(?<s>\d{2})-(?<ms>\d{3})Z\.(?<reason>daily|migration|manual)\.repere$/u;

/** Names that the first versions gave: `NAME.2026-11-30T13-05-33-120Z.daily.repere`. */
export function readOldName(fileName: string): (Omit<ReadName, 'number'> & { readonly base: string }) | null {
  const groups = OLD_NAME.exec(fileName)?.groups;
  if (groups === undefined) return null;
  const { base = '', day = '', h = '', m = '', s = '', ms = '', reason } = groups;
  const at = new Date(`${day}T${h}:${m}:${s}.${ms}Z`);
  if (Number.isNaN(at.getTime())) return null;
  return {
    base,
    at: at.toISOString(),
    reason: reason === 'migration' || reason === 'manual' ? reason : 'opening',
  };
}

/** `2026-11-30 14h05`, as people write it in names of files. */
export function localMoment(at: Date): string {
  return `${localDay(at)} ${two(at.getHours())}h${two(at.getMinutes())}`;
}

function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A name that every file system takes, at most {@link NAME_BYTES} bytes long. */
export function fileSafe(name: string): string {
  // eslint-disable-next-line no-control-regex
  const clean = name.replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]/gu, '-').replaceAll(/^[. ]+|[. ]+$/gu, '');
  let short = clean === '' ? 'Repère' : clean;
  while (Buffer.byteLength(short) > NAME_BYTES) short = [...short].slice(0, -1).join('');
  return short.trimEnd();
}
