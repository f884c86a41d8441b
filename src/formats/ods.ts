import { OdsSheetsHandler } from './ods-sheets.ts';
import { ODF_CONTENT, openOpenDocument, walkMainPart } from './opening.ts';
import { FormatError } from './parsed-document.ts';
import type { ParsedTable, ReadTableOptions } from './parsed-table.ts';
import { TableBudget } from './sheet-builder.ts';

/**
 * Reads a spreadsheet of OpenDocument (.ods, .ots): the values that its cells had when it was saved; comments and
 * pictures are left out. Errors: `format.empty`, `format.too-large`, `format.too-deep`, `format.encrypted`,
 * `format.unreadable` (with `reason`), `format.cancelled`.
 */
export async function readOdsTable(bytes: Uint8Array, options: ReadTableOptions = {}): Promise<ParsedTable> {
  const archive = await openOpenDocument(bytes, options.signal);
  const handler = new OdsSheetsHandler(new TableBudget());
  await walkMainPart(archive, ODF_CONTENT, handler, options);
  const { sheets } = handler;
  if (sheets.every(({ rows }) => rows.length === 0))
    throw new FormatError('format.empty', { reason: 'no-text' });
  return { format: 'ods', sheets, encoding: null, delimiter: null, warnings: [] };
}
