import { utf16WithoutBom, utf32WithoutBom } from './unicode.ts';

/** How much of a file is looked at. */
const SAMPLE_BYTES = 256 * 1024;
/** A few stray controls happen in old files; they are let through. */
const STRAY = 3;

/** Whether bytes are no text in any encoding: too many control characters among them. */
export function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (hasUnicodeMark(sample) || utf16WithoutBom(sample) !== null) return false;
  if (utf32WithoutBom(sample) !== null) return false;
  let controls = 0;
  for (const byte of sample) {
    if (isControl(byte)) controls += 1;
  }
  return controls > STRAY + sample.length / 100;
}

/** White space, the escape sign and the end sign of DOS files are no reason to doubt. */
function isControl(byte: number): boolean {
  if (byte === 0x7f) return true;
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b;
}

function hasUnicodeMark([first, second, third, fourth]: Uint8Array): boolean {
  if (first === 0xff && second === 0xfe) return true;
  if (first === 0xfe && second === 0xff) return true;
  return first === 0 && second === 0 && third === 0xfe && fourth === 0xff;
}
