import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { ShownRow } from './rows.ts';

const HEADING = 31;
const ROW = 25;
/** Fewer rows are all in the page: found by the browser's search, printed, copied. */
const ALL_UP_TO = 250;
const BEYOND = 600;

export interface RowWindow {
  readonly tops: readonly number[];
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

export function heightOf({ figures }: ShownRow): number {
  return figures.kind === 'hypothesis' || figures.kind === 'unmapped' ? HEADING : ROW;
}

/** Which rows are near the visible part; `null` while all of them are drawn. */
export function useRowWindow(
  rows: readonly ShownRow[],
  scroller: RefObject<HTMLElement | null>,
): RowWindow | null {
  const isLong = rows.length > ALL_UP_TO;
  const [view, setView] = useState({ top: 0, height: 900 });
  useEffect(() => {
    const element = scroller.current;
    if (!isLong || element === null) return undefined;
    const look = (): void => {
      // In coarse steps, so that a scroll does not draw the table anew for each pixel.
      const top = Math.floor(element.scrollTop / 200) * 200;
      const height = element.clientHeight;
      setView((known) => (known.top === top && known.height === height ? known : { top, height }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [isLong, scroller]);
  return useMemo(
    () => (isLong ? windowOf(rows, view.top - BEYOND, view.top + view.height + BEYOND) : null),
    [rows, view, isLong],
  );
}

function windowOf(rows: readonly ShownRow[], first: number, last: number): RowWindow {
  const tops: number[] = [];
  let [height, from, to] = [0, 0, 0];
  for (const [index, row] of rows.entries()) {
    tops.push(height);
    height += heightOf(row);
    if (height < first) from = index + 1;
    if ((tops[index] ?? 0) < last) to = index + 1;
  }
  return { tops, height, from, to };
}
