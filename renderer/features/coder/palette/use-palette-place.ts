import { useLayoutEffect, useState } from 'react';
import type { TextRange } from '../../../../src/text/range.ts';
import type { ViewRef } from '../actions.ts';
import { placePalette, type PalettePlace } from './place.ts';

export const TALLEST = 360;

/** As high as it would like to be, whatever room it was given before. */
function naturalHeight(palette: HTMLElement): number {
  const list = palette.querySelector('.palette-list');
  const hidden = list === null ? 0 : list.scrollHeight - list.clientHeight;
  return Math.min(TALLEST, palette.offsetHeight + hidden);
}

/** Measured before it is painted, and again when its height or the window changes. */
export function usePalettePlace(
  range: TextRange,
  view: ViewRef,
  panel: { current: HTMLElement | null },
  lines: number,
): PalettePlace {
  const [place, setPlace] = useState<PalettePlace>({ left: -1000, top: 0, maxHeight: TALLEST, above: false });
  useLayoutEffect(() => {
    const measure = (): void => {
      const shown = view.current;
      const element = panel.current;
      const frame = element?.offsetParent?.getBoundingClientRect();
      if (shown === null || element === null || frame === undefined) return;
      const { view: seen, marginLeft } = shown.screenRoom();
      const found = placePalette({
        lines: shown.screenBoxes(range),
        view: seen,
        marginLeft,
        width: element.offsetWidth,
        height: naturalHeight(element),
      });
      setPlace({ ...found, left: found.left - frame.left, top: found.top - frame.top });
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [range, view, panel, lines]);
  return place;
}
