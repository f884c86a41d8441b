import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { areasEn, areasFr } from '../../../renderer/i18n/areas.ts';
import { placeCallout } from '../../../renderer/features/tour/place-callout.ts';
import { TOUR, type TourState } from '../../../renderer/features/tour/steps.ts';
import { goToStep, leaveTour, useTour } from '../../../renderer/features/tour/tour-store.ts';

const START: TourState = {
  screen: 'coder',
  isSelecting: false,
  codings: 5,
  codes: 3,
  codingId: null,
  mappings: '[]',
  undone: 0,
};

describe('the steps of the tour', () => {
  it('have their sentences in both languages', () => {
    for (const areas of [areasFr, areasEn])
      for (const { title, text } of TOUR)
        for (const key of [title, text]) expect(areas.tour).toHaveProperty(key.replace('tour.', ''));
  });

  it('are done by their own gesture, and not before', () => {
    const gestures: Readonly<Record<string, Partial<TourState>>> = {
      select: { isSelecting: true },
      code: { codings: 6 },
      create: { codes: 4 },
      overlap: { codingId: 7 },
      map: { mappings: '[1]' },
      count: { screen: 'frequencies' },
      quote: { screen: 'quotations' },
      undo: { undone: 1 },
    };
    for (const { id, isDone } of TOUR) {
      if (isDone === undefined) continue;
      expect(isDone(START, START), id).toBe(false);
      expect(isDone({ ...START, ...gestures[id] }, START), id).toBe(true);
    }
    expect(Object.keys(gestures)).toEqual(
      TOUR.filter(({ isDone }) => isDone !== undefined).map(({ id }) => id),
    );
  });
});

describe('the progress', () => {
  beforeEach(() => useTour.setState({ state: 'new', at: 0, isRunning: true }));

  it('keeps the step it was left at, and ends after the last', () => {
    goToStep(3);
    leaveTour();
    expect(useTour.getState()).toEqual({ state: 'left', at: 3, isRunning: false });
    expect(localStorage.getItem('repere.tour')).toContain('"at":3');
    goToStep(-1);
    expect(useTour.getState().at).toBe(0);
    goToStep(TOUR.length);
    expect(useTour.getState()).toEqual({ state: 'done', at: 0, isRunning: false });
  });
});

describe('the callout', () => {
  const size = { width: 328, height: 210 };
  const view = { width: 1100, height: 700 };

  it('stands right, left, below or above its target, else in the corner', () => {
    const at = (left: number, top: number, width: number, height: number) =>
      placeCallout({ left, top, width, height }, size, view);
    expect(at(10, 100, 200, 400)).toEqual({ left: 222, top: 100 });
    expect(at(900, 100, 190, 400)).toEqual({ left: 560, top: 100 });
    expect(at(100, 50, 900, 30)).toEqual({ left: 100, top: 92 });
    expect(at(100, 600, 900, 60)).toEqual({ left: 100, top: 378 });
    expect(at(0, 0, 1100, 700)).toEqual({ left: 760, top: 442 });
    expect(placeCallout(null, size, view)).toEqual({ left: 760, top: 442 });
  });

  it('is all in the window, wherever its target is', () => {
    const length = fc.integer({ min: 0, max: 1200 });
    fc.assert(
      fc.property(length, length, length, length, (left, top, width, height) => {
        const placed = placeCallout({ left, top, width, height }, size, view);
        expect(placed.left).toBeGreaterThanOrEqual(0);
        expect(placed.top).toBeGreaterThanOrEqual(0);
        expect(placed.left + size.width).toBeLessThanOrEqual(view.width);
        expect(placed.top + size.height).toBeLessThanOrEqual(view.height);
      }),
    );
  });
});
