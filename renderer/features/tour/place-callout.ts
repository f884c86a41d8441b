export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between the callout and what it is about, and the edge of the window. */
const GAP = 12;

/**
 * Where a callout stands: on the first side of its target with room for it (right, left, below, above), else in the
 * window's lower right corner. All of it is in the window when the window is large enough.
 */
export function placeCallout(
  target: Box | null,
  size: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const corner = {
    left: Math.max(GAP, view.width - size.width - GAP),
    top: Math.max(GAP, view.height - size.height - GAP * 4),
  };
  if (target === null) return corner;
  const right = target.left + target.width + GAP;
  const bottom = target.top + target.height + GAP;
  const beside = clamp(target.top, view.height - size.height - GAP);
  const along = clamp(target.left, view.width - size.width - GAP);
  if (right + size.width + GAP <= view.width) return { left: right, top: beside };
  const before = clamp(target.left - GAP - size.width, view.width - size.width - GAP);
  if (target.left - GAP - size.width >= GAP) return { left: before, top: beside };
  if (bottom + size.height + GAP <= view.height) return { left: along, top: bottom };
  const above = clamp(target.top - GAP - size.height, view.height - size.height - GAP);
  if (target.top - GAP - size.height >= GAP) return { left: along, top: above };
  return corner;
}

function clamp(wanted: number, most: number): number {
  return Math.max(GAP, Math.min(wanted, most));
}
