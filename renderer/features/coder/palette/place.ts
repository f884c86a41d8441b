/** What the palette must be placed beside, in pixels of the window. */
export interface PaletteRoom {
  /** Boxes of the selected lines, the last one last. */
  readonly lines: readonly { readonly left: number; readonly top: number; readonly bottom: number }[];
  /** The part of the reader that is seen. */
  readonly view: { readonly left: number; readonly top: number; readonly bottom: number };
  /** The palette never lies over the margin, which begins here. */
  readonly marginLeft: number;
  readonly width: number;
  readonly height: number;
}

export interface PalettePlace {
  readonly left: number;
  readonly top: number;
  /** What there is room for; the list scrolls inside. */
  readonly maxHeight: number;
  readonly above: boolean;
}

const GAP = 8;
/** With less than this, the other side is looked at. */
const ENOUGH = 300;

/**
 * 8 px under the last selected line and aligned left to it; above the first line where there is not enough room below.
 * The selected lines stay free where that can be.
 */
export function placePalette(room: PaletteRoom): PalettePlace {
  const { view, width } = room;
  const last = room.lines.at(-1);
  const first = room.lines[0];
  const rightmost = Math.max(view.left + GAP, room.marginLeft - GAP - width);
  const whole = view.bottom - view.top - 2 * GAP;
  if (last === undefined || first === undefined) {
    return {
      left: Math.min(view.left + 120, rightmost),
      top: view.top + 40,
      maxHeight: whole - 40,
      above: false,
    };
  }
  const left = Math.min(Math.max(last.left, view.left + GAP), rightmost);
  const belowTop = Math.max(last.bottom, view.top) + GAP;
  const below = view.bottom - GAP - belowTop;
  const above = Math.min(first.top, view.bottom) - GAP - (view.top + GAP);
  const wanted = Math.min(room.height, ENOUGH);
  if (below >= wanted) return { left, top: belowTop, maxHeight: below, above: false };
  if (above >= wanted)
    return { left, top: first.top - GAP - Math.min(room.height, above), maxHeight: above, above: true };
  // The selection is taller than what is seen: over it, as low as the palette can be seen whole.
  return {
    left,
    top: Math.max(view.top + GAP, view.bottom - room.height - GAP),
    maxHeight: whole,
    above: false,
  };
}
