import type { VariableType } from '../participants/contract.ts';
import { cellValue, oneLine } from './cell-value.ts';

/** So large a share of the filled cells must fit a type; the others are shown as misfits. */
const ENOUGH = 0.9;
const MAX_CATEGORIES = 20;
const MAX_CATEGORY_LENGTH = 60;
/** Categories repeat: so many distinct values at most, as a share of the filled cells. */
const CATEGORY_SHARE = 0.7;
/** An answer in one's own words is longer than a name or a category, in UTF-16 code units. */
const OPEN_LENGTH = 40;
/** An open answer is hardly ever given twice. */
const OPEN_DISTINCT = 0.7;

/** `007`, `+33…`, `01000`: digits that would lose something as a number. */
const DIGITS_NOT_NUMBER = /^(?:0\d+|\+\d{6,})$/u;
const NUMERIC = /^\d$/u;

/** The type that nearly all cells of a column fit; the narrowest of them. */
export function inferType(cells: readonly string[]): VariableType {
  const values = filled(cells);
  if (values.length === 0) return 'text';
  const fits = (type: VariableType): boolean =>
    values.filter((value) => cellValue(value, type).fits).length / values.length >= ENOUGH;
  if (!values.some((value) => DIGITS_NOT_NUMBER.test(value))) {
    // 0 and 1 alone are as likely a count; words (oui, x) say that it is a question of yes or no.
    if (fits('boolean') && values.some((value) => !NUMERIC.test(value))) return 'boolean';
    if (fits('integer')) return 'integer';
    if (fits('float')) return 'float';
  }
  if (fits('date')) return 'date';
  return isCategory(values) ? 'category' : 'text';
}

function isCategory(values: readonly string[]): boolean {
  const distinct = new Set(values);
  if (distinct.size > Math.min(MAX_CATEGORIES, values.length * CATEGORY_SHARE)) return false;
  return [...distinct].every((value) => value.length <= MAX_CATEGORY_LENGTH);
}

/** Whether a column of this type holds answers in the respondents' own words. */
export function isOpenAnswer(cells: readonly string[], type: VariableType, title: string): boolean {
  const values = filled(cells);
  if (type !== 'text' || values.length === 0) return false;
  const isVaried = new Set(values).size / values.length >= OPEN_DISTINCT;
  const length = values.reduce((sum, value) => sum + value.length, 0) / values.length;
  const isQuestion = /\?\s*$/u.test(title) && values.some((value) => /\s/u.test(value));
  return isVaried && length >= (isQuestion ? OPEN_LENGTH / 2 : OPEN_LENGTH);
}

function filled(cells: readonly string[]): string[] {
  return cells.map(oneLine).filter((value) => value !== '');
}
