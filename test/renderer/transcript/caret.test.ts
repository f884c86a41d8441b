import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveCaret, rangeOf, tidySelection, type Unit } from '../../../renderer/transcript/caret.ts';
import { clampToShown } from '../../../renderer/transcript/model.ts';
import { caretKey } from '../../../renderer/transcript/reader-keys.ts';
import { dragEnd, stepEnd } from '../../../renderer/transcript/resize.ts';
import { isGraphemeBoundary } from '../../../src/text/graphemes.ts';
import { INTERVIEW, lines, modelOf } from './sample.ts';

const model = modelOf(INTERVIEW);
const at = (needle: string): number => model.text.indexOf(needle);

describe('the caret of the reader', () => {
  it('steps over the label of the next speaker', () => {
    const end = at('commencé ?') + 'commencé ?'.length;
    expect(moveCaret(model, end, 1, 'character')).toBe(at('Au début'));
    expect(moveCaret(model, at('Au début'), -1, 'character')).toBe(end);
  });

  it('goes by words as they are counted', () => {
    const from = at('Puis on');
    const first = moveCaret(model, from, 1, 'word');
    expect(model.text.slice(from, first)).toBe('Puis');
    expect(moveCaret(model, at('entraide') + 3, -1, 'word')).toBe(at('entraide'));
  });

  it('goes by sentences', () => {
    const from = at('Au début');
    const end = moveCaret(model, from, 1, 'sentence');
    expect(model.text.slice(from, end)).toBe('Au début, oui.');
    expect(moveCaret(model, end, 1, 'sentence')).toBe(at('répondre.') + 'répondre.'.length);
    expect(moveCaret(model, at('mis à'), -1, 'sentence')).toBe(at('Puis'));
  });

  it('takes a family of emoji in one step', () => {
    const family = at('👩');
    expect(model.text.slice(family, moveCaret(model, family, 1, 'character'))).toBe('👩‍👩‍👧');
  });

  it('reaches both ends from anywhere, standing only where a caret may stand', () => {
    const units = fc.constantFrom<Unit>('character', 'word', 'sentence');
    fc.assert(
      fc.property(lines, units, fc.constantFrom<1 | -1>(1, -1), (made, unit, by) => {
        const any = modelOf(made);
        const last = any.paragraphs.at(-1)?.end ?? 0;
        const goal = by > 0 ? last : (any.paragraphs[0]?.wordsStart ?? 0);
        let caret = by > 0 ? clampToShown(any, 0) : last;
        for (let steps = 0; caret !== goal; steps += 1) {
          const next = moveCaret(any, caret, by, unit);
          expect(Math.sign(next - caret)).toBe(by);
          expect(clampToShown(any, next)).toBe(next);
          expect(isGraphemeBoundary(any.text, next)).toBe(true);
          expect(steps).toBeLessThan(any.text.length + 5);
          caret = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never selects half a character, nor a label', () => {
    fc.assert(
      fc.property(lines, fc.nat(400), fc.nat(400), (made, anchor, focus) => {
        const any = modelOf(made);
        const tidy = tidySelection(any, { anchor, focus });
        const { start, end } = rangeOf(tidy);
        expect(isGraphemeBoundary(any.text, start)).toBe(true);
        expect(isGraphemeBoundary(any.text, end)).toBe(true);
        expect(tidySelection(any, tidy)).toEqual(tidy);
      }),
    );
  });
});

describe('the handles of a coding', () => {
  const range = { start: at('Quand'), end: at(' une solution') };

  it('moves an end by a word', () => {
    const grown = stepEnd(model, range, 'end', 1, false);
    expect(model.text.slice(grown?.start, grown?.end)).toBe('Quand quelqu’un trouvait une');
    const shrunk = stepEnd(model, range, 'end', -1, false);
    expect(model.text.slice(shrunk?.start, shrunk?.end)).toBe('Quand quelqu’un');
    const later = stepEnd(model, range, 'start', 1, false);
    expect(model.text.slice(later?.start, later?.end)).toBe('quelqu’un trouvait');
  });

  it('snaps to words while it is dragged, and to letters when asked', () => {
    const inside = at('solution') + 6;
    expect(model.text.slice(range.start, dragEnd(model, range, 'end', inside, false)?.end)).toMatch(
      /solution$/u,
    );
    expect(model.text.slice(range.start, dragEnd(model, range, 'end', inside, true)?.end)).toMatch(
      /soluti$/u,
    );
    expect(dragEnd(model, range, 'end', at('solution') + 1, false)?.end).toBe(at(' solution'));
  });

  it('never empties the segment', () => {
    const one = { start: at('Quand'), end: at('Quand') + 5 };
    expect(stepEnd(model, one, 'end', -1, false)).toBeNull();
    expect(dragEnd(model, range, 'end', range.start - 20, true)).toBeNull();
  });
});

describe('the keys of the reader', () => {
  const press = (
    key: string,
    mods: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {},
  ) => caretKey({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...mods });

  it('extends with Shift, by word with Ctrl, by sentence with Alt', () => {
    expect(press('ArrowRight')).toEqual({ kind: 'step', by: 1, unit: 'character', extend: false });
    expect(press('ArrowRight', { shiftKey: true, ctrlKey: true })).toEqual({
      kind: 'step',
      by: 1,
      unit: 'word',
      extend: true,
    });
    expect(press('ArrowLeft', { shiftKey: true, altKey: true })).toEqual({
      kind: 'step',
      by: -1,
      unit: 'sentence',
      extend: true,
    });
  });

  it('widens and narrows with Alt, and leaves other keys to the screen', () => {
    expect(press('c')).toBeNull();
    expect(press('ArrowUp', { altKey: true })).toEqual({ kind: 'ladder', by: 1 });
    expect(press('ArrowDown', { altKey: true })).toEqual({ kind: 'ladder', by: -1 });
    expect(press('ArrowUp', { altKey: true, shiftKey: true })).toBeNull();
    expect(press('a')).toBeNull();
    expect(press('a', { ctrlKey: true })).toEqual({ kind: 'all' });
  });
});
