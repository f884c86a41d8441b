import type { LinkKind } from '../../src/codings/contract.ts';
import type { Shape, Stance } from '../../src/contract/common.ts';
import type { Selection } from './caret.ts';
import type { TextRange } from './model.ts';

/** When tints are drawn behind the words; underlines and brackets always are. */
export type Fills = 'all' | 'selected' | 'none';

/** A link as one of its ends reads it: what is at the other end. */
export interface ViewLink {
  readonly kind: LinkKind;
  /** `from`: this end explains, contradicts or continues the other; `to`: it is explained by it, and so on. */
  readonly way: 'from' | 'to';
  readonly name: string;
  readonly excerpt: string;
}

/** A coding with what is needed to draw and to name it. */
export interface ViewCoding extends TextRange {
  readonly id: number;
  readonly codeId: number;
  readonly colour: number;
  readonly shape: Shape;
  readonly name: string;
  readonly stance: Stance | null;
  readonly hasMemo: boolean;
  /** Links with other codings, as the coding reads them. */
  readonly links: readonly ViewLink[];
  readonly coderName: string;
}

/** A memo that stands at a passage by itself, to be marked beside its paragraph. */
export interface ViewMemo {
  readonly id: number;
  readonly start: number;
}

/** Words the view needs that change with the language. */
export interface TranscriptWords {
  readonly reader: string;
  readonly margin: string;
  readonly overview: string;
  readonly codingsOfParagraph: (paragraph: number) => string;
  readonly codingItem: (coding: ViewCoding, quotation: string) => string;
  readonly stance: (stance: Stance) => string;
  readonly linked: (count: number) => string;
  readonly more: (count: number) => string;
  readonly memoAt: (paragraph: number) => string;
  readonly handle: (end: 'start' | 'end') => string;
  readonly handleValue: (word: string) => string;
}

/** What the person did in the transcript; the view itself changes nothing but its own look. */
export interface TranscriptEvents {
  select(selection: Selection): void;
  /** Another paragraph stands where one reads, near the top of the window: the offset of its words. */
  read(offset: number): void;
  /** A click on coded words, a label, a bracket or a memo mark; `null` for words without coding. */
  pick(codingId: number | null): void;
  /** A click on the mark of a memo that belongs to no coding. */
  pickMemo(memoId: number): void;
  hover(codingId: number | null): void;
  resize(codingId: number, range: TextRange): void;
  dropCode(codeId: number, range: TextRange): void;
  /** Opens the list of the codings that a crowded label stands for. */
  more(codingIds: readonly number[], anchor: HTMLElement): void;
}

/** Kinds of data carried by drags between the code tree and the transcript. */
export const CODE_DRAG = 'application/x-repere-code';
export const PASSAGE_DRAG = 'application/x-repere-passage';
