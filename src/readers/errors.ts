import { isErrorCode, RepereError } from '../errors/codes.ts';
import { FormatError, type FormatErrorCode } from '../formats/parsed-document.ts';
import { LIMITS } from '../formats/limits.ts';
import type { Ending, ReadLimits, SentError } from './messages.ts';

/** The runtime's own limits: the stack; a string, a list or a buffer that nothing could hold. */
const STACK = 'stack';
const SIZE = 'size';

function rangeOf(message: string): string {
  if (message.includes('call stack')) return STACK;
  return /(?:length|size)\b|allocation failed/iu.test(message) ? SIZE : '';
}

/** An error as it is sent to another thread. */
export function packError(thrown: unknown): SentError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof FormatError)
    return { kind: 'format', code: thrown.code, details: plain(thrown.details), message };
  if (thrown instanceof RepereError)
    return { kind: 'repere', code: thrown.code, details: plain(thrown.details), message };
  return { kind: 'other', code: thrown instanceof RangeError ? rangeOf(message) : '', details: {}, message };
}

/** The error that was sent. What a reader did not foresee is told with the name of the file. */
export function unpackError({ kind, code, details, message }: SentError, fileName: string): Error {
  if (kind === 'format') return new FormatError(code as FormatErrorCode, details);
  if (kind === 'repere' && isErrorCode(code)) return new RepereError(code, details);
  if (code === STACK) return new FormatError('format.too-deep', { limit: LIMITS.xmlDepth });
  if (code === SIZE) return new RepereError('file.too-heavy', { what: 'memory', limit: LIMITS.readMemory });
  return new RepereError('file.unreadable', { path: fileName, reason: message });
}

/** Why nothing came of a reading that was ended from outside. */
export function endingError(ending: Ending, limits: ReadLimits, fileName: string): RepereError {
  switch (ending.why) {
    case 'time':
      return new RepereError('file.too-heavy', { what: 'time', limit: limits.timeMs });
    case 'memory':
      return new RepereError('file.too-heavy', { what: 'memory', limit: limits.memoryBytes });
    case 'stopped':
      return new RepereError('call.cancelled');
    case 'crash':
      return new RepereError('file.unreadable', { path: fileName, reason: ending.reason });
  }
}

/** Details are plain data; whatever is not stays behind. */
function plain(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(details)) as Record<string, unknown>;
}
