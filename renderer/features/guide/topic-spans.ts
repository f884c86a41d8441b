import type { DocumentContent } from '../../../src/documents/contract.ts';
import type { TextRange } from '../../../src/text/range.ts';

export type TopicSpan = DocumentContent['topics'][number];

/** The topics' passages that share a character with a range. */
export function spansTouching(topics: readonly TopicSpan[], range: TextRange): readonly TopicSpan[] {
  return topics.filter((span) => span.start < range.end && range.start < span.end);
}

/** What a passage becomes when it is fitted to a selection: cut down to one within, grown to one that reaches out. */
export function fitted(span: TextRange, range: TextRange): (TextRange & { readonly grows: boolean }) | null {
  if (span.start === range.start && span.end === range.end) return null;
  if (range.start >= span.start && range.end <= span.end)
    return { start: range.start, end: range.end, grows: false };
  return { start: Math.min(span.start, range.start), end: Math.max(span.end, range.end), grows: true };
}

/** The passage of a topic that a range only continues: one that it touches, or with nothing said in between. */
export function continuedSpan(
  topics: readonly TopicSpan[],
  guideTopicId: number,
  range: TextRange,
  isSilent: (between: TextRange) => boolean,
): TopicSpan | undefined {
  return topics.find(
    (span) =>
      span.guideTopicId === guideTopicId &&
      isSilent({ start: Math.min(span.end, range.end), end: Math.max(span.start, range.start) }),
  );
}

/** The topic that is talked about at a position: of several the one that began last. */
export function topicAt(topics: readonly TopicSpan[], position: number): TopicSpan | undefined {
  return topics.findLast((span) => span.start <= position && position < span.end);
}
