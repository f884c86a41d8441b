/** A stretch of text that belongs to a participant (or to nobody): a turn's words, or a whole document without turns. */
export interface ParticipantSpan {
  readonly start: number;
  readonly end: number;
  /** Ordinals of the document's words in it, half-open. */
  readonly wordStart: number;
  readonly wordEnd: number;
  readonly participantId: number | null;
}

/** The codings of one document as parallel columns, sorted by `wordStarts`, then `starts`. */
export interface CodingColumns {
  readonly count: number;
  readonly ids: Int32Array;
  readonly codeIds: Int32Array;
  readonly coderIds: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Ordinals of the words that the coding touches, half-open: a union of intervals counts each word once. */
  readonly wordStarts: Int32Array;
  readonly wordEnds: Int32Array;
  /** 0 unsaid, 1 supports, 2 qualifies, 3 contradicts. */
  readonly stances: Uint8Array;
  /** 0 to 100; -1 where none was given. */
  readonly weights: Int8Array;
  /** 1 for key quotations. */
  readonly keys: Uint8Array;
}

export interface AnalysisDocument {
  readonly id: number;
  /** Words without speaker labels. */
  readonly words: number;
  /** In text order, apart from each other. */
  readonly spans: readonly ParticipantSpan[];
  readonly codings: CodingColumns;
}

export interface AnalysisCode {
  readonly id: number;
  readonly parentId: number | null;
}

export interface AnalysisHypothesis {
  readonly id: number;
  readonly groups: readonly { readonly id: number }[];
  readonly mappings: readonly {
    readonly codeId: number;
    readonly hypothesisGroupId: number | null;
    readonly wholeBranch: boolean;
  }[];
}

/** Everything the measures need of a project, as plain arrays in the project's order. */
export interface AnalysisData {
  readonly participants: readonly { readonly id: number; readonly name: string }[];
  readonly documents: readonly AnalysisDocument[];
  /** Depth first, siblings in order. */
  readonly codes: readonly AnalysisCode[];
  readonly hypotheses: readonly AnalysisHypothesis[];
}
