import { analyse } from 'chardet';
import { normaliseText } from '../text/normalise.ts';
import { isBlank } from '../text/paragraphs.ts';
import { isBinary } from './binary.ts';
import { decode, encodingNamed, ENCODINGS } from './encodings.ts';
import { rankFrench } from './french.ts';
import { LIMITS } from './limits.ts';
import {
  FormatError,
  holdFile,
  holdLimit,
  type DetectedEncoding,
  type ParsedDocument,
  type ParsedWarning,
} from './parsed-document.ts';
import { unicodeMark, utf16WithoutBom, utf32WithoutBom, utf8Confidence } from './unicode.ts';

export { ENCODINGS, type Encoding } from './encodings.ts';

export interface TextOptions {
  /** The name of one of `ENCODINGS`, when a person has chosen; otherwise it is guessed. */
  readonly encoding?: string | undefined;
}

/** Below this a person should look at the accents. */
const UNCERTAIN = 0.6;
/** Below this the bytes are not French in any of its encodings. */
const FRENCH_ENOUGH = 0.35;
const SAMPLE_BYTES = 64 * 1024;

/**
 * Reads a plain text file in any encoding. Errors: `format.empty`, `format.too-large`, `format.wrong-kind`
 * (`found: 'binary'`; not asked when a person has chosen the encoding), `encoding.unknown`.
 */
export function readText(bytes: Uint8Array, options: TextOptions = {}): ParsedDocument {
  holdFile(bytes);
  const encoding = options.encoding === undefined ? guessEncoding(bytes) : chosen(bytes, options.encoding);
  const { text } = normaliseText(decode(bytes, encoding.name));
  holdLimit('characters', text.length, LIMITS.characters);
  if (isBlank(text)) throw new FormatError('format.empty', { reason: 'no-text' });
  // A U+FFFD that the file has itself is counted too: it is just as unreadable.
  const replaced = text.split('\uFFFD').length - 1;
  const warnings: ParsedWarning[] = [];
  if (encoding.confidence < UNCERTAIN) {
    warnings.push({ code: 'encoding-uncertain', details: { encoding: encoding.label } });
  }
  if (replaced > 0) warnings.push({ code: 'characters-replaced', details: { count: replaced } });
  return { format: 'text', text, headings: [], encoding, properties: {}, warnings };
}

/**
 * The most likely encoding: a byte order mark, else valid UTF-8, else UTF-16 by its zero bytes, else the one in which
 * the bytes read as French, else what chardet says. Error: `format.wrong-kind` for binary content.
 */
export function guessEncoding(bytes: Uint8Array): DetectedEncoding {
  const mark = unicodeMark(bytes);
  if (mark !== null) return detected(mark, 1, true);
  const utf16 = utf16WithoutBom(bytes.subarray(0, SAMPLE_BYTES));
  if (utf16 !== null) return detected(utf16, 0.95, false);
  const utf32 = utf32WithoutBom(bytes.subarray(0, SAMPLE_BYTES));
  if (utf32 !== null) return detected(utf32, 0.95, false);
  if (isBinary(bytes)) throw new FormatError('format.wrong-kind', { found: 'binary' });
  const utf8 = utf8Confidence(bytes);
  if (utf8 > 0) return detected('utf-8', utf8, false);
  const [best] = rankFrench(bytes);
  if (best !== undefined && best.score >= FRENCH_ENOUGH) {
    return detected(best.encoding, 0.5 + Math.min(1, best.score) * 0.45, false);
  }
  return byChardet(bytes) ?? detected('windows-1252', 0.2, false);
}

function chosen(bytes: Uint8Array, name: string): DetectedEncoding {
  const encoding = encodingNamed(name);
  return detected(encoding.name, 1, unicodeMark(bytes) === encoding.name);
}

/** Names of chardet that stand for one of ours; Western ones were judged before, and only remain for other languages. */
function byChardet(bytes: Uint8Array): DetectedEncoding | null {
  for (const { name, confidence } of analyse(bytes.subarray(0, SAMPLE_BYTES))) {
    const lower = name.toLowerCase();
    const known = ENCODINGS.find(
      (encoding) => encoding.name === (lower === 'iso-8859-1' ? 'windows-1252' : lower),
    );
    if (known !== undefined && !known.name.startsWith('utf'))
      return detected(known.name, confidence / 100, false);
  }
  return null;
}

function detected(name: string, confidence: number, hadBom: boolean): DetectedEncoding {
  const encoding = encodingNamed(name);
  return { ...encoding, confidence: Math.round(confidence * 100) / 100, hadBom };
}
