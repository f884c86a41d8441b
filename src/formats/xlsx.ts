import { openPackage, walkMainPart } from './opening.ts';
import { FormatError } from './parsed-document.ts';
import type { ParsedSheet, ParsedTable, ReadTableOptions } from './parsed-table.ts';
import { SheetBuilder, TableBudget } from './sheet-builder.ts';
import { locateXlsxParts, type XlsxSheetPart } from './xlsx-package.ts';
import { XlsxSheetHandler, type XlsxContext } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { readCellDates } from './xlsx-styles.ts';
import type { Archive } from './zip.ts';

/**
 * Reads a workbook of Excel (.xlsx, .xlsm): the values that its cells had when it was saved. Nothing is calculated.
 * Errors: `format.empty`, `format.too-large`, `format.too-deep`, `format.encrypted`, `format.unreadable` (with
 * `reason`), `format.no-table` for a binary workbook, `format.cancelled`.
 */
export async function readXlsxTable(bytes: Uint8Array, options: ReadTableOptions = {}): Promise<ParsedTable> {
  const { signal, onProgress } = options;
  const archive = await openPackage(bytes, signal);
  const parts = await locateXlsxParts(archive, signal);
  const budget = new TableBudget();
  const context: XlsxContext = {
    strings:
      parts.strings === null ? [] : await readSharedStrings(archive.read(parts.strings, signal), budget),
    dates: parts.styles === null ? [] : await readCellDates(archive.read(parts.styles, signal)),
    is1904: parts.is1904,
  };
  const sheets: ParsedSheet[] = [];
  for (const [index, part] of parts.sheets.entries()) {
    const tell = (share: number): void => onProgress?.((index + share) / parts.sheets.length);
    sheets.push(await readSheet(archive, part, budget, context, { signal, onProgress: tell }));
  }
  if (sheets.every(({ rows }) => rows.length === 0))
    throw new FormatError('format.empty', { reason: 'no-text' });
  return { format: 'xlsx', sheets, encoding: null, delimiter: null, warnings: [] };
}

async function readSheet(
  archive: Archive,
  { name, isHidden, part }: XlsxSheetPart,
  budget: TableBudget,
  context: XlsxContext,
  options: ReadTableOptions,
): Promise<ParsedSheet> {
  const builder = new SheetBuilder(budget);
  await walkMainPart(archive, part, new XlsxSheetHandler(builder, budget, context), options);
  return builder.finish(name, isHidden);
}
