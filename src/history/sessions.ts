import type { StepRow } from './store.ts';

/** Who does nothing for so long has got up from their work, in milliseconds. */
export const PAUSE_MS = 3 * 60 * 60 * 1_000;

/**
 * When the person's last sitting ended: what came after it is news to them. The sitting they are in now, if their last
 * step is not long ago, does not count. `steps`: newest first. `null` when they never sat before.
 */
export function endOfLastSession(
  steps: Iterable<Pick<StepRow, 'at' | 'coder_name'>>,
  coderName: string,
  now: string,
): string | null {
  let begin = Date.parse(now);
  for (const { at, coder_name: name } of steps) {
    if (name !== coderName) continue;
    const time = Date.parse(at);
    if (begin - time > PAUSE_MS) return at;
    begin = Math.min(begin, time);
  }
  return null;
}
