import { describe, expect, it } from 'vitest';
import { codingKey, stanceKey } from '../../../renderer/features/coder/coding-key.ts';
import { neighbourOf } from '../../../renderer/features/coder/neighbours.ts';
import { recentCodes, withRecent } from '../../../renderer/features/coder/recents.ts';

type Mods = Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>>;
const press = (key: string, code = '', mods: Mods = {}) =>
  codingKey({ key, code, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...mods });

describe('the keys of coding', () => {
  it('knows brackets however the keyboard writes them', () => {
    expect(press('[')).toEqual({ kind: 'neighbour', by: -1 });
    expect(press(']', 'Digit5', { ctrlKey: true, altKey: true })).toEqual({ kind: 'neighbour', by: 1 });
    expect(press('{', 'BracketLeft', { shiftKey: true })).toEqual({ kind: 'resize', by: -1 });
    expect(press(']', 'BracketRight', { shiftKey: true })).toEqual({ kind: 'resize', by: 1 });
  });

  it('applies recents with Alt and quick codes without by the digit keys, which a French keyboard writes with Shift', () => {
    expect(press('&', 'Digit1', { altKey: true })).toEqual({ kind: 'recent', index: 0 });
    expect(press('1', 'Numpad1')).toEqual({ kind: 'quick', digit: 1 });
    expect(press('1', 'Digit1', { shiftKey: true })).toEqual({ kind: 'quick', digit: 1 });
    expect(press('1', 'Digit1', { ctrlKey: true })).toBeNull();
    expect(press('0', 'Digit0')).toBeNull();
  });

  it('tells copying and pasting of codes from coding by Shift, not by the capital that a lock writes', () => {
    expect(press('C', 'KeyC', { shiftKey: true })).toEqual({ kind: 'copyCodes' });
    expect(press('V', 'KeyV', { shiftKey: true })).toEqual({ kind: 'pasteCodes' });
    expect(press('C', 'KeyC')).toEqual({ kind: 'palette' });
    expect(press('v', 'KeyV')).toBeNull();
  });

  it('asks for another code with X and for a link with L', () => {
    expect(press('x', 'KeyX')).toEqual({ kind: 'chooser', of: 'code' });
    expect(press('l', 'KeyL')).toEqual({ kind: 'link' });
    expect(press('x', 'KeyX', { ctrlKey: true })).toBeNull();
  });

  it('leaves chords of the program alone', () => {
    expect(press('c', 'KeyC', { ctrlKey: true })).toBeNull();
    expect(press('Enter', 'Enter', { shiftKey: true })).toBeNull();
  });

  it('reads the letter after P in both languages', () => {
    expect(['a', 'N', 'c', 's', 'q'].map(stanceKey)).toEqual([
      'supports',
      'qualifies',
      'contradicts',
      'supports',
      'qualifies',
    ]);
    expect(stanceKey('0')).toBeNull();
    expect(stanceKey('x')).toBeUndefined();
  });
});

describe('the segment before and after', () => {
  const codings = [
    { id: 1, start: 0 },
    { id: 2, start: 50 },
    { id: 3, start: 90 },
  ];
  it('goes on from the one in hand and stops at the ends', () => {
    expect(neighbourOf(codings, { codingId: 1, caret: 0 }, 1)?.id).toBe(2);
    expect(neighbourOf(codings, { codingId: 3, caret: 0 }, 1)).toBeNull();
  });
  it('begins at the caret where none is in hand', () => {
    expect(neighbourOf(codings, { codingId: null, caret: 60 }, 1)?.id).toBe(3);
    expect(neighbourOf(codings, { codingId: null, caret: 60 }, -1)?.id).toBe(2);
    expect(neighbourOf([], { codingId: null, caret: 0 }, 1)).toBeNull();
  });
});

describe('recent codes', () => {
  it('come newest first, each once, nine at most', () => {
    expect(withRecent([1, 2, 3], 3)).toEqual([3, 1, 2]);
    expect(withRecent([1, 2, 3, 4, 5, 6, 7, 8, 9], 10)).toHaveLength(9);
  });
  it('forget codes that are gone, and begin with those of the newest codings', () => {
    const codings = [
      { codeId: 1, createdAt: '2021-01-01' },
      { codeId: 2, createdAt: '2021-03-01' },
      { codeId: 1, createdAt: '2021-02-01' },
    ];
    expect(recentCodes([5, 1], (id) => id !== 5, codings)).toEqual([1]);
    expect(recentCodes([], () => true, codings)).toEqual([2, 1]);
  });
});
