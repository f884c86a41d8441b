import type { VariableType } from '../../../src/participants/contract.ts';
import type { Locale } from '../../../src/settings/contract.ts';

/** A kept value as a person of this language writes it: `18/05/2020` and `1,5` in French. */
export function shownValue(value: string, type: VariableType, locale: Locale): string {
  if (locale !== 'fr') return value;
  if (type === 'float') return value.replace('.', ',');
  if (type !== 'date') return value;
  const date = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/u.exec(value)?.groups;
  return date === undefined ? value : `${date['day']}/${date['month']}/${date['year']}`;
}

/** What was written, as it is kept: `2020-05-18`, `1.5`. What is no such value goes to the core as it is, which says so. */
export function keptValue(text: string, type: VariableType): string {
  const trimmed = text.trim();
  if (type === 'float') return trimmed.replace(',', '.');
  if (type !== 'date') return trimmed;
  const date = /^(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})$/u.exec(trimmed)?.groups;
  if (date === undefined) return trimmed;
  return `${date['year']}-${date['month']?.padStart(2, '0')}-${date['day']?.padStart(2, '0')}`;
}
