const DURATION_MS = 160;

/** Scrolls smoothly to a height, or at once where motion is unwanted. Calls `done` when it stands still. */
export function scrollToY(scroller: HTMLElement, top: number, done: () => void = () => {}): void {
  const target = Math.max(0, Math.min(top, scroller.scrollHeight - scroller.clientHeight));
  const from = scroller.scrollTop;
  const still = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (still || Math.abs(target - from) < 2 || document.hidden) {
    scroller.scrollTop = target;
    done();
    return;
  }
  const begun = performance.now();
  const step = (now: number): void => {
    const share = Math.min(1, (now - begun) / DURATION_MS);
    scroller.scrollTop = from + (target - from) * (1 - (1 - share) ** 3);
    if (share < 1) requestAnimationFrame(step);
    else done();
  };
  requestAnimationFrame(step);
}

/**
 * Where to scroll so that `[top, bottom)` is seen with some room around it; `null` when it already is.
 * A passage taller than the window shows its beginning.
 */
export function scrollTarget(
  view: { readonly top: number; readonly height: number },
  top: number,
  bottom: number,
  room: number,
): number | null {
  const inset = Math.min(room, view.height / 4);
  if (top >= view.top + inset && bottom <= view.top + view.height - inset) return null;
  if (bottom - top > view.height - 2 * inset) return top - inset;
  return top < view.top + inset ? top - inset : bottom + inset - view.height;
}
