import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffEdits } from '../../../src/text/diff-edits.ts';
import { applyEdits, editsProblem } from '../../../src/text/edits.ts';
import { reanchor } from '../../../src/text/reanchor.ts';
import { text } from './arbitraries.ts';

const BEFORE = [
  'ENQ : Comment avez-vous commencé ?',
  'R1 : Par accident. Un espace de cours en ligne, en 2016.',
  'ENQ : Qui vous appelait ?',
  'R1 : Ceux qui ne m’avaient jamais parlé, pour des gestes techniques.',
  'R1 : Oui.',
  '',
].join('\n');

function rangeOf(words: string, within = BEFORE) {
  const start = within.indexOf(words);
  if (start === -1) throw new Error(`not there: ${words}`);
  return { start, end: start + words.length };
}

function follow(words: string, after: string): [string, string | null] {
  const [found] = reanchor(BEFORE, after, [rangeOf(words)]);
  const range = found!.range;
  return [found!.fate, range === null ? null : after.slice(range.start, range.end)];
}

describe('the difference of two texts', () => {
  test('is a list of edits that leads from one to the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = diffEdits(before, after);
        expect(editsProblem(before, edits)).toBeNull();
        expect(applyEdits(before, edits)).toBe(after);
      }),
    );
  });

  test('is nothing between a text and itself, and small for a small correction', () => {
    expect(diffEdits(BEFORE, BEFORE)).toEqual([]);
    const { start, end } = rangeOf('accident');
    expect(diffEdits(BEFORE, BEFORE.replace('accident', 'hasard'))).toEqual([{ start, end, text: 'hasard' }]);
  });
});

describe('a passage of a text that was corrected', () => {
  test('is kept where only other words changed', () => {
    const after = BEFORE.replace('commencé', 'débuté').replace('2016', '2017');
    expect(follow('gestes techniques', after)).toEqual(['kept', 'gestes techniques']);
    expect(follow('Un espace de cours', after)).toEqual(['kept', 'Un espace de cours']);
  });

  test('is kept when only kinds of spaces and apostrophes changed', () => {
    const after = BEFORE.replace('m’avaient', "m'avaient").replaceAll(' :', '\u00A0:');
    expect(follow('ne m’avaient jamais parlé', after)).toEqual(['kept', "ne m'avaient jamais parlé"]);
  });

  test('is moved where its paragraph went', () => {
    const lines = BEFORE.split('\n');
    const moved = [...lines.slice(2, 5), ...lines.slice(0, 2), ''].join('\n');
    expect(follow('Un espace de cours en ligne', moved)[1]).toBe('Un espace de cours en ligne');
  });

  test('is doubtful when its own words changed, and says which they are now', () => {
    const after = BEFORE.replace('cours en ligne', 'formation en ligne');
    expect(follow('Un espace de cours en ligne', after)).toEqual([
      'doubtful',
      'Un espace de formation en ligne',
    ]);
  });

  test('is lost when nothing of it is left', () => {
    const after = BEFORE.replace('Un espace de cours en ligne, en 2016.', 'Voilà.');
    expect(follow('Un espace de cours en ligne, en 2016.', after)).toEqual(['lost', null]);
  });

  test('answers every passage, in order, for texts that have nothing in common', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before.length > 1);
        const ranges = [
          { start: 0, end: 1 },
          { start: before.length - 1, end: before.length },
        ];
        const found = reanchor(before, after, ranges);
        expect(found).toHaveLength(2);
        for (const { fate, range } of found) {
          expect(range === null).toBe(fate === 'lost');
          if (range !== null) expect(range.start < range.end && range.end <= after.length).toBe(true);
        }
      }),
    );
  });

  test('keeps all passages when nothing changed', () => {
    const ranges = ['ENQ', 'accident', 'Oui', 'R1 : Oui.'].map((words) => rangeOf(words));
    expect(reanchor(BEFORE, BEFORE, ranges)).toEqual(ranges.map((range) => ({ fate: 'kept', range })));
  });
});
