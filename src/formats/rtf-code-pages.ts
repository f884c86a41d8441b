import iconv from 'iconv-lite';
import { decode } from './encodings.ts';

/** Encodings of a font's `\fcharset` (RTF 1.9.1, “Font table”). 0 and 1 are the document's own, 2 is a symbol font. */
const CHARSETS = new Map([
  [77, 'macintosh'],
  [78, 'shift_jis'],
  [79, 'cp949'],
  [80, 'gbk'],
  [81, 'big5'],
  [85, 'macgreek'],
  [86, 'macturkish'],
  [88, 'maccenteuro'],
  [89, 'maccyrillic'],
  [128, 'shift_jis'],
  [129, 'cp949'],
  [130, 'cp949'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'cp1253'],
  [162, 'cp1254'],
  [163, 'cp1258'],
  [177, 'cp1255'],
  [178, 'cp1256'],
  [186, 'cp1257'],
  [204, 'cp1251'],
  [222, 'cp874'],
  [238, 'cp1250'],
  [254, 'cp437'],
  [255, 'cp850'],
]);

/** Code pages that the converter knows under another name than `cp` and their number. */
const PAGES = new Map([
  [10000, 'macintosh'],
  [10001, 'shift_jis'],
  [10002, 'big5'],
  [10003, 'cp949'],
  [10006, 'macgreek'],
  [10007, 'maccyrillic'],
  [10008, 'gbk'],
  [10029, 'maccenteuro'],
  [10081, 'macturkish'],
  [65001, 'utf-8'],
]);

export const SYMBOL_CHARSET = 2;
const ANSI_CHARSET = 0;
const WESTERN = 'cp1252';

/** The encoding of an `\ansicpg` or `\cpg` number; Windows-1252 for one that nobody knows. */
export function codePageEncoding(page: number): string {
  const name = PAGES.get(page) ?? `cp${page}`;
  return iconv.encodingExists(name) ? name : WESTERN;
}

/** The encoding of bytes in a font of this `\fcharset`; the document's when the font does not say. */
export function charsetEncoding(charset: number | null, ofDocument: string): string {
  if (charset === ANSI_CHARSET) return ofDocument.startsWith('mac') ? ofDocument : WESTERN;
  return (charset === null ? undefined : CHARSETS.get(charset)) ?? ofDocument;
}

/** Characters of bytes; those below 128 are the same in every code page that is used here. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  const isAscii = bytes.every((byte) => byte < 0x80);
  if (isAscii) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return decode(bytes, encoding);
}
