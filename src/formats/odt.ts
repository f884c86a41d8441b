import { isBlank } from '../text/paragraphs.ts';
import { assemble } from './assemble.ts';
import { LIMITS } from './limits.ts';
import { OdtBody, type OdtCounts } from './odt-body.ts';
import { readOdtProperties, refuseEncrypted } from './odt-package.ts';
import { OdtStyles } from './odt-styles.ts';
import {
  FormatError,
  holdLimit,
  stopIfCancelled,
  type ParsedDocument,
  type ParsedWarning,
  type ReadOptions,
  type WarningCode,
} from './parsed-document.ts';
import { parseXml } from './xml.ts';
import { openArchive } from './zip.ts';

/**
 * Reads an OpenDocument text (.odt, .ott) as text: one line per paragraph, line breaks as lines, table rows as lines
 * with tabs between cells, numbers of lists as text, notes behind the text, all tracked changes accepted, headings
 * with their levels, comments with their passages.
 *
 * Errors: `format.empty`, `format.too-large`, `format.too-deep`, `format.encrypted`, `format.unreadable` (with
 * `reason`), `format.cancelled`.
 */
export async function readOdt(bytes: Uint8Array, options: ReadOptions = {}): Promise<ParsedDocument> {
  const { onProgress, signal } = options;
  if (bytes.byteLength === 0) throw new FormatError('format.empty', { reason: 'no-bytes' });
  holdLimit('bytes', bytes.byteLength, LIMITS.fileBytes);
  stopIfCancelled(signal);
  const archive = await openArchive(bytes);
  await refuseEncrypted(archive, signal);
  if (!archive.names.has('content.xml'))
    throw new FormatError('format.unreadable', { reason: 'no-main-part' });
  const body = new OdtBody(new OdtStyles());
  // Common styles first: the content refers to them.
  if (archive.names.has('styles.xml')) await parseXml(archive.read('styles.xml', signal), body);
  const size = Math.max(1, archive.size('content.xml'));
  await parseXml(archive.read('content.xml', signal), body, (done) => onProgress?.(Math.min(1, done / size)));
  const properties = archive.names.has('meta.xml')
    ? await readOdtProperties(archive.read('meta.xml', signal))
    : {};
  return parsedFrom(body, properties);
}

/** Reads an OpenDocument text that is one XML file (.fodt), like `readOdt`. */
export async function readFlatOdt(bytes: Uint8Array, options: ReadOptions = {}): Promise<ParsedDocument> {
  const { onProgress, signal } = options;
  holdLimit('bytes', bytes.byteLength, LIMITS.fileBytes);
  const body = new OdtBody(new OdtStyles());
  const size = Math.max(1, bytes.byteLength);
  await parseXml(slices(bytes, signal), body, (done) => onProgress?.(Math.min(1, done / size)));
  return parsedFrom(body, await readOdtProperties(slices(bytes, signal)));
}

const SLICE_BYTES = 64 * 1024;

/** A file in pieces, with a turn for the event loop between them, so that a stop arrives. */
async function* slices(bytes: Uint8Array, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += SLICE_BYTES) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    stopIfCancelled(signal);
    yield bytes.subarray(at, at + SLICE_BYTES);
  }
}

function parsedFrom(body: OdtBody, properties: ParsedDocument['properties']): ParsedDocument {
  const { text, headings, comments } = assemble(body.lines(), body.notes, body.remarks());
  if (isBlank(text)) throw new FormatError('format.empty', { reason: 'no-text' });
  const warnings = warningsOf(body.counts, text);
  return { format: 'odt', text, headings, encoding: null, properties, warnings, comments };
}

function warningsOf(counts: OdtCounts, text: string): ParsedWarning[] {
  const warnings: ParsedWarning[] = [];
  const { insertions, deletions } = counts;
  if (insertions + deletions > 0)
    warnings.push({ code: 'tracked-changes', details: { insertions, deletions } });
  const counted: readonly (readonly [WarningCode, number])[] = [
    ['hidden-text', counts.hidden],
    ['images-left-out', counts.images],
    ['characters-replaced', text.split('\uFFFD').length - 1],
  ];
  for (const [code, count] of counted) if (count > 0) warnings.push({ code, details: { count } });
  return warnings;
}
