import type { Locale } from '../settings/contract.ts';
import type { WireError } from '../contract/wire.ts';
import { RepereError, type ErrorCode, type ErrorDetails } from './codes.ts';
import { inWords } from './terms.ts';
import { messagesEn } from './messages-en.ts';
import { messagesFr } from './messages-fr.ts';

/** Fills `{x}` of a sentence from plain data; an unknown name is left out. */
export function fill(sentence: string, details: ErrorDetails): string {
  return sentence.replaceAll(/\{(\w+)\}/gu, (_whole, key: string) => {
    const value = details[key];
    if (value === undefined || value === null) return '…';
    return typeof value === 'string'
      ? value
      : typeof value === 'number'
        ? String(value)
        : JSON.stringify(value);
  });
}

/** The sentence of an error code in a language. */
export function errorMessage(code: ErrorCode, details: ErrorDetails, locale: Locale): string {
  return fill((locale === 'fr' ? messagesFr : messagesEn)[code], inWords(details, locale));
}

/** Turns whatever was thrown into what a door shows: never a stack, always a stable code. */
export function describeError(thrown: unknown, locale: Locale): WireError {
  const error = thrown instanceof RepereError ? thrown : unexpected(thrown);
  return {
    code: error.code,
    message: errorMessage(error.code, error.details, locale),
    details: error.details,
  };
}

function unexpected(thrown: unknown): RepereError {
  const sqlite = sqliteProblem(thrown);
  if (sqlite !== null) return sqlite;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new RepereError('internal', { reason }, { cause: thrown });
}

/** SQLite's and the system's own codes for disks that are full, gone or refuse. */
export function sqliteProblem(thrown: unknown): RepereError | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  const { code } = thrown;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new RepereError('disk.full', {}, { cause: thrown });
  if (code.startsWith('SQLITE_IOERR'))
    return new RepereError('disk.error', { reason: code }, { cause: thrown });
  if (code.startsWith('SQLITE_READONLY')) return new RepereError('project.read-only', {}, { cause: thrown });
  return null;
}
