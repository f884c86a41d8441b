import { fold } from './fold.ts';

/** A name as it is compared: case, accents and runs of spaces aside. */
export function keyOf(name: string): string {
  return fold(name).folded.replaceAll(/\s+/gu, ' ').trim();
}
