import { LIMITS } from './limits.ts';
import { refuseEncrypted } from './odt-package.ts';
import { OdsSheetsHandler } from './ods-sheets.ts';
import { FormatError, holdLimit, stopIfCancelled } from './parsed-document.ts';
import type { ParsedTable, ReadTableOptions } from './parsed-table.ts';
import { TableBudget } from './sheet-builder.ts';
import { parseXml } from './xml.ts';
import { openArchive } from './zip.ts';

/**
 * Reads a spreadsheet of OpenDocument (.ods, .ots): the values that its cells had when it was saved; comments and
 * pictures are left out. Errors: `format.empty`, `format.too-large`, `format.too-deep`, `format.encrypted`,
 * `format.unreadable` (with `reason`), `format.cancelled`.
 */
export async function readOdsTable(bytes: Uint8Array, options: ReadTableOptions = {}): Promise<ParsedTable> {
  const { signal, onProgress } = options;
  if (bytes.byteLength === 0) throw new FormatError('format.empty', { reason: 'no-bytes' });
  holdLimit('bytes', bytes.byteLength, LIMITS.fileBytes);
  stopIfCancelled(signal);
  const archive = await openArchive(bytes);
  await refuseEncrypted(archive, signal);
  if (!archive.names.has('content.xml'))
    throw new FormatError('format.unreadable', { reason: 'no-main-part' });
  const handler = new OdsSheetsHandler(new TableBudget());
  const size = Math.max(1, archive.size('content.xml'));
  await parseXml(archive.read('content.xml', signal), handler, (done) =>
    onProgress?.(Math.min(1, done / size)),
  );
  const { sheets } = handler;
  if (sheets.every(({ rows }) => rows.length === 0))
    throw new FormatError('format.empty', { reason: 'no-text' });
  return { format: 'ods', sheets, encoding: null, delimiter: null, warnings: [] };
}
