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
  readonly above: boolean;
}

const GAP = 8;

/** 8 px under the last selected line and aligned left to it; above the first line where there is no room below. */
export function placePalette(room: PaletteRoom): PalettePlace {
  const last = room.lines.at(-1);
  const first = room.lines[0];
  const rightmost = Math.max(room.view.left + GAP, room.marginLeft - GAP - room.width);
  if (last === undefined || first === undefined) {
    return { left: Math.min(room.view.left + 120, rightmost), top: room.view.top + 40, above: false };
  }
  const left = Math.min(Math.max(last.left, room.view.left + GAP), rightmost);
  const below = last.bottom + GAP;
  if (below + room.height <= room.view.bottom - GAP) return { left, top: Math.max(below, room.view.top + GAP), above: false };
  const above = first.top - GAP - room.height;
  if (above >= room.view.top - 40) return { left, top: above, above: true };
  // Neither fits: as low as it can be seen whole.
  return { left, top: Math.max(room.view.top, room.view.bottom - room.height - GAP), above: false };
}
