import { contains } from '../../src/text/range.ts';
import { trimWhiteSpace } from '../../src/text/char-class.ts';
import { sentences } from '../../src/text/sentences.ts';
import { wordAt } from '../../src/text/words.ts';
import { isEmpty, rangeOf, type Selection } from './caret.ts';
import { paragraphAt, type TextRange, type TranscriptModel } from './model.ts';

/** The words of the paragraph that holds this offset; `null` where it has none. */
export function paragraphWords(model: TranscriptModel, offset: number): TextRange | null {
  const paragraph = paragraphAt(model, offset);
  return paragraph === null ? null : shown(model, { start: paragraph.wordsStart, end: paragraph.end });
}

/** The words of the sentence that holds this offset; `null` where its paragraph has none. */
export function sentenceWords(model: TranscriptModel, offset: number): TextRange | null {
  const paragraph = paragraphWords(model, offset);
  if (paragraph === null) return null;
  return sentencesHolding(model, paragraph, { start: offset, end: offset }) ?? paragraph;
}

/** The words of the turn that holds this offset; outside of turns, those of the paragraph. */
export function turnWords(model: TranscriptModel, offset: number): TextRange | null {
  const turn = paragraphAt(model, offset)?.turn ?? null;
  return turn === null ? paragraphWords(model, offset) : shown(model, turn);
}

function shown(model: TranscriptModel, range: TextRange): TextRange | null {
  const trimmed = trimWhiteSpace(model.text, range.start, range.end);
  return trimmed.start < trimmed.end ? trimmed : null;
}

/**
 * The next larger selection: from a caret its word, then the sentence, the paragraph, the turn and the topic that hold
 * all of it. The same selection where nothing is larger.
 */
export function widened(model: TranscriptModel, selection: Selection): Selection {
  const range = rangeOf(selection);
  const next = rungs(model, range).find(
    (rung) => contains(rung, range) && (rung.start < range.start || range.end < rung.end),
  );
  return next === undefined ? selection : { anchor: next.start, focus: next.end };
}

function rungs(model: TranscriptModel, range: TextRange): TextRange[] {
  const { start } = range;
  const paragraph = paragraphWords(model, start);
  const holding = model.topics
    .flatMap((topic) => shown(model, topic) ?? [])
    .filter((topic) => contains(topic, range))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  return [
    wordAt(model.text, start),
    paragraph === null ? null : sentencesHolding(model, paragraph, range),
    paragraph,
    turnWords(model, start),
    ...holding,
  ].flatMap((rung) => rung ?? []);
}

/** From the first to the last sentence that a range of one paragraph touches. */
function sentencesHolding(model: TranscriptModel, paragraph: TextRange, range: TextRange): TextRange | null {
  if (range.end > paragraph.end) return null;
  const all = sentences(model.text, paragraph);
  const first = all.findLast(({ start }) => start <= range.start) ?? all[0];
  const last = all.find(({ end }) => end >= range.end) ?? all.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Remembers the way up, so that the way down leads back to where it began. */
export class Ladder {
  #below: readonly Selection[] = [];
  #at: Selection | null = null;

  up(model: TranscriptModel, now: Selection): Selection {
    const next = widened(model, now);
    if (next === now) return now;
    this.#below = this.#isAt(now) ? [...this.#below, now] : [now];
    this.#at = next;
    return next;
  }

  /** The selection before it was widened; one that was made otherwise closes to its end. */
  down(now: Selection): Selection {
    const before = this.#isAt(now) ? this.#below.at(-1) : undefined;
    if (before === undefined) return isEmpty(now) ? now : { anchor: now.focus, focus: now.focus };
    this.#below = this.#below.slice(0, -1);
    this.#at = before;
    return before;
  }

  #isAt(now: Selection): boolean {
    return this.#at !== null && this.#at.anchor === now.anchor && this.#at.focus === now.focus;
  }
}
