import type { Locale } from '../../settings/contract.ts';
import type { ChangeLine, ChangePlace } from '../contract.ts';
import type { NetRow, Row } from './net-rows.ts';
import { aspectsText, changeText, OTHER_TABLES, type Aspect } from './words.ts';

const CODE_ASPECTS: Readonly<Record<string, Aspect>> = {
  parent_id: 'place',
  colour: 'look',
  shape: 'look',
  is_folder: 'folder',
  brief_definition: 'definition',
  full_definition: 'definition',
  when_to_use: 'definition',
  when_not_to_use: 'definition',
  example: 'definition',
};

const text = (row: Row | null, column: string): string => String(row?.[column] ?? '');
const number = (row: Row | null, column: string): number | undefined => {
  const value = row?.[column];
  return typeof value === 'number' ? value : undefined;
};

/** What became of codes. `codingsGone`: how many codings went with each that is gone. */
export function codeLines(
  rows: readonly NetRow[],
  codingsGone: ReadonlyMap<number, number>,
  locale: Locale,
): ChangeLine[] {
  return rows.flatMap(({ id, before, after, columns }) => {
    const code = text(after ?? before, 'name');
    const line = (
      word: 'codeCreated' | 'codeRenamed' | 'codeChanged' | 'codeRemoved',
      values: Readonly<Record<string, string>> = {},
      n = 1,
    ): ChangeLine => ({
      area: 'codes',
      text: changeText(word, n, { code, ...values }, locale),
      count: 1,
      place: after === null ? {} : { codeId: id },
    });
    if (before === null) return [line('codeCreated')];
    if (after === null) return [line('codeRemoved', {}, codingsGone.get(id) ?? 0)];
    const lines: ChangeLine[] = [];
    if (columns.has('name')) lines.push(line('codeRenamed', { from: text(before, 'name') }));
    const aspects = new Set([...columns].flatMap((column) => CODE_ASPECTS[column] ?? []));
    if (aspects.size > 0) lines.push(line('codeChanged', { what: aspectsText(aspects, locale) }));
    return lines;
  });
}

export function memoLines(
  rows: readonly NetRow[],
  placeOfCoding: (codingId: number) => ChangePlace,
  locale: Locale,
): ChangeLine[] {
  return rows.flatMap(({ id, before, after, columns }): ChangeLine[] => {
    const word = before === null ? 'memoCreated' : after === null ? 'memoRemoved' : 'memoChanged';
    if (word === 'memoChanged' && [...columns].every((column) => column === 'modified_at')) return [];
    const row = after ?? before;
    const [codingId, documentId, codeId] = ['coding_id', 'document_id', 'code_id'].map((column) =>
      number(row, column),
    );
    const start = number(row, 'start_utf16');
    const place: ChangePlace = {
      ...(after === null ? {} : { memoId: id }),
      ...(codingId === undefined ? {} : placeOfCoding(codingId)),
      ...(documentId === undefined ? {} : { documentId }),
      ...(codeId === undefined ? {} : { codeId }),
      ...(start === undefined ? {} : { start }),
    };
    const memo = text(row, 'title');
    return [{ area: 'memos', text: changeText(word, 1, { memo }, locale), count: 1, place }];
  });
}

/** What became of documents. `textSteps`: how often each text was corrected. */
export function documentLines(
  rows: readonly NetRow[],
  textSteps: ReadonlyMap<number, number>,
  codingsGone: ReadonlyMap<number, number>,
  locale: Locale,
): ChangeLine[] {
  return rows.flatMap(({ id, before, after, columns }) => {
    const document = text(after ?? before, 'name');
    const line = (
      word: 'documentAdded' | 'documentRenamed' | 'documentText' | 'documentRemoved',
      n = 1,
    ): ChangeLine => ({
      area: 'documents',
      text: changeText(word, n, { document, from: text(before, 'name') }, locale),
      count: 1,
      place: after === null ? {} : { documentId: id },
    });
    if (before === null) return [line('documentAdded')];
    if (after === null) return [line('documentRemoved', codingsGone.get(id) ?? 0)];
    return [
      ...(columns.has('name') ? [line('documentRenamed')] : []),
      ...(columns.has('text_version_id') ? [line('documentText', textSteps.get(id) ?? 1)] : []),
    ];
  });
}

/** Of everything else, how much came, changed and went. */
export function otherLines(rowsOf: ReadonlyMap<string, readonly NetRow[]>, locale: Locale): ChangeLine[] {
  return Object.entries(OTHER_TABLES).flatMap(([table, name]): ChangeLine[] => {
    const rows = (rowsOf.get(table) ?? []).filter(isTold);
    if (rows.length === 0) return [];
    const counts = {
      added: rows.filter(({ before }) => before === null).length,
      changed: rows.filter(({ before, after }) => before !== null && after !== null).length,
      removed: rows.filter(({ after }) => after === null).length,
    };
    const what = (['added', 'changed', 'removed'] as const)
      .filter((word) => counts[word] > 0)
      .map((word) => changeText(word, counts[word], {}, locale))
      .join(', ');
    const sentence = changeText('others', 1, { table: name[locale], what }, locale);
    return [{ area: 'others', text: sentence, count: rows.length, place: {} }];
  });
}

/** Order and dates follow from other changes. */
const SILENT: ReadonlySet<string> = new Set(['position', 'modified_at', 'start_utf16', 'end_utf16']);

function isTold({ table, before, after, columns }: NetRow): boolean {
  // The program keeps versions of the codebook by itself; told are those that a person named.
  if (table === 'codebook_version' && text(after ?? before, 'name') === '') return false;
  return before === null || after === null || [...columns].some((column) => !SILENT.has(column));
}
