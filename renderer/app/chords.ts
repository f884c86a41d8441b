import { isMac } from '../ui/key-names.ts';

/** What of a key press decides. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** Brackets and what they are with Shift, on any keyboard that writes them. */
const SHIFTED: Readonly<Record<string, string>> = { '[': '{', ']': '}' };
const BRACKET_CODES: Readonly<Record<string, string>> = { '[': 'BracketLeft', ']': 'BracketRight' };
const NAMED: Readonly<Record<string, string>> = { ' ': 'Space', '+': 'Plus' };

/** Whether an event is a chord written `Mod+Shift+Z`. */
export function isChord(event: Pressed, keys: string, mac: boolean = isMac()): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const isPlain = !wants('Mod') && !wants('Alt');
  // Brackets may need AltGr, which arrives as Ctrl and Alt on some systems: for them the character decides.
  if (isPlain && SHIFTED[key] !== undefined && (event.ctrlKey === event.altKey || mac) && !event.metaKey) {
    if (event.key === SHIFTED[key]) return wants('Shift');
    if (event.key === key) return event.shiftKey === wants('Shift');
  }
  const mod = mac ? event.metaKey : event.ctrlKey;
  if (mod !== wants('Mod') || event.altKey !== wants('Alt') || event.shiftKey !== wants('Shift'))
    return false;
  if (mac ? event.ctrlKey : event.metaKey) return false;
  return sameKey(event, key);
}

function sameKey(event: Pressed, key: string): boolean {
  const pressed = NAMED[event.key] ?? event.key;
  if (pressed.toLowerCase() === key.toLowerCase()) return true;
  // Digits lie under Shift on a French keyboard, and Alt writes other characters than letters on a Mac.
  if (/^[0-9]$/u.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  if (/^[A-Z]$/iu.test(key) && event.altKey && !/^[a-z]$/iu.test(event.key))
    return event.code === `Key${key.toUpperCase()}`;
  return BRACKET_CODES[key] !== undefined && event.shiftKey && event.code === BRACKET_CODES[key];
}

/** Keys that hold others, or that write nothing by themselves. */
const NO_KEY = /^(?:Shift|Control|Alt|AltGraph|Meta|OS|CapsLock|NumLock|Dead|Process|Unidentified)$/u;

/** The chord of a key press, as `isChord` reads it; `null` while only Shift, Ctrl or the like is held. */
export function chordOf(event: Pressed, mac: boolean = isMac()): string | null {
  if (NO_KEY.test(event.key)) return null;
  // AltGr arrives as Ctrl and Alt: for brackets what it writes is the key.
  const isAltGr = !mac && event.ctrlKey && event.altKey && /^[[\]{}]$/u.test(event.key);
  const bracket = Object.keys(SHIFTED).find((open) => SHIFTED[open] === event.key);
  const held = [
    (mac ? event.metaKey : event.ctrlKey) && !isAltGr ? 'Mod' : '',
    event.altKey && !isAltGr ? 'Alt' : '',
    event.shiftKey || bracket !== undefined ? 'Shift' : '',
  ];
  return [...held, bracket ?? keyOf(event)].filter(Boolean).join('+');
}

function keyOf(event: Pressed): string {
  if (SHIFTED[event.key] !== undefined) return event.key;
  const digit = /^(?:Digit|Numpad)([0-9])$/u.exec(event.code)?.[1];
  if (digit !== undefined) return digit;
  if (event.altKey && event.key.length === 1 && !/^[a-z]$/iu.test(event.key)) {
    const letter = /^Key([A-Z])$/u.exec(event.code)?.[1];
    if (letter !== undefined) return letter;
  }
  const key = NAMED[event.key] ?? event.key;
  return key.length === 1 ? key.toUpperCase() : key;
}
