/** How a list writes its numbers, under the names of ISO/IEC 29500-1, 17.18.59. */
export type NumberStyle =
  | 'decimal'
  | 'decimalZero'
  | 'lowerLetter'
  | 'upperLetter'
  /** Letters that count on after z as aa, ab; Word's own go on as aa, bb. */
  | 'lowerAlphabet'
  | 'upperAlphabet'
  | 'lowerRoman'
  | 'upperRoman'
  | 'ordinal'
  | 'bullet'
  | 'none';

/** What every bullet reads as, whatever its drawing. */
export const BULLET = '•';

const LETTERS = 26;
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'],
  [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
]; // prettier-ignore
/** Above these, letters and roman numerals would be longer than what they number. */
const MAX_LETTERED = 780;
const MAX_ROMAN = 3_999;

/** A number as its list writes it, without what stands before and behind it: `3`, `c`, `iii`. */
export function writeNumber(value: number, style: NumberStyle): string {
  switch (style) {
    case 'none':
      return '';
    case 'bullet':
      return BULLET;
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return repeatedLetter(value);
    case 'upperLetter':
      return repeatedLetter(value).toUpperCase();
    case 'lowerAlphabet':
      return alphabet(value);
    case 'upperAlphabet':
      return alphabet(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'ordinal':
      return `${value}.`;
    case 'decimal':
      return String(value);
  }
}

function letter(value: number): string {
  return String.fromCodePoint('a'.charCodeAt(0) + ((value - 1) % LETTERS));
}

function repeatedLetter(value: number): string {
  if (value < 1 || value > MAX_LETTERED) return String(value);
  return letter(value).repeat(Math.ceil(value / LETTERS));
}

function alphabet(value: number): string {
  if (value < 1 || value > MAX_LETTERED) return String(value);
  const rest = Math.floor((value - 1) / LETTERS);
  return (rest === 0 ? '' : alphabet(rest)) + letter(value);
}

function roman(value: number): string {
  if (value < 1 || value > MAX_ROMAN) return String(value);
  let rest = value;
  let written = '';
  for (const [worth, sign] of ROMAN) {
    written += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return written;
}
