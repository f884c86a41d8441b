import iconv from 'iconv-lite';
import { FormatError } from './parsed-document.ts';

export interface Encoding {
  /** Stable: kept with the document, and given back to read a file again. */
  readonly name: string;
  /** What people know it by, in every language. */
  readonly label: string;
}

/** What a person may choose from: the likely ones for French first. */
export const ENCODINGS: readonly Encoding[] = [
  { name: 'utf-8', label: 'UTF-8' },
  { name: 'windows-1252', label: 'Windows-1252' },
  { name: 'iso-8859-15', label: 'ISO-8859-15 (Latin-9)' },
  { name: 'iso-8859-1', label: 'ISO-8859-1 (Latin-1)' },
  { name: 'macintosh', label: 'Mac Roman' },
  { name: 'cp850', label: 'DOS 850' },
  { name: 'utf-16le', label: 'UTF-16 LE' },
  { name: 'utf-16be', label: 'UTF-16 BE' },
  { name: 'utf-32le', label: 'UTF-32 LE' },
  { name: 'utf-32be', label: 'UTF-32 BE' },
  { name: 'windows-1250', label: 'Windows-1250' },
  { name: 'iso-8859-2', label: 'ISO-8859-2 (Latin-2)' },
  { name: 'windows-1251', label: 'Windows-1251' },
  { name: 'koi8-r', label: 'KOI8-R' },
  { name: 'iso-8859-5', label: 'ISO-8859-5' },
  { name: 'windows-1253', label: 'Windows-1253' },
  { name: 'iso-8859-7', label: 'ISO-8859-7' },
  { name: 'windows-1254', label: 'Windows-1254' },
  { name: 'iso-8859-9', label: 'ISO-8859-9 (Latin-5)' },
  { name: 'windows-1255', label: 'Windows-1255' },
  { name: 'iso-8859-8', label: 'ISO-8859-8' },
  { name: 'windows-1256', label: 'Windows-1256' },
  { name: 'iso-8859-6', label: 'ISO-8859-6' },
  { name: 'windows-1257', label: 'Windows-1257' },
  { name: 'windows-1258', label: 'Windows-1258' },
  { name: 'windows-874', label: 'Windows-874' },
  { name: 'shift_jis', label: 'Shift JIS' },
  { name: 'euc-jp', label: 'EUC-JP' },
  { name: 'gb18030', label: 'GB 18030' },
  { name: 'big5', label: 'Big5' },
  { name: 'euc-kr', label: 'EUC-KR' },
];

/** The entry of this name in any case. Error: `encoding.unknown`. */
export function encodingNamed(name: string): Encoding {
  const wanted = name.toLowerCase();
  const found = ENCODINGS.find((encoding) => encoding.name === wanted);
  if (found === undefined) throw new FormatError('encoding.unknown', { encoding: name });
  return found;
}

/** Decodes all bytes, without the byte order mark; what stands for no character becomes U+FFFD. */
export function decode(bytes: Uint8Array, encoding: string): string {
  const text = iconv.decode(bytes, encoding);
  // Apple put the euro in place of the currency sign in 1998; the converter's table is older.
  return encoding === 'macintosh' ? text.replaceAll('¤', '€') : text;
}
