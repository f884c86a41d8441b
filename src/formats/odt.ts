import { isBlank } from '../text/paragraphs.ts';
import { assemble } from './assemble.ts';
import { countedWarnings } from './counted-warnings.ts';
import { LIMITS } from './limits.ts';
import { OdtBody } from './odt-body.ts';
import { ODF_CONTENT, openOpenDocument, walkMainPart } from './opening.ts';
import { readOdtProperties } from './odt-package.ts';
import { OdtStyles } from './odt-styles.ts';
import {
  FormatError,
  holdLimit,
  stopIfCancelled,
  type ParsedDocument,
  type ReadOptions,
} from './parsed-document.ts';
import { parseXml } from './xml.ts';

/**
 * Reads an OpenDocument text (.odt, .ott) as text: one line per paragraph, line breaks as lines, table rows as lines
 * with tabs between cells, numbers of lists as text, notes behind the text, all tracked changes accepted, headings
 * with their levels, comments with their passages.
 *
 * Errors: `format.empty`, `format.too-large`, `format.too-deep`, `format.encrypted`, `format.unreadable` (with
 * `reason`), `format.cancelled`.
 */
export async function readOdt(bytes: Uint8Array, options: ReadOptions = {}): Promise<ParsedDocument> {
  const { signal } = options;
  const archive = await openOpenDocument(bytes, signal);
  const body = new OdtBody(new OdtStyles());
  // Common styles first: the content refers to them.
  if (archive.names.has('styles.xml')) await parseXml(archive.read('styles.xml', signal), body);
  await walkMainPart(archive, ODF_CONTENT, body, options);
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
  const warnings = countedWarnings(body.counts, text);
  return { format: 'odt', text, headings, encoding: null, properties, warnings, comments };
}
