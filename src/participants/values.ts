import { RepereError } from '../errors/codes.ts';
import type { VariableType } from './contract.ts';

const TRUE_WORDS = new Set(['true', 'vrai', 'oui', 'yes', '1', 'x']);
const FALSE_WORDS = new Set(['false', 'faux', 'non', 'no', '0']);

/**
 * The one way a value of this type is written in the file: `12`, `1.5`, `true`, `2020-05-18`, or the text itself.
 * French forms are understood (`1,5`, `oui`, `18/05/2020`). Empty text gives `null`; a value that does not fit
 * throws `value.invalid`.
 */
export function canonicalValue(raw: string | null, type: VariableType): string | null {
  const value = raw?.toWellFormed().replaceAll('\u0000', '').trim() ?? '';
  if (value === '') return null;
  const canonical = fittingValue(value, type);
  if (canonical === null) throw new RepereError('value.invalid', { value, type });
  return canonical;
}

/** The canonical form of a trimmed text that is not empty; `null` when it is no value of this type. */
export function fittingValue(value: string, type: VariableType): string | null {
  switch (type) {
    case 'text':
    case 'category':
      return value;
    case 'integer': {
      const digits = value.replaceAll(/[\s\u00a0\u202f]/gu, '');
      return /^[+-]?\d{1,15}$/u.test(digits) ? String(Number(digits)) : null;
    }
    case 'float': {
      const number = value.replaceAll(/[\s\u00a0\u202f]/gu, '').replace(',', '.');
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(number) ? String(Number(number)) : null;
    }
    case 'boolean': {
      const word = value.toLowerCase();
      return TRUE_WORDS.has(word) ? 'true' : FALSE_WORDS.has(word) ? 'false' : null;
    }
    case 'date':
      return canonicalDate(value);
  }
}

function canonicalDate(value: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(value);
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u.exec(value);
  const parts =
    iso !== null ? [iso[1], iso[2], iso[3]] : french !== null ? [french[3], french[2], french[1]] : null;
  if (parts === null) return null;
  const [year, month, day] = parts.map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}
