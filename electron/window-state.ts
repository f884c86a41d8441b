import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const rectangle = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
const savedState = z.object({ bounds: rectangle, maximised: z.boolean() });

/** Where a window stands. Without a place the system chooses one. */
export interface WindowState {
  readonly bounds: {
    readonly width: number;
    readonly height: number;
    readonly x?: number;
    readonly y?: number;
  };
  readonly maximised: boolean;
}

export const DEFAULT_STATE: WindowState = { bounds: { width: 1440, height: 900 }, maximised: false };

/** How much of a window must be on a screen for it to be found again. */
const VISIBLE = 120;

/** Where the last window stood; the default when nothing is known, or when its screen is no longer there. */
export function readWindowState(file: string, screens: readonly Rectangle[]): WindowState {
  try {
    const state = savedState.parse(JSON.parse(readFileSync(file, 'utf8')));
    return screens.some((screen) => overlaps(state.bounds, screen))
      ? state
      : { ...DEFAULT_STATE, maximised: state.maximised };
  } catch {
    return DEFAULT_STATE;
  }
}

/** Remembering is a convenience: that it cannot be written stops nothing. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // The next window stands where the system puts it.
  }
}

/** The same place a little further down and right; where the system chooses the place, it does so again. */
export function shifted(state: WindowState, offset: number): WindowState {
  const { x, y } = state.bounds;
  if (x === undefined || y === undefined || offset === 0) return state;
  return { bounds: { ...state.bounds, x: x + offset, y: y + offset }, maximised: false };
}

function overlaps(bounds: Rectangle, screen: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
  const height = Math.min(bounds.y + bounds.height, screen.y + screen.height) - Math.max(bounds.y, screen.y);
  return width >= VISIBLE && height >= VISIBLE;
}
