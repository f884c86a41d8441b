import type { TextRange } from './range.ts';

/**
 * Ranges that answer « what is here? » in logarithmic time. Built once; items may overlap in any way. An item that
 * is empty is nowhere.
 */
export class IntervalIndex<T extends TextRange> {
  /** By start, the longer first, then in the order given. */
  readonly items: readonly T[];
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** Of the balanced tree over `items` whose root is the middle: the greatest end in each node's subtree. */
  readonly #maxEnds: Float64Array;

  constructor(items: readonly T[]) {
    this.items = items
      .filter(({ start, end }) => start < end)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    this.#starts = Float64Array.from(this.items, (item) => item.start);
    this.#ends = Float64Array.from(this.items, (item) => item.end);
    this.#maxEnds = new Float64Array(this.items.length);
    this.#measure(0, this.items.length);
  }

  /** Items that hold the unit at this position: the shortest first, then by start, then in the order given. */
  at(position: number): T[] {
    const found = this.overlapping({ start: position, end: position + 1 });
    return found.sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  /** Items that share at least one unit with the range, by start, the longer first. */
  overlapping(range: TextRange): T[] {
    const found: T[] = [];
    if (range.start < range.end) this.#collect(0, this.items.length, range, found);
    return found;
  }

  #measure(low: number, high: number): number {
    if (low >= high) return Number.NEGATIVE_INFINITY;
    const middle = (low + high) >> 1;
    const greatest = Math.max(
      this.#ends[middle] ?? 0,
      this.#measure(low, middle),
      this.#measure(middle + 1, high),
    );
    this.#maxEnds[middle] = greatest;
    return greatest;
  }

  #collect(low: number, high: number, range: TextRange, found: T[]): void {
    if (low >= high) return;
    const middle = (low + high) >> 1;
    if ((this.#maxEnds[middle] ?? 0) <= range.start) return;
    this.#collect(low, middle, range, found);
    if ((this.#starts[middle] ?? 0) >= range.end) return;
    const item = this.items[middle];
    if (item !== undefined && item.end > range.start) found.push(item);
    this.#collect(middle + 1, high, range, found);
  }
}
