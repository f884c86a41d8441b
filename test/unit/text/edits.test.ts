import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editMap, mapRange } from '../../../src/text/edit-map.ts';
import {
  applyEdits,
  composeEdits,
  editsProblem,
  invertEdits,
  tidyEdits,
  type TextEdit,
} from '../../../src/text/edits.ts';
import { cutsSurrogatePair } from '../../../src/text/range.ts';
import { settleEdits } from '../../../src/text/settle-edits.ts';
import { PIECES, rangeIn, text } from './arbitraries.ts';

const addition = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(''));

/** Edits of a text that may be made to it: ascending, apart, never through a character. */
function editsOf(value: string): fc.Arbitrary<TextEdit[]> {
  return fc
    .tuple(fc.array(fc.nat(value.length), { maxLength: 8 }), fc.array(addition, { maxLength: 4 }))
    .map(([points, additions]) => {
      const borders = points.filter((at) => !cutsSurrogatePair(value, at)).toSorted((a, b) => a - b);
      return additions.flatMap((added, index) => {
        const [start, end] = [borders[2 * index], borders[2 * index + 1]];
        return start === undefined || end === undefined ? [] : [{ start, end, text: added }];
      });
    });
}

const edited = text.chain((value) => fc.tuple(fc.constant(value), editsOf(value)));
const editedTwice = edited.chain(([value, first]) =>
  fc.tuple(fc.constant(value), fc.constant(first), editsOf(applyEdits(value, first))),
);
const editedRange = edited.chain(([value, edits]) =>
  fc.tuple(fc.constant(value), fc.constant(edits), rangeIn(value.length)),
);

describe('edits of a text', () => {
  test('are found possible exactly when they ascend, stay inside and cut no character', () => {
    expect(editsProblem('ab', [{ start: 0, end: 1, text: '' }])).toBeNull();
    expect(editsProblem('ab', [{ start: 0.5, end: 1, text: '' }])).toBe('not-integer');
    expect(editsProblem('ab', [{ start: 2, end: 1, text: '' }])).toBe('backward');
    expect(editsProblem('ab', [{ start: 1, end: 3, text: '' }])).toBe('outside');
    expect(editsProblem('a👋', [{ start: 2, end: 3, text: '' }])).toBe('surrogate');
    expect(editsProblem('ab', [{ start: 0, end: 0, text: '\ud83d' }])).toBe('malformed');
    const overlapping = [
      { start: 0, end: 2, text: 'x' },
      { start: 1, end: 2, text: 'y' },
    ];
    expect(editsProblem('abc', overlapping)).toBe('overlap');
    fc.assert(
      fc.property(edited, ([value, edits]) => {
        expect(editsProblem(value, edits)).toBeNull();
      }),
    );
  });

  test('can be taken back', () => {
    fc.assert(
      fc.property(edited, ([value, edits]) => {
        const after = applyEdits(value, edits);
        expect(after.isWellFormed()).toBe(true);
        expect(applyEdits(after, invertEdits(value, edits))).toBe(value);
      }),
    );
  });

  test('do the same when those that touch become one', () => {
    fc.assert(
      fc.property(edited, ([value, edits]) => {
        const tidy = tidyEdits(edits);
        expect(applyEdits(value, tidy)).toBe(applyEdits(value, edits));
        for (const [index, edit] of tidy.entries()) {
          if (index > 0) expect(edit.start).toBeGreaterThan(tidy[index - 1]!.end);
        }
      }),
    );
  });

  test('one after the other are one list', () => {
    fc.assert(
      fc.property(editedTwice, ([value, first, second]) => {
        const composed = composeEdits(first, second);
        expect(editsProblem(value, composed)).toBeNull();
        expect(applyEdits(value, composed)).toBe(applyEdits(applyEdits(value, first), second));
      }),
    );
  });
});

describe('settled edits', () => {
  test('make the same text, and settle no further', () => {
    fc.assert(
      fc.property(edited, ([value, edits]) => {
        const settled = settleEdits(value, edits);
        expect(editsProblem(value, settled)).toBeNull();
        expect(applyEdits(value, settled)).toBe(applyEdits(value, edits));
      }),
    );
  });

  test('leave out what stays, and speak of whole words', () => {
    const text = 'On passe par Slac surtout.';
    const [at, end] = [text.indexOf('Slac'), text.indexOf(' surtout')];
    const whole = [{ start: at, end, text: 'Slack' }];
    expect(settleEdits(text, [{ start: end, end, text: 'k' }])).toEqual(whole);
    expect(settleEdits(text, [{ start: 0, end, text: 'On passe par Slack' }])).toEqual(whole);
    expect(settleEdits(text, [{ start: end, end, text: ' bien' }])).toEqual([
      { start: end, end, text: ' bien' },
    ]);
    expect(settleEdits(text, [{ start: at, end, text: 'Slac' }])).toEqual([]);
  });
});

describe('a range under edits', () => {
  test('keeps its words when nothing inside it changes', () => {
    fc.assert(
      fc.property(editedRange, ([value, edits, range]) => {
        const tidy = tidyEdits(edits);
        const apart = tidy.every((edit) => edit.end <= range.start || edit.start >= range.end);
        fc.pre(apart && range.start < range.end);
        const moved = mapRange(range, edits);
        expect(applyEdits(value, edits).slice(moved.start, moved.end)).toBe(
          value.slice(range.start, range.end),
        );
      }),
    );
  });

  test('holds every unit that stays of it, and none that stays of its neighbours', () => {
    fc.assert(
      fc.property(editedRange, ([value, edits, range]) => {
        fc.pre(range.start < range.end);
        const map = editMap(edits);
        const moved = map.range(range);
        const tidy = tidyEdits(edits);
        for (let at = 0; at < value.length; at += 1) {
          if (tidy.some((edit) => edit.start <= at && at < edit.end)) continue;
          const now = map.position(at, 'after');
          expect(applyEdits(value, edits)[now]).toBe(value[at]);
          const inside = at >= range.start && at < range.end;
          expect(now >= moved.start && now < moved.end).toBe(inside);
        }
      }),
    );
  });

  test('stays inside the text, never cuts a character, and ranges keep their order', () => {
    fc.assert(
      fc.property(editedRange, ([value, edits, range]) => {
        const clean = !cutsSurrogatePair(value, range.start) && !cutsSurrogatePair(value, range.end);
        fc.pre(clean);
        const after = applyEdits(value, edits);
        const map = editMap(edits);
        expect(map.growth).toBe(after.length - value.length);
        for (const growth of ['inside', 'edges'] as const) {
          const moved = map.range(range, growth);
          expect(moved.start).toBeGreaterThanOrEqual(0);
          expect(moved.end).toBeLessThanOrEqual(after.length);
          expect(moved.end).toBeGreaterThanOrEqual(moved.start);
          expect(cutsSurrogatePair(after, moved.start) || cutsSurrogatePair(after, moved.end)).toBe(false);
        }
        expect(map.position(range.start, 'before')).toBeLessThanOrEqual(map.position(range.end, 'after'));
      }),
    );
  });

  test('comes back when the edits are taken back, unless something of its border was replaced', () => {
    fc.assert(
      fc.property(editedRange, ([value, edits, range]) => {
        const tidy = tidyEdits(edits);
        const borders = [range.start, range.end];
        const clean = tidy.every(({ start, end }) => borders.every((at) => at < start || at > end));
        fc.pre(clean && range.start < range.end);
        expect(mapRange(mapRange(range, tidy), invertEdits(value, tidy))).toEqual(range);
      }),
    );
  });

  test('takes what is added inside, leaves what is added at its border, unless it owns its edges', () => {
    const range = { start: 2, end: 5 };
    expect(mapRange(range, [{ start: 3, end: 3, text: 'xx' }])).toEqual({ start: 2, end: 7 });
    expect(mapRange(range, [{ start: 2, end: 2, text: 'xx' }])).toEqual({ start: 4, end: 7 });
    expect(mapRange(range, [{ start: 5, end: 5, text: 'xx' }])).toEqual({ start: 2, end: 5 });
    expect(mapRange(range, [{ start: 5, end: 5, text: 'xx' }], 'edges')).toEqual({ start: 2, end: 7 });
    expect(mapRange(range, [{ start: 2, end: 2, text: 'xx' }], 'edges')).toEqual({ start: 2, end: 7 });
  });

  test('is the replacement when its words were replaced, and empty when they were deleted', () => {
    const range = { start: 2, end: 5 };
    expect(mapRange(range, [{ start: 2, end: 5, text: 'Paul' }])).toEqual({ start: 2, end: 6 });
    expect(mapRange(range, [{ start: 1, end: 6, text: 'Paul' }])).toEqual({ start: 1, end: 5 });
    expect(mapRange(range, [{ start: 4, end: 8, text: 'Paul' }])).toEqual({ start: 2, end: 8 });
    expect(mapRange(range, [{ start: 2, end: 5, text: '' }])).toEqual({ start: 2, end: 2 });
    expect(mapRange(range, [{ start: 0, end: 9, text: '' }])).toEqual({ start: 0, end: 0 });
    expect(mapRange(range, [{ start: 4, end: 8, text: '' }])).toEqual({ start: 2, end: 4 });
  });

  test('is known to be touched when an edit reaches or borders it', () => {
    const map = editMap([{ start: 4, end: 6, text: '' }]);
    expect([map.touches({ start: 0, end: 3 }), map.touches({ start: 7, end: 9 })]).toEqual([false, false]);
    expect([map.touches({ start: 0, end: 4 }), map.touches({ start: 6, end: 9 })]).toEqual([true, true]);
  });
});
