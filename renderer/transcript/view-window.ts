import type { TextLayout } from './layout.ts';

/** The stretch of the content that holds highlights, brackets and labels: what is seen, and a screen on either side. */
export interface ViewWindow {
  readonly from: number;
  readonly to: number;
  /** Paragraphs, both included. */
  readonly first: number;
  readonly last: number;
}

/** Screens drawn before and after what is seen; more of them where the person is scrolling to. */
const BEHIND = 0.6;
const AHEAD = 1.8;
/** Screens left to the edge of the window at which the next one is drawn. */
const NEAR = 0.4;

export function windowAround(scroller: HTMLElement, layout: TextLayout, direction: -1 | 0 | 1): ViewWindow {
  const height = scroller.clientHeight;
  const above = direction === 0 ? 1 : direction < 0 ? AHEAD : BEHIND;
  const below = direction === 0 ? 1 : direction > 0 ? AHEAD : BEHIND;
  const from = Math.max(0, scroller.scrollTop - above * height);
  const to = Math.max(from + 1, Math.min(scroller.scrollHeight, scroller.scrollTop + (1 + below) * height));
  return { from, to, ...layout.paragraphsBetween(from, to) };
}

/** Whether what is seen now comes too near to the window's edge. */
export function leavesWindow(window: ViewWindow, scroller: HTMLElement): boolean {
  const near = scroller.clientHeight * NEAR;
  const top = scroller.scrollTop;
  const bottom = top + scroller.clientHeight;
  const tooHigh = window.from > 0 && top - window.from < near;
  const tooLow = window.to < scroller.scrollHeight && window.to - bottom < near;
  return tooHigh || tooLow;
}
