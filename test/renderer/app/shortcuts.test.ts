import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHORTCUTS, type ShortcutId } from '../../../renderer/app/shortcut-list.ts';
import { chordOf, isChord } from '../../../renderer/app/chords.ts';
import {
  EDITABLE,
  holderOf,
  isEditable,
  isReserved,
  keysUnder,
  withDefault,
  withKey,
} from '../../../renderer/app/key-changes.ts';
import { keyNames } from '../../../renderer/ui/key-names.ts';

const press = (key: string, held: Partial<KeyboardEventInit> = {}) =>
  new KeyboardEvent('keydown', { key, ...held });

describe('a chord', () => {
  it('is its keys and no others', () => {
    expect(isChord(press('z', { ctrlKey: true }), 'Mod+Z', false)).toBe(true);
    expect(isChord(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false)).toBe(false);
    expect(isChord(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', false)).toBe(true);
    expect(isChord(press('z', { ctrlKey: true, altKey: true }), 'Mod+Z', false)).toBe(false);
    expect(isChord(press('z'), 'Mod+Z', false)).toBe(false);
  });

  it('has ⌘ for Mod on a Mac, and Ctrl elsewhere', () => {
    expect(isChord(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
    expect(isChord(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false);
    expect(isChord(press('k', { metaKey: true }), 'Mod+K', false)).toBe(false);
  });

  it('finds digits on a French keyboard, where they lie under Shift', () => {
    expect(isChord(press('&', { code: 'Digit1', ctrlKey: true }), 'Mod+1', false)).toBe(true);
    expect(isChord(press('¡', { code: 'Digit1', altKey: true }), 'Alt+1', true)).toBe(true);
  });

  it('takes a letter alone, but not with a modifier', () => {
    expect(isChord(press('c'), 'C', false)).toBe(true);
    expect(isChord(press('c', { ctrlKey: true }), 'C', false)).toBe(false);
    expect(isChord(press('F6', { shiftKey: true }), 'F6', false)).toBe(false);
    expect(isChord(press('F6', { shiftKey: true }), 'Shift+F6', false)).toBe(true);
  });

  it('is never shared by two commands of the same place', () => {
    const seen = new Map<string, string>();
    for (const [id, { group, keys }] of Object.entries(SHORTCUTS)) {
      for (const chord of keys) {
        const place = `${group} ${chord}`;
        expect.soft(seen.get(place), `${id}: ${chord}`).toBeUndefined();
        seen.set(place, id);
      }
    }
  });
});

describe('a changed key', () => {
  it('is written as it is read, on any keyboard', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          { key: 'g', code: 'KeyG' },
          { key: 'a', code: 'KeyQ' },
          { key: '&', code: 'Digit1' },
          { key: '?', code: 'KeyM' },
          { key: 'F4', code: 'F4' },
          { key: ' ', code: 'Space' },
          { key: '+', code: 'Equal' },
          { key: '[', code: 'Digit5' },
        ),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (on, ctrlKey, altKey, shiftKey) => {
          const event = press(on.key, { code: on.code, ctrlKey, altKey, shiftKey });
          const chord = chordOf(event, false);
          expect(chord).not.toBeNull();
          expect(isChord(event, chord ?? '', false)).toBe(true);
        },
      ),
    );
    expect(chordOf(press('Shift', { shiftKey: true }), false)).toBeNull();
    expect(chordOf(press('Dead', { code: 'BracketLeft' }), false)).toBeNull();
  });

  it('is taken from whoever had it, and both can have their own again', () => {
    const taken = withKey({}, 'reader.memo', 'C');
    expect(keysUnder(taken, 'reader.memo')).toEqual(['C']);
    expect(keysUnder(taken, 'reader.code')).toEqual(['Enter']);
    expect(holderOf(taken, 'C', 'reader.code')).toBe('reader.memo');
    const back = withDefault(taken, 'reader.memo');
    expect(withDefault(back, 'reader.code')).toEqual({});
  });

  it('does not come back to a shortcut while another has it', () => {
    const taken = withKey({}, 'reader.memo', 'C');
    expect(keysUnder(withDefault(taken, 'reader.code'), 'reader.code')).toEqual(['Enter']);
  });

  it('is never one that moves the caret, leaves, or copies text', () => {
    for (const chord of ['Escape', 'Shift+Tab', 'Mod+Shift+ArrowRight', 'Alt+1', 'Mod+C', 'Enter'])
      expect.soft(isReserved(chord), chord).toBe(true);
    for (const chord of ['G', 'Mod+Shift+C', 'Alt+ArrowLeft', 'Delete', 'Mod+Enter'])
      expect.soft(isReserved(chord), chord).toBe(false);
    expect(isEditable('reader.escape')).toBe(false);
    expect(isEditable('palette.apply')).toBe(false);
  });
});

describe('the names of keys', () => {
  it('are those on the keyboard of the language', () => {
    expect(keyNames('Mod+Shift+Z', 'fr', false)).toEqual(['Ctrl', 'Maj', 'Z']);
    expect(keyNames('Mod+Shift+Z', 'en', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyNames('Mod+Alt+I', 'fr', true)).toEqual(['⌘', '⌥', 'I']);
    expect(keyNames('Escape', 'fr', false)).toEqual(['Échap']);
  });
});

describe('the keys of the program as it comes', () => {
  const chords = (ids: readonly ShortcutId[]) =>
    ids.flatMap((id) => SHORTCUTS[id].keys.map((chord) => ({ chord, id })));
  const twice = (ids: readonly ShortcutId[]) =>
    chords(ids).filter(({ chord, id }) =>
      chords(ids).some((other) => other.chord === chord && other.id !== id),
    );

  it('are each given once among what is in reach while coding', () => {
    expect(twice(EDITABLE)).toEqual([]);
  });

  it.each(['palette', 'tree', 'lists'] as const)('are each given once in the %s', (group) => {
    const ids = (Object.keys(SHORTCUTS) as ShortcutId[]).filter((id) => SHORTCUTS[id].group === group);
    expect(twice(ids)).toEqual([]);
  });
});
