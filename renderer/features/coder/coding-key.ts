import type { Stance } from '../../../src/contract/common.ts';

/** What a key asks of the coding screen, apart from moving the caret. */
export type CodingKey =
  | { readonly kind: 'palette' }
  | { readonly kind: 'recent'; readonly index: number }
  | { readonly kind: 'quick'; readonly digit: number }
  | { readonly kind: 'chooser'; readonly of: 'speaker' | 'topic' | 'code' }
  | { readonly kind: 'awaitStance' }
  | { readonly kind: 'memo' }
  | { readonly kind: 'link' }
  | { readonly kind: 'copyCodes' }
  | { readonly kind: 'pasteCodes' }
  | { readonly kind: 'neighbour'; readonly by: -1 | 1 }
  | { readonly kind: 'resize'; readonly by: -1 | 1 }
  | { readonly kind: 'remove' }
  | { readonly kind: 'escape' };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Brackets may need AltGr, which arrives as Ctrl and Alt on some systems: for them the character decides, not the keys. */
const BRACKETS: Readonly<Record<string, CodingKey>> = {
  '[': { kind: 'neighbour', by: -1 },
  ']': { kind: 'neighbour', by: 1 },
  '{': { kind: 'resize', by: -1 },
  '}': { kind: 'resize', by: 1 },
};

export function codingKey(event: Pressed): CodingKey | null {
  const bracket = BRACKETS[event.key];
  if (bracket !== undefined) {
    if (bracket.kind === 'neighbour' && event.shiftKey) return { kind: 'resize', by: bracket.by };
    return bracket;
  }
  if (event.ctrlKey || event.metaKey) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(event.code)?.[1];
  if (event.altKey)
    return digit === undefined || event.shiftKey ? null : { kind: 'recent', index: Number(digit) - 1 };
  if (digit !== undefined) return { kind: 'quick', digit: Number(digit) };
  switch (event.key) {
    case 'c':
    case 'C':
      return { kind: event.shiftKey ? 'copyCodes' : 'palette' };
    case 'v':
    case 'V':
      return event.shiftKey ? { kind: 'pasteCodes' } : null;
    case 'x':
    case 'X':
      return { kind: 'chooser', of: 'code' };
    case 'Enter':
      return event.shiftKey ? null : { kind: 'palette' };
    case 'p':
    case 'P':
      return { kind: 'awaitStance' };
    case 'd':
    case 'D':
      return { kind: 'chooser', of: 'speaker' };
    case 'r':
    case 'R':
      return { kind: 'chooser', of: 'topic' };
    case 'm':
    case 'M':
      return { kind: 'memo' };
    case 'l':
    case 'L':
      return { kind: 'link' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'remove' };
    case 'Escape':
      return { kind: 'escape' };
    default:
      return null;
  }
}

/** The letter after `P`: the same in both languages where it can be (A, N, C), and the English words' own (S, Q). */
export function stanceKey(key: string): Stance | null | undefined {
  switch (key.toLowerCase()) {
    case 'a':
    case 's':
      return 'supports';
    case 'n':
    case 'q':
      return 'qualifies';
    case 'c':
      return 'contradicts';
    case '0':
    case 'backspace':
    case 'delete':
      return null;
    default:
      return undefined;
  }
}
