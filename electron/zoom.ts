/** The sizes of everything in the window, as shares of the usual one. */
const STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** A step smaller, back to the usual size, or a step larger. */
export type ZoomStep = -1 | 0 | 1;

/** The next size in a direction, from 0.8 to 2, whatever the size is now. */
export function zoomed(factor: number, by: ZoomStep): number {
  // Factors come back from the system a little rounded.
  const near = 0.005;
  if (by === 0) return 1;
  if (by === 1) return STEPS.find((step) => step > factor + near) ?? 2;
  return STEPS.findLast((step) => step < factor - near) ?? 0.8;
}
