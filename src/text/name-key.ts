import { fold } from './fold.ts';

const PLAIN = /^[ -~]*$/u;

/** A name as it is compared: case, accents and runs of spaces aside. */
export function keyOf(name: string): string {
  // Folding changes nothing but the case of these; a table has them by the million.
  if (PLAIN.test(name)) return name.toLowerCase().replaceAll(/ +/gu, ' ').trim();
  return fold(name).folded.replaceAll(/\s+/gu, ' ').trim();
}
