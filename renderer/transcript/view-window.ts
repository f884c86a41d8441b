import type { TextLayout } from './layout.ts';

/** The stretch of the content that holds highlights, brackets and labels: what is seen, and a screen on either side. */
export interface ViewWindow {
  readonly from: number;
  readonly to: number;
  /** Paragraphs, both included. */
  readonly first: number;
  readonly last: number;
}

export function windowAround(scroller: HTMLElement, layout: TextLayout): ViewWindow {
  const height = scroller.clientHeight;
  const from = Math.max(0, scroller.scrollTop - height);
  const to = Math.max(from + 1, Math.min(scroller.scrollHeight, scroller.scrollTop + 2 * height));
  return { from, to, ...layout.paragraphsBetween(from, to) };
}

/** Whether what is seen now comes too near to the window's edge. */
export function leavesWindow(window: ViewWindow, scroller: HTMLElement): boolean {
  const near = scroller.clientHeight / 3;
  const top = scroller.scrollTop;
  const bottom = top + scroller.clientHeight;
  const tooHigh = window.from > 0 && top - window.from < near;
  const tooLow = window.to < scroller.scrollHeight && window.to - bottom < near;
  return tooHigh || tooLow;
}
