import type { ParsedDocument, ReadOptions } from '../formats/parsed-document.ts';
import type { Delimiter, ParsedTable } from '../formats/parsed-table.ts';
import { readDocument } from '../formats/read.ts';
import { readTable } from '../formats/table.ts';
import { readText } from '../formats/text.ts';
import { analyseDraft, type AnalysedDraft } from '../imports/draft.ts';
import { layTableOut, type LaidOut, type TableWish } from '../tables/lay-out.ts';

interface FileInput {
  /** With its extension, which is a hint only. */
  readonly fileName: string;
  /** One of `ENCODINGS`, when a person has chosen. */
  readonly encoding?: string | undefined;
}

export interface DraftInput extends FileInput {
  /** How a person said that speakers are marked. */
  readonly pattern?: string | null | undefined;
}

export interface TableInput extends FileInput {
  readonly delimiter?: Delimiter | undefined;
}

export interface LaidOutInput extends TableInput {
  readonly wish: TableWish;
}

/** All that is made of a file's bytes, in the thread of a reader: what goes in and what comes out is plain data. */
export const jobs = {
  document: (bytes: Uint8Array, input: FileInput, options: ReadOptions): Promise<ParsedDocument> =>
    readDocument(bytes, { ...input, ...options }),

  /** As text, whatever its signs would shape. */
  text: async (bytes: Uint8Array, { encoding }: FileInput, _options: ReadOptions): Promise<ParsedDocument> =>
    readText(bytes, { encoding }),

  draft: async (bytes: Uint8Array, input: DraftInput, options: ReadOptions): Promise<AnalysedDraft> => {
    const { pattern, ...file } = input;
    return analyseDraft(await readDocument(bytes, { ...file, ...options }), pattern);
  },

  table: (bytes: Uint8Array, input: TableInput, options: ReadOptions): Promise<ParsedTable> =>
    readTable(bytes, { ...input, ...options }),

  laidOut: async (bytes: Uint8Array, input: LaidOutInput, options: ReadOptions): Promise<LaidOut> => {
    const { wish, ...file } = input;
    return layTableOut(await readTable(bytes, { ...file, ...options }), input.fileName, wish);
  },
};

export type JobName = keyof typeof jobs;
export type JobInput<N extends JobName> = Parameters<(typeof jobs)[N]>[1];
export type JobResult<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;
