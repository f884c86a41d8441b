import type { DetectedEncoding, ParsedWarning, ReadOptions } from './parsed-document.ts';

/** One sheet of a table file. */
export interface ParsedSheet {
  readonly name: string;
  /** The author hid it from view. */
  readonly isHidden: boolean;
  /**
   * Cells by row and column; both end with the last one that holds something, so rows differ in length. Numbers are
   * written with a point (`1.5`), dates as `2020-05-18` (with ` 14:30` where there is a time), times as `14:30`, truth
   * values as `true` and `false`, errors as nothing; lines within a cell end with LF.
   */
  readonly rows: readonly (readonly string[])[];
}

export type TableFormat = 'csv' | 'xlsx' | 'ods';

/** Between the cells of a line of text. */
export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What every reader of tables gives. */
export interface ParsedTable {
  readonly format: TableFormat;
  /** At least one, and at least one of them holds something. */
  readonly sheets: readonly ParsedSheet[];
  /** `null` where the format says by itself how it is encoded. */
  readonly encoding: DetectedEncoding | null;
  readonly delimiter: Delimiter | null;
  readonly warnings: readonly ParsedWarning[];
}

export interface ReadTableOptions extends ReadOptions {
  /** One of `ENCODINGS`, when a person has chosen; text only. */
  readonly encoding?: string | undefined;
  /** When a person has chosen; text only. */
  readonly delimiter?: Delimiter | undefined;
}
