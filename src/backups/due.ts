/** A project that changed gets a copy this long after the last one. */
export const COPY_INTERVAL_MS = 60 * 60 * 1000;
/** A copy that could not be written is tried again after this time. */
export const RETRY_INTERVAL_MS = 10 * 60 * 1000;

export interface CopyClocks {
  readonly changed: boolean;
  /** By a clock that only goes forward, but may stand still while the machine sleeps. */
  readonly monotonicSinceMs: number;
  /** By the clock on the wall, which anyone can set: below zero when the last copy is dated in the future. */
  readonly wallSinceMs: number;
  /** Whether the last attempt failed. */
  readonly failed: boolean;
}

/** Whether it is time for a copy: something changed, and either clock says so. A date in the future counts as long ago. */
export function copyIsDue({ changed, monotonicSinceMs, wallSinceMs, failed }: CopyClocks): boolean {
  if (!changed) return false;
  const intervalMs = failed ? RETRY_INTERVAL_MS : COPY_INTERVAL_MS;
  return monotonicSinceMs >= intervalMs || wallSinceMs >= intervalMs || wallSinceMs < 0;
}
