export interface DensityTick {
  readonly colour: number;
  readonly top: number;
  readonly bottom: number;
}

/** A stretch of pixels in one colour, both ends whole. */
export interface DensityRun {
  readonly colour: number;
  readonly top: number;
  readonly bottom: number;
}

const SMALLEST = 3;

/**
 * What each pixel of a strip shows: the colour of the shortest coding there, so that short ones stay visible over
 * long ones. Linear in the pixels covered, whatever the number of codings. `scale` is strip pixels per content pixel.
 */
export function densityRuns(ticks: readonly DensityTick[], height: number, scale: number): DensityRun[] {
  const rows = Math.max(0, Math.floor(height));
  const colours = new Uint8Array(rows);
  const lengths = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  for (const tick of ticks) {
    const length = tick.bottom - tick.top;
    const tall = Math.max(SMALLEST, Math.round(length * scale));
    const first = Math.max(0, Math.min(Math.round(tick.top * scale), rows - tall));
    for (let row = first; row < Math.min(rows, first + tall); row += 1) {
      if (length >= (lengths[row] ?? 0)) continue;
      lengths[row] = length;
      colours[row] = tick.colour;
    }
  }
  const runs: DensityRun[] = [];
  let from = 0;
  for (let row = 1; row <= rows; row += 1) {
    if (row < rows && colours[row] === colours[from]) continue;
    const colour = colours[from] ?? 0;
    if (colour > 0) runs.push({ colour, top: from, bottom: row });
    from = row;
  }
  return runs;
}
