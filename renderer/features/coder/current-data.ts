import type { CodingData } from './use-coding-data.ts';

let current: CodingData | null = null;

/** Kept by the screen, for what acts on a press of a key or a button and need not be drawn again when codings change. */
export function setCurrentData(data: CodingData | null): void {
  current = data;
}

export function currentData(): CodingData | null {
  return current;
}
