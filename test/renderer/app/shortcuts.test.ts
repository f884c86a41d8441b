import { describe, expect, it } from 'vitest';
import { SHORTCUTS } from '../../../renderer/app/shortcut-list.ts';
import { isChord } from '../../../renderer/app/shortcuts.ts';
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

describe('the names of keys', () => {
  it('are those on the keyboard of the language', () => {
    expect(keyNames('Mod+Shift+Z', 'fr', false)).toEqual(['Ctrl', 'Maj', 'Z']);
    expect(keyNames('Mod+Shift+Z', 'en', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyNames('Mod+Alt+I', 'fr', true)).toEqual(['⌘', '⌥', 'I']);
    expect(keyNames('Escape', 'fr', false)).toEqual(['Échap']);
  });
});
