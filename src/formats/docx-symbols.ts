/** Signs that Word's autocorrection takes from a symbol font, by font and code. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x4a: '☺',
    0x4b: '😐',
    0x4c: '☹',
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0xa7: '▪',
    0xa8: '□',
    0xd8: '➢',
    0xdf: '←',
    0xe0: '→',
    0xe7: '⇐',
    0xe8: '⇒',
    0xf3: '⇔',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
  },
  symbol: {
    0xab: '↔',
    0xac: '←',
    0xad: '↑',
    0xae: '→',
    0xaf: '↓',
    0xb0: '°',
    0xb1: '±',
    0xb3: '≥',
    0xb7: '•',
    0xb9: '≠',
    0xbb: '≈',
    0xa3: '≤',
    0xd7: '⋅',
    0xdb: '⇔',
    0xdc: '⇐',
    0xde: '⇒',
  },
};

/**
 * The character of a `w:sym`: codes of symbol fonts stand in the private use area from U+F000, where they mean
 * nothing without the font. One that is not in the table becomes U+FFFD, so that it is seen rather than lost.
 */
export function symbolCharacter(font: string | null, hexCode: string | null): string {
  const code = hexCode !== null && /^[0-9a-f]{1,6}$/iu.test(hexCode) ? Number.parseInt(hexCode, 16) : 0xfffd;
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const sign = SIGNS[(font ?? '').toLowerCase()]?.[low];
  if (sign !== undefined) return sign;
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isPrivate || isSurrogate || code > 0x10ffff || code < 0x20 ? '\uFFFD' : String.fromCodePoint(code);
}
