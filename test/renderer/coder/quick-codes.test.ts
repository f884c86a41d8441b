import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitOfCode } from '../../../renderer/features/coder/quick-codes.ts';
import {
  boundQuickCode,
  QUICK_DIGITS,
  readQuickCodes,
  writeQuickCodes,
  type QuickCodes,
} from '../../../src/settings/quick-codes.ts';

const presses = fc.array(fc.tuple(fc.constantFrom(...QUICK_DIGITS), fc.integer({ min: 1, max: 12 })));
const after = (pressed: readonly (readonly [number, number])[]): QuickCodes =>
  pressed.reduce((codes, [digit, codeId]) => boundQuickCode(codes, digit, codeId), readQuickCodes(undefined));

describe('quick codes', () => {
  it('give a digit one code and a code one digit, whatever is bound after what', () => {
    fc.assert(
      fc.property(presses, (pressed) => {
        const codes = after(pressed);
        expect(new Set(codes.values()).size).toBe(codes.size);
        for (const [digit, codeId] of codes) expect(digitOfCode(codes, codeId)).toBe(digit);
      }),
    );
  });

  it('come back from the project as they were written', () => {
    fc.assert(
      fc.property(presses, (pressed) => {
        const codes = after(pressed);
        const back = readQuickCodes(writeQuickCodes(codes));
        expect([...back].toSorted(([a], [b]) => a - b)).toEqual([...codes].toSorted(([a], [b]) => a - b));
      }),
    );
  });

  it('bind anew, move, and let go of a digit pressed again', () => {
    const two = after([
      [1, 7],
      [2, 8],
    ]);
    expect([...boundQuickCode(two, 1, 8)]).toEqual([[1, 8]]);
    expect([...boundQuickCode(two, 2, 8)]).toEqual([[1, 7]]);
  });

  it('take nothing from a setting that is none', () => {
    for (const text of ['', 'null', '[]', '3', '{"0":4,"10":5,"a":6,"2":"x"}'])
      expect(readQuickCodes(text).size).toBe(0);
    expect([...readQuickCodes('{"3":5}')]).toEqual([[3, 5]]);
  });
});
