import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf, tidySelection, type Selection } from '../../../renderer/transcript/caret.ts';
import { Ladder, paragraphWords, turnWords, widened } from '../../../renderer/transcript/ladder.ts';
import { buildModel } from '../../../renderer/transcript/model.ts';
import { INTERVIEW, lines, modelOf, sourceOf } from './sample.ts';

const source = sourceOf(INTERVIEW);
const topicStart = source.text.indexOf('Comment');
const topic = {
  id: 1,
  guideTopicId: 1,
  title: 'Débuts',
  start: topicStart,
  end: source.text.indexOf('Thème 2'),
};
const model = buildModel({ ...source, topics: [topic] as never });
const words = ({ anchor, focus }: Selection): string => {
  const { start, end } = rangeOf({ anchor, focus });
  return model.text.slice(start, end);
};

describe('the ladder of a selection', () => {
  it('goes from the word to the sentence, the paragraph, the turn and the topic, and back the same way', () => {
    const ladder = new Ladder();
    const at = model.text.indexOf('mis à');
    let now: Selection = { anchor: at, focus: at };
    const way: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      now = ladder.up(model, now);
      way.push(words(now));
    }
    expect(way.slice(0, 3)).toEqual(['mis', 'Puis on s’est mis à se répondre.', INTERVIEW[2]?.words]);
    expect(way[3]).toBe(`${INTERVIEW[2]?.words}\n${INTERVIEW[3]?.words}`);
    expect(way[4]).toBe(model.text.slice(topic.start, topic.end).trim());
    expect(ladder.up(model, now)).toBe(now);
    for (const before of way.slice(0, 4).toReversed()) {
      now = ladder.down(now);
      expect(words(now)).toBe(before);
    }
    expect(ladder.down(now)).toEqual({ anchor: at, focus: at });
  });

  it('closes a selection that was made otherwise', () => {
    expect(new Ladder().down({ anchor: 3, focus: 9 })).toEqual({ anchor: 9, focus: 9 });
  });

  it('gives the paragraph and the turn without the label of the speaker', () => {
    const at = model.text.indexOf('Quand');
    expect(model.text.slice(paragraphWords(model, at)?.start, paragraphWords(model, at)?.end)).toBe(
      INTERVIEW[3]?.words,
    );
    expect(turnWords(model, at)?.start).toBe(model.text.indexOf('Au début'));
  });

  it('only ever grows, from any selection, and comes to an end', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (some, a, b) => {
        const each = modelOf(some);
        const size = each.text.length + 1;
        let now = tidySelection(each, { anchor: a % size, focus: b % size });
        for (let step = 0; step < 8; step += 1) {
          const next = widened(each, now);
          if (next === now) return;
          const [inner, outer] = [rangeOf(now), rangeOf(next)];
          expect(outer.start).toBeLessThanOrEqual(inner.start);
          expect(outer.end).toBeGreaterThanOrEqual(inner.end);
          expect(outer.end - outer.start).toBeGreaterThan(inner.end - inner.start);
          now = next;
        }
        expect(widened(each, now)).toBe(now);
      }),
    );
  });
});
