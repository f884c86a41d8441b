import { readCaptions } from './captions.ts';
import { detectKind, type DetectedKind } from './detect.ts';
import { readDocx } from './docx.ts';
import { readEpub } from './epub.ts';
import { readHtml } from './html.ts';
import { LIMITS } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { readFlatOdt, readOdt } from './odt.ts';
import {
  FormatError,
  holdLimit,
  stopIfCancelled,
  type ParsedDocument,
  type ReadOptions,
} from './parsed-document.ts';
import { readPdf } from './pdf.ts';
import { readRtf } from './rtf.ts';
import { readText } from './text.ts';

export interface ReadDocumentOptions extends ReadOptions {
  /** With its extension, which is a hint only. */
  readonly fileName: string;
  /** Of a text file, when a person has chosen: one of `ENCODINGS`. */
  readonly encoding?: string | undefined;
}

/** Extensions that belong to a kind of content. */
const EXTENSIONS: Readonly<Partial<Record<DetectedKind, string>>> = {
  text: 'txt text log asc md markdown mdown mkd',
  docx: 'docx docm dotx dotm',
  html: 'html htm xhtml xht',
  xml: 'xml qdc',
  fodt: 'fodt',
  rtf: 'rtf',
  vtt: 'vtt',
  srt: 'srt',
  pdf: 'pdf',
  odt: 'odt ott',
  ods: 'ods',
  odp: 'odp',
  xlsx: 'xlsx xlsm',
  pptx: 'pptx',
  epub: 'epub',
  qdpx: 'qdpx',
  zip: 'zip',
  doc97: 'doc dot',
  xls97: 'xls',
  ppt97: 'ppt',
  image: 'png jpg jpeg gif tif tiff webp heic',
  audio: 'mp3 m4a wav ogg flac',
  video: 'mp4 mov mkv webm',
  database: 'sqlite db repere',
  archive: '7z rar gz tgz',
};
/** Text by its bytes, but tables by their purpose: reading them as an interview would only make work. */
const OTHER_TEXT = new Map([
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['json', 'json'],
  ['mht', 'mht'],
  ['mhtml', 'mht'],
]);
/** Read by `readTable`, since they hold participants or answers and no conversation. */
const TABLES: ReadonlySet<string> = new Set(['xlsx', 'ods', 'csv']);
/** Text by its bytes, with signs that shape it by its name. */
const MARKDOWN: ReadonlySet<string> = new Set(['md', 'markdown', 'mdown', 'mkd']);

type Reader = (bytes: Uint8Array, options: Omit<ReadDocumentOptions, 'fileName'>) => Promise<ParsedDocument>;

/** Readers of what bytes are without a doubt. */
const READERS: Readonly<Partial<Record<DetectedKind, Reader>>> = {
  docx: readDocx,
  odt: readOdt,
  fodt: readFlatOdt,
  rtf: readRtf,
  html: readHtml,
  epub: readEpub,
  pdf: readPdf,
};

/** Extensions, without the dot, of files that {@link readDocument} reads. */
export const DOCUMENT_EXTENSIONS: readonly string[] = [
  ...(Object.keys(READERS) as DetectedKind[]),
  ...(['vtt', 'srt', 'text'] as const),
].flatMap((kind) => EXTENSIONS[kind]?.split(' ') ?? []);

/**
 * Reads a document as what its bytes are. A Word file named .txt, or a text named .docx, is read with the warning
 * `read-as`. Errors: those of the readers; `format.is-table` for tables;
 * `format.unsupported` with `found` for a kind that is known and not read; `format.wrong-kind` with `found` and `extension` when the name promised something else.
 */
export async function readDocument(bytes: Uint8Array, options: ReadDocumentOptions): Promise<ParsedDocument> {
  const { fileName, encoding, onProgress, signal } = options;
  stopIfCancelled(signal);
  holdLimit('bytes', bytes.byteLength, LIMITS.fileBytes);
  const extension = extensionOf(fileName);
  const kind = await detectKind(bytes);
  stopIfCancelled(signal);
  if (kind === 'empty') throw new FormatError('format.empty', { reason: 'no-bytes' });
  if (kind === 'encrypted-office') throw new FormatError('format.encrypted');
  if (kind === 'damaged-zip') throw new FormatError('format.unreadable', { reason: 'zip' });
  const reader = readerFor(kind, extension);
  if (reader !== null) {
    return withReadAs(await reader(bytes, { encoding, onProgress, signal }), kind, extension);
  }
  const captions = captionsIn(kind, extension, bytes);
  if (captions !== null)
    return withReadAs(readCaptions(bytes, captions, { encoding, onProgress, signal }), captions, extension);
  if (!readsAsText(kind, extension, encoding)) throw refusal(kind, extension);
  const parsed = MARKDOWN.has(extension)
    ? readMarkdown(bytes, { encoding, signal })
    : readText(bytes, { encoding });
  onProgress?.(1);
  return withReadAs(parsed, 'text', extension);
}

/** Who names a page .txt wants to see it as text; pieces of a page without its frame are known by their name. */
function readerFor(kind: DetectedKind, extension: string): Reader | null {
  if (kind === 'html' && belongs('text', extension)) return null;
  if ((kind === 'text' || kind === 'xml') && belongs('html', extension)) return readHtml;
  return READERS[kind] ?? null;
}

/** Small letters, without the dot; empty when there is none. */
function extensionOf(fileName: string): string {
  return /\.([^./\\\s]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** Captions by their first lines, or text that is called so: an encoding of two bytes hides its first lines. */
function captionsIn(kind: DetectedKind, extension: string, bytes: Uint8Array): 'vtt' | 'srt' | null {
  const promised = belongs('vtt', extension) ? 'vtt' : belongs('srt', extension) ? 'srt' : null;
  if (kind === 'vtt' || kind === 'srt') return belongs('text', extension) ? null : kind;
  return kind === 'text' && hasArrow(bytes) ? promised : null;
}

/** Whether a time line may be there; without any, the file is text that is called captions. */
function hasArrow(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (
    buffer.includes('->', 0, 'latin1') ||
    buffer.includes('->', 0, 'utf16le') ||
    buffer.includes('\0-\0>', 0, 'latin1')
  );
}

function readsAsText(kind: DetectedKind, extension: string, encoding: string | undefined): boolean {
  if (kind === 'text') return !OTHER_TEXT.has(extension);
  // Who names a page or captions .txt, or names the encoding, wants to see them as text.
  const isMarked = kind === 'html' || kind === 'xml' || kind === 'vtt' || kind === 'srt';
  if (isMarked) return belongs('text', extension);
  return kind === 'binary' && encoding !== undefined && belongs('text', extension);
}

function belongs(kind: DetectedKind, extension: string): boolean {
  return EXTENSIONS[kind]?.split(' ').includes(extension) === true;
}

function kindByExtension(extension: string): string | null {
  const known = Object.entries(EXTENSIONS).find(([, extensions]) =>
    extensions.split(' ').includes(extension),
  );
  return known?.[0] ?? OTHER_TEXT.get(extension) ?? null;
}

function refusal(kind: DetectedKind, extension: string): FormatError {
  const promised = kindByExtension(extension);
  const found = kind === 'text' ? promised : kind;
  if (found !== null && TABLES.has(found)) return new FormatError('format.is-table', { found, extension });
  // Text in a kind of file that is not read yet is no surprise: say the kind.
  if (kind === 'text') return new FormatError('format.unsupported', { found: promised ?? 'text', extension });
  const expected = promised === null || promised === kind;
  return new FormatError(expected ? 'format.unsupported' : 'format.wrong-kind', { found: kind, extension });
}

function withReadAs(parsed: ParsedDocument, found: DetectedKind, extension: string): ParsedDocument {
  const promised = kindByExtension(extension);
  if (promised === null || promised === found) return parsed;
  return { ...parsed, warnings: [{ code: 'read-as', details: { extension, found } }, ...parsed.warnings] };
}
