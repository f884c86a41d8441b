import { describe, expect, it } from 'vitest';
import {
  continuedSpan,
  fitted,
  spansTouching,
  topicAt,
  type TopicSpan,
} from '../../../renderer/features/guide/topic-spans.ts';

const span = (id: number, start: number, end: number, guideTopicId = id): TopicSpan => ({
  id,
  guideTopicId,
  title: `T${id}`,
  level: 1,
  start,
  end,
});
const TOPICS = [span(1, 0, 50), span(2, 10, 30), span(3, 60, 80)];

describe('passages of topics', () => {
  it('touch a selection when they share a character with it', () => {
    expect(spansTouching(TOPICS, { start: 30, end: 60 }).map(({ id }) => id)).toEqual([1]);
  });
  it('are cut down to a selection within, grown to one that reaches out, left when equal', () => {
    expect(fitted(span(1, 10, 30), { start: 12, end: 20 })).toEqual({ start: 12, end: 20, grows: false });
    expect(fitted(span(1, 10, 30), { start: 25, end: 40 })).toEqual({ start: 10, end: 40, grows: true });
    expect(fitted(span(1, 10, 30), { start: 10, end: 30 })).toBeNull();
  });
  it('are continued only by the same topic, with nothing said in between', () => {
    const silent = ({ start, end }: { readonly start: number; readonly end: number }) => end - start < 5;
    expect(continuedSpan(TOPICS, 3, { start: 82, end: 90 }, silent)?.id).toBe(3);
    expect(continuedSpan(TOPICS, 3, { start: 55, end: 58 }, silent)?.id).toBe(3);
    expect(continuedSpan(TOPICS, 3, { start: 95, end: 99 }, silent)).toBeUndefined();
    expect(continuedSpan(TOPICS, 2, { start: 82, end: 90 }, silent)).toBeUndefined();
  });
  it('name the topic of a position: of several the one that began last', () => {
    expect([5, 20, 40, 55].map((at) => topicAt(TOPICS, at)?.id)).toEqual([1, 2, 1, undefined]);
  });
});
