import type { VariableType } from '../participants/contract.ts';
import { fittingValue } from '../participants/values.ts';

/** Longest value that a variable takes, in UTF-16 code units. */
export const MAX_VALUE = 2_000;

/** What a cell says under a type: a canonical value, `null` for nothing, or that it does not fit. */
export type CellValue =
  { readonly fits: true; readonly value: string | null } | { readonly fits: false; readonly value: string };

const LINE_END = /[\n\u2028\u2029\u0000]/u;
const TIME = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?: ?(?:Z|UTC[+-]?\d*))?$/iu;
const SLASHED = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/u;
const PERCENT = /^([+-]?[\d\s\u00a0\u202f]*(?:[.,]\d+)?)[\s\u00a0\u202f]*%$/u;

/**
 * Reads a cell as a value of this type. Besides what a person may type, dates may carry a time, which is left out, and
 * be written `2020/05/18`; a decimal number may be a percentage (`25 %` is 0.25, as in a workbook).
 */
export function cellValue(raw: string, type: VariableType): CellValue {
  const text = oneLine(raw);
  if (text === '') return { fits: true, value: null };
  const value = text.length > MAX_VALUE ? null : fittingValue(inTypedForm(text, type), type);
  return value === null ? { fits: false, value: text } : { fits: true, value };
}

function inTypedForm(text: string, type: VariableType): string {
  if (type === 'date') return text.replace(TIME, '').replace(SLASHED, '$1-$2-$3');
  const percent = type === 'float' ? PERCENT.exec(text)?.[1] : undefined;
  if (percent === undefined || percent.trim() === '') return text;
  const number = fittingValue(percent.trim(), 'float');
  // Without the noise of dividing by a hundred: 7 % is 0.07.
  return number === null ? text : String(Number((Number(number) / 100).toPrecision(15)));
}

/** A cell's text on one line, without blanks at its ends. */
export function oneLine(raw: string): string {
  const text = raw.isWellFormed() ? raw : raw.toWellFormed();
  // Nearly every cell has one line, and is looked at many times.
  const line = LINE_END.test(text)
    ? text.replaceAll(/[\s\u0000-\u001f\u007f]*[\n\u2028\u2029\u0000][\s\u0000-\u001f\u007f]*/gu, ' ')
    : text;
  return line.trim();
}
