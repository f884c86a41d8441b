import { isUtf8 } from 'node:buffer';

export type UnicodeName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** Longest first: UTF-32LE begins with the mark of UTF-16LE. */
const MARKS: readonly (readonly [UnicodeName, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding that a byte order mark announces; `null` without a mark. */
export function unicodeMark(bytes: Uint8Array): UnicodeName | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked === undefined) return null;
  const [name] = marked;
  return name === 'utf-32le' && bytes.byteLength % 4 !== 0 ? 'utf-16le' : name;
}

/** UTF-16 by its zero bytes: in text of European languages nearly every other byte is zero. */
export function utf16WithoutBom(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = bytes.length >> 1;
  if (pairs === 0) return null;
  let zerosFirst = 0;
  let zerosSecond = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return null;
    if (bytes[at] === 0) zerosFirst += 1;
    if (bytes[at + 1] === 0) zerosSecond += 1;
  }
  if (zerosSecond > pairs * 0.6 && zerosFirst < pairs * 0.02) return 'utf-16le';
  return zerosFirst > pairs * 0.6 && zerosSecond < pairs * 0.02 ? 'utf-16be' : null;
}

/** UTF-32 by its numbers: every four bytes are a character, and no control among them but white space. */
export function utf32WithoutBom(bytes: Uint8Array): 'utf-32le' | 'utf-32be' | null {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (littleEndian: boolean): boolean => {
    for (let at = 0; at < bytes.length; at += 4) {
      const code = view.getUint32(at, littleEndian);
      const isControl = code < 0x20 && (code < 0x09 || code > 0x0d);
      if (isControl || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return false;
    }
    return true;
  };
  if (holds(true)) return 'utf-32le';
  return holds(false) ? 'utf-32be' : null;
}

/**
 * How surely bytes are UTF-8, 0 to 1. Bytes above 127 that follow its rules hardly ever do so by chance; a few broken
 * ones among many good ones are a damaged UTF-8 file rather than another encoding.
 */
export function utf8Confidence(bytes: Uint8Array): number {
  if (isUtf8(bytes)) return 1;
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length > 0) good += 1;
    else bad += 1;
    at += Math.max(1, length);
  }
  return good > bad * 20 ? 0.7 : 0;
}

/** Bytes of the well-formed sequence that begins here (Unicode, table 3-7); 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (first >= 0xc2 && first <= 0xdf) return continues(bytes, at, 2) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const overlong = first === 0xe0 && second < 0xa0;
    const surrogate = first === 0xed && second > 0x9f;
    return !overlong && !surrogate && continues(bytes, at, 3) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const overlong = first === 0xf0 && second < 0x90;
    const outside = first === 0xf4 && second > 0x8f;
    return !overlong && !outside && continues(bytes, at, 4) ? 4 : 0;
  }
  return 0;
}

function continues(bytes: Uint8Array, at: number, length: number): boolean {
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return false;
  }
  return true;
}
