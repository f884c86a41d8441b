import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffEdits } from '../../../src/text/diff-edits.ts';
import { applyEdits } from '../../../src/text/edits.ts';
import { mergeTexts, rebasedEdits } from '../../../src/text/merge-edits.ts';

describe('two versions of one text', () => {
  it('become one that has what either wrote, in one paragraph too, with the caret where it was', () => {
    const base = 'Je suis prof depuis un an.';
    const mine = 'Je suis prof depuis un an. Voilà.';
    const { text, at } = mergeTexts(base, mine, 'Alors, je suis prof depuis un an.');
    expect(text).toBe('Alors, je suis prof depuis un an. Voilà.');
    expect(at(mine.length)).toBe(text.length);
  });

  it('where one is as before, it is the other one', () => {
    const sentence = fc.array(fc.constantFrom('un', 'deux', 'trois', ',', ' '), { maxLength: 12 });
    fc.assert(
      fc.property(sentence, sentence, (some, others) => {
        const [base, changed] = [some.join(' '), others.join(' ')];
        expect(mergeTexts(base, base, changed).text).toBe(changed);
        expect(mergeTexts(base, changed, base).text).toBe(changed);
        expect(mergeTexts(base, changed, changed).text).toBe(changed);
      }),
    );
  });

  it('keep all that was added apart from each other, whichever comes first', () => {
    const known = ['alpha', 'beta', 'gamma', 'delta', 'kappa', 'lambda'];
    const words = fc.uniqueArray(fc.constantFrom(...known), { minLength: 3 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (list, a, b) => {
        const [first, second] = [a % list.length, b % list.length];
        fc.pre(Math.abs(first - second) > 1);
        const withWord = (from: readonly string[], at: number, word: string) =>
          from.toSpliced(at, 0, word).join(' ');
        const base = list.join(' ');
        const [mine, theirs] = [withWord(list, first, 'MIEN'), withWord(list, second, 'LEUR')];
        const merged = mergeTexts(base, mine, theirs).text;
        expect(merged).toBe(mergeTexts(base, theirs, mine).text);
        expect(merged.split(' ').filter((word) => word === 'MIEN' || word === 'LEUR')).toHaveLength(2);
        expect(merged.split(' ').filter((word) => word !== 'MIEN' && word !== 'LEUR')).toEqual(list);
      }),
    );
  });

  it('make edits of an older version follow their words', () => {
    const [before, after] = ['Un. Deux. Trois.', 'Zéro. Un. Deux. Trois.'];
    const edits = diffEdits(before, 'Un. Deux. Quatre.');
    expect(applyEdits(after, rebasedEdits(before, after, edits))).toBe('Zéro. Un. Deux. Quatre.');
  });
});
