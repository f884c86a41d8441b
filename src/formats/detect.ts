import { isBinary } from './binary.ts';
import { FormatError } from './parsed-document.ts';
import { openArchive } from './zip.ts';

/** What bytes are, whatever the file is called. `text` is anything that reads as characters. */
export type DetectedKind =
  | 'empty'
  | 'text'
  | 'html'
  | 'xml'
  | 'rtf'
  | 'vtt'
  | 'srt'
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'fodt'
  | 'ods'
  | 'odp'
  | 'xlsx'
  | 'pptx'
  | 'epub'
  | 'qdpx'
  | 'zip'
  | 'damaged-zip'
  | 'encrypted-office'
  | 'doc97'
  | 'xls97'
  | 'ppt97'
  | 'image'
  | 'audio'
  | 'video'
  | 'database'
  | 'archive'
  | 'binary';

const ZIP_MAGIC = ['PK\x03\x04', 'PK\x05\x06'];

/** Signs of binary kinds, as Latin-1, with the place at which they stand. */
const MAGIC: readonly (readonly [DetectedKind, string, number])[] = [
  ['image', '\x89PNG', 0],
  ['image', '\xff\xd8\xff', 0],
  ['image', 'GIF8', 0],
  ['image', 'II*\0', 0],
  ['image', 'MM\0*', 0],
  ['image', 'WEBP', 8],
  ['image', 'ftyphei', 4],
  ['audio', 'ID3', 0],
  ['audio', '\xff\xfb', 0],
  ['audio', 'OggS', 0],
  ['audio', 'fLaC', 0],
  ['audio', 'WAVE', 8],
  ['audio', 'ftypM4A', 4],
  ['video', 'ftyp', 4],
  ['video', '\x1aE\xdf\xa3', 0],
  ['database', 'SQLite format 3\0', 0],
  ['archive', '7z\xbc\xaf', 0],
  ['archive', 'Rar!', 0],
  ['archive', '\x1f\x8b', 0],
];

/** How a text of a given kind begins, behind white space and a byte order mark. */
const TEXT_STARTS: readonly (readonly [DetectedKind, RegExp])[] = [
  ['vtt', /^WEBVTT\b/u],
  ['srt', /^\d{1,6}\s*\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} --> /u],
  ['html', /^(?:<!--(?:(?!-->)[\s\S])*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body)\b/iu],
  ['fodt', /^(?:<\?xml[^>]*>\s*)?<office:document\s(?=[^]*opendocument)/u],
  ['xml', /^<\?xml\b/u],
];

/** Parts by which an archive is known; the more particular first. */
const ARCHIVES: readonly (readonly [DetectedKind, RegExp])[] = [
  ['qdpx', /^project\.qde$/u],
  ['docx', /^word\/document\d*\.xml$/u],
  ['xlsx', /^xl\/workbook\.(?:xml|bin)$/u],
  ['pptx', /^ppt\/presentation\.xml$/u],
];
const OPEN_DOCUMENTS: readonly (readonly [DetectedKind, string])[] = [
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['odp', 'application/vnd.oasis.opendocument.presentation'],
  ['epub', 'application/epub+zip'],
];

/** Names in the directory of an OLE compound file, in which Word 97 and encrypted Office files are kept. */
const OLE_STREAMS: readonly (readonly [DetectedKind, string])[] = [
  ['encrypted-office', 'EncryptedPackage'],
  ['doc97', 'WordDocument'],
  ['xls97', 'Workbook'],
  ['xls97', 'Book'],
  ['ppt97', 'PowerPoint Document'],
];
const OLE_MAGIC = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const OLE_ENTRY_BYTES = 128;

/**
 * What the bytes really are. Looks at magic numbers, at the names in an archive's directory and at the first lines;
 * inflates nothing. Errors: `format.too-large` and `format.encrypted` of an archive.
 */
export async function detectKind(bytes: Uint8Array): Promise<DetectedKind> {
  if (bytes.byteLength === 0) return 'empty';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString('latin1', 0, 1024);
  if (head.startsWith(OLE_MAGIC)) return detectOle(buffer);
  if (ZIP_MAGIC.some((sign) => head.startsWith(sign))) return detectArchive(bytes, head);
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  // Asked of binary content only: an interview may well begin with « ID3 ».
  if (isBinary(bytes)) return MAGIC.find(([, sign, at]) => head.startsWith(sign, at))?.[0] ?? 'binary';
  const start = head.replace(/^(?:\xef\xbb\xbf)?\s*/u, '');
  return TEXT_STARTS.find(([, expression]) => expression.test(start))?.[0] ?? 'text';
}

async function detectArchive(bytes: Uint8Array, head: string): Promise<DetectedKind> {
  let names: ReadonlySet<string>;
  try {
    ({ names } = await openArchive(bytes));
  } catch (error) {
    if (error instanceof FormatError && error.code === 'format.unreadable') return 'damaged-zip';
    throw error;
  }
  // OpenDocument stores its kind uncompressed as the first file, so that it stands in the first bytes.
  const open = OPEN_DOCUMENTS.find(([, mime]) => names.has('mimetype') && head.includes(`mimetype${mime}`));
  if (open !== undefined) return open[0];
  const known = ARCHIVES.find(([, expression]) => [...names].some((name) => expression.test(name)));
  return known?.[0] ?? 'zip';
}

/** Whether these bytes are an Office file behind a password: a compound file with the encrypted package inside. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (
    buffer.toString('latin1', 0, OLE_MAGIC.length) === OLE_MAGIC && detectOle(buffer) === 'encrypted-office'
  );
}

function detectOle(buffer: Buffer): DetectedKind {
  return OLE_STREAMS.find(([, name]) => hasOleStream(buffer, name))?.[0] ?? 'binary';
}

/** Directory entries are aligned, and begin with the name in UTF-16 and a NUL: text of a document is not mistaken for one. */
function hasOleStream(buffer: Buffer, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = buffer.indexOf(wanted); at !== -1; at = buffer.indexOf(wanted, at + 1)) {
    if (at % OLE_ENTRY_BYTES === 0) return true;
  }
  return false;
}
