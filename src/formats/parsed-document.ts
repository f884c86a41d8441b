import { LIMITS } from './limits.ts';

/** A heading of a document, as its author marked it. */
export interface ParsedHeading {
  /** Number of its paragraph, as `splitParagraphs` counts them in the text. */
  readonly paragraph: number;
  /** 1 for the highest, up to 9. */
  readonly level: number;
  readonly title: string;
}

/** How a text file was decoded. `name` is one of `ENCODINGS`; `confidence` goes from 0 to 1. */
export interface DetectedEncoding {
  readonly name: string;
  readonly label: string;
  readonly confidence: number;
  readonly hadBom: boolean;
}

export interface DocumentProperties {
  readonly title?: string;
  readonly author?: string;
  /** As the file says, usually ISO 8601. */
  readonly created?: string;
}

/** What a reader noticed, and a person should know before importing. Details are plain data. */
export type WarningCode =
  /** The content is not what the extension says, and was read as what it is: `extension`, `found`. */
  | 'read-as'
  /** Another encoding may be right: `encoding`. */
  | 'encoding-uncertain'
  /** Bytes or signs that stand for no character became U+FFFD: `count`. */
  | 'characters-replaced'
  /** Read as if all changes were accepted: `insertions`, `deletions`. */
  | 'tracked-changes'
  /** A layout without paragraphs (PDF): they were rebuilt from its lines. */
  | 'layout-rebuilt'
  /** Pages that are pictures, without text: `count`. */
  | 'pages-scanned'
  /** Left out, each with its `count`. */
  | 'hidden-text'
  | 'notes-left-out'
  | 'comments-left-out'
  | 'images-left-out'
  /** A table in which a quotation mark opens and is not closed: rows behind it may stand in one cell. */
  | 'quotes-open';

export interface ParsedWarning {
  readonly code: WarningCode;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A remark that somebody attached to a passage in the file. */
export interface ParsedComment {
  /** UTF-16 offsets into the text, half-open, never empty. */
  readonly start: number;
  readonly end: number;
  readonly author: string;
  readonly text: string;
}

export type DocumentFormat =
  'text' | 'docx' | 'odt' | 'doc' | 'rtf' | 'html' | 'markdown' | 'epub' | 'pdf' | 'vtt' | 'srt';

/** What every reader gives, whatever the format. */
export interface ParsedDocument {
  readonly format: DocumentFormat;
  /** Normalised; never blank. */
  readonly text: string;
  readonly headings: readonly ParsedHeading[];
  /** `null` where the format says by itself how it is encoded. */
  readonly encoding: DetectedEncoding | null;
  readonly properties: DocumentProperties;
  readonly warnings: readonly ParsedWarning[];
  /** By start; they become memos at their passage when the person asks for it. */
  readonly comments?: readonly ParsedComment[];
  /** Labels that the format itself says are speakers (captions do): each counts, however seldom it comes. */
  readonly speakerHints?: readonly string[];
}

export interface ReadOptions {
  /** Told the share that is done, 0 to 1, never less than before. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Stops reading with `format.cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Why a file was not read. `format.wrong-kind` and `format.unsupported` carry `found`, what the content looks like;
 * `format.too-large` carries `what` (`bytes`, `characters`, `entries`, `inflated-bytes`, `ratio`, `pages`, `pieces`, `lines`, `rows`,
 * `columns`, `cells`, `sheets`), `limit` and `found`.
 */
export type FormatErrorCode =
  | 'format.empty'
  | 'format.unreadable'
  | 'format.encrypted'
  | 'format.scanned'
  | 'format.wrong-kind'
  | 'format.too-large'
  | 'format.too-deep'
  | 'format.unsupported'
  | 'format.is-table'
  | 'format.no-table'
  | 'format.cancelled'
  | 'encoding.unknown';

/** The one error of the readers: a stable code and plain data. The sentence for a person stands in the catalogue. */
export class FormatError extends Error {
  readonly code: FormatErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: FormatErrorCode,
    details: Readonly<Record<string, unknown>> = {},
    options: ErrorOptions = {},
  ) {
    super(code, options);
    this.name = 'FormatError';
    this.code = code;
    this.details = details;
  }
}

export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new FormatError('format.cancelled');
}

/** What a file may hold too much of; each has its words in `imports/format-problem.ts`. */
export type Measure =
  | 'bytes'
  | 'inflated-bytes'
  | 'ratio'
  | 'entries'
  | 'characters'
  | 'lines'
  | 'comments'
  | 'pages'
  | 'pieces'
  | 'elements'
  | 'rows'
  | 'columns'
  | 'cells'
  | 'sheets';

/** Throws `format.too-large` when a measure is above its limit. */
export function holdLimit(what: Measure, found: number, limit: number): void {
  if (found > limit) throw new FormatError('format.too-large', { what, limit, found });
}

/** What every reader asks of bytes first. Errors: `format.empty`, `format.too-large`, `format.cancelled`. */
export function holdFile(bytes: Uint8Array, signal?: AbortSignal): void {
  if (bytes.byteLength === 0) throw new FormatError('format.empty', { reason: 'no-bytes' });
  holdLimit('bytes', bytes.byteLength, LIMITS.fileBytes);
  stopIfCancelled(signal);
}
