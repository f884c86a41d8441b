import { IntervalIndex } from '../../src/text/intervals.ts';
import type { TextLayout } from './layout.ts';
import { marginLanes, type MarginLanes, type MarginSpan } from './margin-layout.ts';
import { paragraphIndexAt, type TextRange, type TranscriptModel } from './model.ts';
import type { ViewCoding } from './types.ts';

/** Up to this many codings every one is measured; above, those out of view are estimated by their paragraph. */
const MEASURED_AT_MOST = 3000;

/** The codings of a document with their index, and where they lie in the page. */
export class CodingSpace {
  readonly codings: readonly ViewCoding[];
  readonly byId: ReadonlyMap<number, ViewCoding>;
  readonly index: IntervalIndex<ViewCoding>;
  readonly #model: TranscriptModel;
  readonly #given: readonly ViewCoding[];
  #spans: MarginSpan[] | null = null;
  #lanes: MarginLanes | null = null;

  constructor(model: TranscriptModel, codings: readonly ViewCoding[]) {
    this.#model = model;
    this.#given = codings;
    this.index = new IntervalIndex(codings);
    this.codings = this.index.items;
    this.byId = new Map(codings.map((coding) => [coding.id, coding]));
  }

  /** Whether it was made of just these. */
  isOf(model: TranscriptModel, codings: readonly ViewCoding[]): boolean {
    return this.#model === model && this.#given === codings;
  }

  get isMeasured(): boolean {
    return this.codings.length <= MEASURED_AT_MOST;
  }

  /** To be called when the page was laid out anew. */
  forgetLayout(): void {
    this.#spans = null;
    this.#lanes = null;
  }

  /** Reach of every coding, measured or estimated, in document order. */
  spans(layout: TextLayout): readonly MarginSpan[] {
    this.#spans ??= this.isMeasured
      ? measure(this.codings, layout)
      : estimate(this.codings, this.#model, layout);
    return this.#spans;
  }

  lanes(layout: TextLayout): MarginLanes {
    this.#lanes ??= marginLanes(this.spans(layout));
    return this.#lanes;
  }

  /** Reach of the codings of a window, always measured; all of them where labels can be placed once for all. */
  windowSpans(layout: TextLayout, window: TextRange): readonly MarginSpan[] {
    return this.isMeasured ? this.spans(layout) : measure(this.index.overlapping(window), layout);
  }
}

function measure(codings: readonly ViewCoding[], layout: TextLayout): MarginSpan[] {
  return codings.flatMap((coding) => {
    const span = layout.remember<MarginSpan>('measured', coding, () => {
      const extent = layout.extent(coding);
      return extent === null ? null : { id: coding.id, ...extent };
    });
    return span ?? [];
  });
}

function estimate(codings: readonly ViewCoding[], model: TranscriptModel, layout: TextLayout): MarginSpan[] {
  const tops = layout.tops();
  const line = layout.lineHeight();
  const perLine = layout.charactersPerLine();
  const lineTop = (offset: number): number => {
    const index = paragraphIndexAt(model, offset);
    const paragraph = model.paragraphs[index];
    const inside = Math.max(0, offset - (paragraph?.wordsStart ?? 0));
    return (tops[index] ?? 0) + Math.floor(inside / perLine) * line;
  };
  return codings.flatMap((coding) => {
    const span = layout.remember<MarginSpan>('estimated', coding, () => {
      if (!layout.knows(coding.start)) return null;
      const top = lineTop(coding.start);
      return { id: coding.id, top, bottom: Math.max(top, lineTop(coding.end - 1)) + line };
    });
    return span ?? [];
  });
}
