import { MAX_NAME } from '../contract/common.ts';
import { RepereError } from '../errors/codes.ts';
import type { ParsedSheet, ParsedTable, ReadTableOptions } from '../formats/parsed-table.ts';
import type { Locale } from '../settings/contract.ts';
import { oneLine } from './cell-value.ts';
import type { TableColumn, TableDraft } from './contract.ts';
import { inferType, isOpenAnswer } from './infer.ts';
import { guessKeyColumn } from './key-column.ts';
import { columnCells, layoutOf, type TableLayout } from './layout.ts';
import type { NameIndex } from './name-index.ts';
import type { VariableType } from '../participants/contract.ts';

/** A table that was read and waits for the person's word. */
export interface KeptTable {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** What a person chose for reading it; text only. */
  readonly asText: Pick<ReadTableOptions, 'encoding' | 'delimiter'>;
  readonly parsed: ParsedTable;
  readonly sheet: number;
  readonly layout: TableLayout;
}

export interface TableChoices {
  readonly sheet?: number | string | undefined;
  readonly headerRow?: number | undefined;
}

const PREVIEW_ROWS = 30;
const PREVIEW_CHARACTERS = 160;
const UNNAMED: Readonly<Record<Locale, string>> = { fr: 'Colonne', en: 'Column' };

/** Lays a table out as chosen. Error: `not-found` for a sheet that is not there. */
export function keepTable(
  file: Pick<KeptTable, 'id' | 'fileName' | 'parsed'>,
  { sheet, headerRow }: TableChoices,
  locale: Locale,
): Omit<KeptTable, 'bytes' | 'asText'> {
  const index = sheetIndex(file.parsed.sheets, sheet);
  const rows = file.parsed.sheets[index]?.rows ?? [];
  const layout = layoutOf(rows, (letters) => `${UNNAMED[locale]} ${letters}`, headerRow);
  return { ...file, sheet: index, layout };
}

function sheetIndex(sheets: readonly ParsedSheet[], wanted: number | string | undefined): number {
  if (wanted === undefined) {
    const visible = sheets.findIndex(({ isHidden, rows }) => !isHidden && rows.length > 0);
    return visible === -1 ? sheets.findIndex(({ rows }) => rows.length > 0) : visible;
  }
  const index = typeof wanted === 'number' ? wanted : sheets.findIndex(({ name }) => name === wanted);
  if (sheets[index] === undefined) throw new RepereError('not-found', { kind: 'sheet', id: wanted });
  return index;
}

/** What of the project a table is compared with. */
export interface KnownNames {
  readonly participants: NameIndex<number>;
  readonly variables: NameIndex<{ readonly name: string; readonly type: VariableType }>;
}

/** What the window shows of a table. */
export function describeTable(
  table: Omit<KeptTable, 'bytes' | 'asText'>,
  known: KnownNames,
  warningText: (code: string, details: Readonly<Record<string, unknown>>) => string,
): TableDraft {
  const { parsed, layout } = table;
  const isKnown = (name: string): boolean => known.participants.find(name) !== undefined;
  const columns = layout.titles.map((title, column) => describeColumn(layout, title, column, known));
  const keyColumn = guessKeyColumn(layout, isKnown);
  const matches =
    keyColumn === null ? 0 : columnCells(layout.rows, keyColumn).map(oneLine).filter(isKnown).length;
  return {
    draftId: table.id,
    fileName: table.fileName,
    format: parsed.format,
    encoding: parsed.encoding,
    delimiter: parsed.delimiter,
    sheets: parsed.sheets.map(({ name, rows, isHidden }) => ({ name, rows: rows.length, isHidden })),
    sheet: table.sheet,
    headerRow: layout.headerRow,
    rows: layout.rows.length,
    columns,
    keyColumn,
    matches,
    purpose: matches === 0 && columns.some(({ isOpen }) => isOpen) ? 'survey' : 'participants',
    preview: layout.rows.slice(0, PREVIEW_ROWS).map(({ number, cells }) => ({
      row: number,
      cells: layout.titles.map((_title, column) => cut(cells[column] ?? '')),
    })),
    warnings: parsed.warnings.map(({ code, details }) => ({ code, message: warningText(code, details) })),
  };
}

function describeColumn(
  { rows }: TableLayout,
  title: string,
  column: number,
  { variables }: KnownNames,
): TableColumn {
  const cells = columnCells(rows, column);
  const filled = cells.map(oneLine).filter((cell) => cell !== '');
  const inferred = inferType(cells);
  const existing = variables.find(title);
  return {
    column,
    title,
    name: existing?.name ?? title.slice(0, MAX_NAME).toWellFormed(),
    type: existing?.type ?? inferred,
    isExisting: existing !== undefined,
    isOpen: existing === undefined && isOpenAnswer(cells, inferred, title),
    filled: filled.length,
    distinct: new Set(filled).size,
  };
}

function cut(cell: string): string {
  const text = oneLine(cell);
  return text.length <= PREVIEW_CHARACTERS
    ? text
    : `${text.slice(0, PREVIEW_CHARACTERS - 1).toWellFormed()}…`;
}
