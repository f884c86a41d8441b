import { readCsvTable } from './csv-table.ts';
import { detectKind, type DetectedKind } from './detect.ts';
import { LIMITS } from './limits.ts';
import { readOdsTable } from './ods.ts';
import { FormatError, holdLimit, stopIfCancelled } from './parsed-document.ts';
import type { ParsedTable, ReadTableOptions } from './parsed-table.ts';
import { readXlsxTable } from './xlsx.ts';

/** Text whose beginning looks like another format is still a table when a person gives it as one. */
const TEXTUAL: ReadonlySet<DetectedKind> = new Set(['text', 'html', 'xml', 'vtt', 'srt', 'rtf']);
const TEXT_NAME = /\.(?:csv|tsv|tab|txt|text)$/iu;

/**
 * Reads a table as what its bytes are, whatever the file is called. Errors: those of the readers; `format.no-table`
 * with `found` for a kind that is no table, or one that is not read.
 */
export async function readTable(
  bytes: Uint8Array,
  options: ReadTableOptions & { readonly fileName: string },
): Promise<ParsedTable> {
  const { fileName, signal, encoding } = options;
  stopIfCancelled(signal);
  holdLimit('bytes', bytes.byteLength, LIMITS.fileBytes);
  const kind = await detectKind(bytes);
  stopIfCancelled(signal);
  if (kind === 'empty') throw new FormatError('format.empty', { reason: 'no-bytes' });
  if (kind === 'encrypted-office') throw new FormatError('format.encrypted');
  if (kind === 'damaged-zip') throw new FormatError('format.unreadable', { reason: 'zip' });
  if (kind === 'xlsx') return readXlsxTable(bytes, options);
  if (kind === 'ods') return readOdsTable(bytes, options);
  const isText = kind === 'text' || (TEXTUAL.has(kind) && TEXT_NAME.test(fileName));
  if (isText || (kind === 'binary' && encoding !== undefined)) return readCsvTable(bytes, options);
  throw new FormatError('format.no-table', { found: kind });
}
