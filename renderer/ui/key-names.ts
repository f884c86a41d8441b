import type { Locale } from '../../src/settings/contract.ts';

export function isMac(): boolean {
  return /mac|iphone|ipad/iu.test(navigator.platform);
}

const FR: Readonly<Record<string, string>> = {
  Shift: 'Maj',
  Escape: 'Échap',
  Delete: 'Suppr',
  Space: 'Espace',
  Enter: '↵',
};
const EN: Readonly<Record<string, string>> = { Escape: 'Esc', Delete: 'Del', Enter: '↵' };
const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };

/** The names of the keys of a chord written `Mod+Shift+Z`, as this keyboard and language call them. `Mod` is ⌘ or Ctrl. */
export function keyNames(keys: string, locale: Locale, mac: boolean = isMac()): readonly string[] {
  return keys.split('+').map((key) => {
    if (mac && key in MAC) return MAC[key] ?? key;
    if (key === 'Mod') return 'Ctrl';
    return ARROWS[key] ?? (locale === 'fr' ? FR : EN)[key] ?? key;
  });
}
