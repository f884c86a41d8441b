import type { TextRange } from './range.ts';

/** `lanes[i]` is the lane, from 0, of the i-th span given; `count` is how many lanes there are. */
export interface Lanes {
  readonly lanes: Int32Array;
  readonly count: number;
}

/**
 * Lanes for brackets in a margin. Earlier spans choose first, then longer ones, then those given first; each takes
 * the first lane in which the span before it ends at least `clearance` earlier. Positions may be offsets or pixels,
 * as long as `clearance` has the same unit. O(n log n), whatever the number of lanes.
 */
export function assignLanes(spans: readonly TextRange[], clearance = 0): Lanes {
  const order = inOrder(spans, (a, b) => a.start - b.start || b.end - b.start - (a.end - a.start));
  const free = new FreeLanes(spans.length);
  const lanes = new Int32Array(spans.length);
  let count = 0;
  for (const at of order) {
    const span = spans[at];
    if (span === undefined) continue;
    const lane = free.firstFreeAt(span.start);
    free.occupy(lane, Math.max(span.start, span.end) + clearance);
    lanes[at] = lane;
    count = Math.max(count, lane + 1);
  }
  return { lanes, count };
}

/**
 * Lanes for the underlines of one paragraph: the longest range chooses first, then the earlier, then the one given
 * first; each takes the first lane in which it overlaps nothing.
 */
export function underlineLanes(ranges: readonly TextRange[]): Lanes {
  const order = inOrder(ranges, (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const placed: TextRange[][] = [];
  const lanes = new Int32Array(ranges.length);
  for (const at of order) {
    const range = ranges[at];
    if (range === undefined) continue;
    let lane = 0;
    while (!insertIfFree((placed[lane] ??= []), range)) lane += 1;
    lanes[at] = lane;
  }
  return { lanes, count: placed.length };
}

/** Keeps the list sorted; answers whether the range overlapped none of it and is now in it. */
function insertIfFree(sorted: TextRange[], range: TextRange): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  if ((sorted[low]?.start ?? Number.POSITIVE_INFINITY) < range.end) return false;
  sorted.splice(low, 0, range);
  return true;
}

function inOrder(ranges: readonly TextRange[], compare: (a: TextRange, b: TextRange) => number): number[] {
  const indexed = ranges.map((range, at) => ({ range, at }));
  return indexed.sort((a, b) => compare(a.range, b.range)).map(({ at }) => at);
}

/** Until when each lane is taken, as a tree of minima: the first free lane is found without asking all of them. */
class FreeLanes {
  readonly #leaves: number;
  readonly #until: Float64Array;

  constructor(lanes: number) {
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, lanes)));
    this.#until = new Float64Array(2 * this.#leaves).fill(Number.NEGATIVE_INFINITY);
  }

  firstFreeAt(position: number): number {
    let node = 1;
    while (node < this.#leaves) {
      node *= 2;
      if (this.#at(node) > position) node += 1;
    }
    return node - this.#leaves;
  }

  occupy(lane: number, until: number): void {
    let node = this.#leaves + lane;
    this.#until[node] = until;
    for (node >>= 1; node > 0; node >>= 1) {
      this.#until[node] = Math.min(this.#at(2 * node), this.#at(2 * node + 1));
    }
  }

  #at(node: number): number {
    return this.#until[node] ?? 0;
  }
}
