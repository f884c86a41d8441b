import { setImmediate } from 'node:timers/promises';
import { isBlank } from '../text/paragraphs.ts';
import { assemble } from './assemble.ts';
import { countedWarnings } from './counted-warnings.ts';
import {
  FormatError,
  holdFile,
  stopIfCancelled,
  type ParsedDocument,
  type ReadOptions,
} from './parsed-document.ts';
import { RtfReader } from './rtf-reader.ts';
import { RtfTokens } from './rtf-tokens.ts';

/** Tokens between two looks at whether somebody stopped. */
const SLICE = 20_000;

/**
 * Reads a Rich Text file (RTF 1.9.1) token by token: characters of every code page, lists with their numbers, tables
 * as lines with tabs, notes at the end, comments on their passage, all tracked changes accepted. Errors:
 * `format.empty`, `format.too-large`, `format.too-deep`, `format.unreadable` (`reason: 'rtf'`), `format.cancelled`.
 */
export async function readRtf(
  bytes: Uint8Array,
  { onProgress, signal }: ReadOptions = {},
): Promise<ParsedDocument> {
  holdFile(bytes, signal);
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '{\\rtf') {
    throw new FormatError('format.unreadable', { reason: 'rtf' });
  }
  const tokens = new RtfTokens(bytes);
  const reader = new RtfReader();
  for (let count = 1; ; count += 1) {
    const token = tokens.next();
    reader.take(token);
    if (token.kind === 'end') break;
    if (count % SLICE === 0) {
      onProgress?.(tokens.position / bytes.byteLength);
      await setImmediate();
      stopIfCancelled(signal);
    }
  }
  const { text, headings, comments } = assemble(reader.lines(), reader.notes, reader.remarks);
  if (isBlank(text)) throw new FormatError('format.empty', { reason: 'no-text' });
  onProgress?.(1);
  const warnings = countedWarnings(reader.counts, text);
  return { format: 'rtf', text, headings, encoding: null, properties: reader.properties, warnings, comments };
}
