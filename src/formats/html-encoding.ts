import { TextDecoder } from 'node:util';
import { decode, encodingNamed, ENCODINGS } from './encodings.ts';
import type { DetectedEncoding } from './parsed-document.ts';
import { guessEncoding } from './text.ts';
import { unicodeMark, utf16WithoutBom, utf8Confidence } from './unicode.ts';

/** How far into a page its encoding may be named; browsers look at 1,024 bytes, Word writes more before it. */
const HEAD_BYTES = 4_096;

export interface DecodedPage {
  readonly page: string;
  /** `null` when the page says by itself how it is encoded. */
  readonly encoding: DetectedEncoding | null;
}

/**
 * Decodes a page: as a person has chosen, by its byte order mark, as it says itself, else as any text is guessed.
 * Errors: `encoding.unknown`, `format.wrong-kind`.
 */
export function decodePage(bytes: Uint8Array, wanted: string | undefined): DecodedPage {
  if (wanted !== undefined) {
    const chosen = encodingNamed(wanted);
    const encoding = { ...chosen, confidence: 1, hadBom: unicodeMark(bytes) === chosen.name };
    return { page: decode(bytes, chosen.name), encoding };
  }
  const own = unicodeMark(bytes) ?? utf16WithoutBom(bytes.subarray(0, HEAD_BYTES)) ?? declared(bytes);
  if (own !== null) return { page: decode(bytes, own), encoding: null };
  const encoding = guessEncoding(bytes);
  return { page: decode(bytes, encoding.name), encoding };
}

function declared(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD_BYTES, bytes.byteLength));
  const label = /(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)/iu.exec(head.toString('latin1'))?.[1];
  const name = label === undefined ? null : canonicalName(label);
  // Files that were converted once say what they were before.
  return name === 'utf-8' && utf8Confidence(bytes) === 0 ? null : name;
}

/** Browsers read what pages call Latin-1 as Windows-1252; the platform knows all such labels (Encoding Standard, 4.2). */
function canonicalName(label: string): string | null {
  let name: string;
  try {
    name = new TextDecoder(label).encoding;
  } catch {
    return null;
  }
  const known = name === 'gbk' ? 'gb18030' : name;
  // Eight-bit bytes that were read so far cannot be what a page in UTF-16 says.
  if (known.startsWith('utf-16')) return 'utf-8';
  return ENCODINGS.some((encoding) => encoding.name === known) ? known : null;
}
