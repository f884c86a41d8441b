import type { Pressed } from '../../app/chords.ts';
import { isShortcut, type ShortcutId } from '../../app/shortcut-list.ts';
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
  | { readonly kind: 'units' }
  | { readonly kind: 'unit'; readonly by: -1 | 1 }
  | { readonly kind: 'uncoded'; readonly by: -1 | 1 }
  | { readonly kind: 'remove' }
  | { readonly kind: 'escape' };

/** What each shortcut of the reader asks; its keys are those of the list of shortcuts, as the person changed them. */
const ASKS: Readonly<Partial<Record<ShortcutId, CodingKey>>> = {
  'reader.code': { kind: 'palette' },
  'reader.saidBy': { kind: 'chooser', of: 'speaker' },
  'reader.answers': { kind: 'chooser', of: 'topic' },
  'reader.recode': { kind: 'chooser', of: 'code' },
  'reader.stance': { kind: 'awaitStance' },
  'reader.memo': { kind: 'memo' },
  'reader.link': { kind: 'link' },
  'reader.copyCodes': { kind: 'copyCodes' },
  'reader.pasteCodes': { kind: 'pasteCodes' },
  'reader.previousSegment': { kind: 'neighbour', by: -1 },
  'reader.nextSegment': { kind: 'neighbour', by: 1 },
  'reader.shrink': { kind: 'resize', by: -1 },
  'reader.grow': { kind: 'resize', by: 1 },
  'units.toggle': { kind: 'units' },
  'units.next': { kind: 'unit', by: 1 },
  'units.previous': { kind: 'unit', by: -1 },
  'units.nextUncoded': { kind: 'uncoded', by: 1 },
  'units.previousUncoded': { kind: 'uncoded', by: -1 },
  'reader.uncode': { kind: 'remove' },
};

const NAMES = Object.keys(ASKS) as readonly ShortcutId[];

export function codingKey(pressed: Pressed): CodingKey | null {
  // The key that deletes on a Mac.
  const event = pressed.key === 'Backspace' ? { ...held(pressed), key: 'Delete' } : pressed;
  const id = NAMES.find((name) => isShortcut(event, name));
  if (id !== undefined) return ASKS[id] ?? null;
  if (event.ctrlKey || event.metaKey) return null;
  if (event.key === 'Escape') return { kind: 'escape' };
  const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(event.code)?.[1];
  if (digit === undefined) return null;
  if (!event.altKey) return { kind: 'quick', digit: Number(digit) };
  return event.shiftKey ? null : { kind: 'recent', index: Number(digit) - 1 };
}

/** Events have their parts on the prototype, where spreading does not see them. */
function held({ key, code, shiftKey, ctrlKey, altKey, metaKey }: Pressed): Pressed {
  return { key, code, shiftKey, ctrlKey, altKey, metaKey };
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
