export interface Figure {
  readonly what: string;
  /** Milliseconds: one, or all of a series. */
  readonly ms: number | readonly number[] | undefined;
  readonly budgetMs: number | null;
}

/** Runs something `times` times, one after the other, and answers the milliseconds of each. */
export async function measure(
  times: number,
  work: (index: number) => Promise<unknown>,
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await work(index);
    taken.push(performance.now() - start);
  }
  return taken;
}

/** A line per figure: the median, the worst, the budget, and whether the median holds it. */
export function printFigures(figures: readonly Figure[]): void {
  for (const { what, ms, budgetMs } of figures) {
    const all = typeof ms === 'number' ? [ms] : [...(ms ?? [])];
    const sorted = all.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    const worst = sorted.at(-1) ?? 0;
    const verdict = budgetMs === null ? '' : `${median <= budgetMs ? 'holds' : 'EXCEEDS'} ${budgetMs} ms`;
    const spread = all.length > 1 ? ` (worst of ${all.length}: ${worst.toFixed(1)})` : '';
    console.log(`${median.toFixed(1).padStart(9)} ms  ${what}${spread}  ${verdict}`);
  }
}

/** The smallest value that at least this share of all values does not exceed; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
