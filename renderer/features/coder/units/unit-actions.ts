import { nextUntouched, unitAt } from '../../../../src/text/units.ts';
import { i18nNow } from '../../../i18n/use-i18n.ts';
import { isEmpty, rangeOf, type Selection } from '../../../transcript/caret.ts';
import { toast } from '../../../ui/toasts.ts';
import type { ViewRef } from '../actions.ts';
import { setSelection, useCoder } from '../state.ts';
import { NO_UNITS, type DocumentUnits } from './units-of-document.ts';
import { useUnits } from './units-store.ts';

let current: DocumentUnits = NO_UNITS;

/** Kept by the bar of the active reader, for the keys. */
export function setCurrentUnits(units: DocumentUnits): void {
  current = units;
}

/** Index of the unit in hand: the one that the selection begins in, or the caret stands in. -1 before all, and without either. */
export function unitInHand(units: DocumentUnits, selection: Selection | null): number {
  return selection === null ? -1 : unitAt(units.units, rangeOf(selection).start);
}

/** Takes a unit in hand as the selection; the text is scrolled only when it is not in view. */
export function goToUnit(index: number, view: ViewRef): void {
  const unit = current.units[index];
  if (unit === undefined) return;
  setSelection({ anchor: unit.start, focus: unit.end });
  view.current?.reveal(unit);
}

/** Takes the unit in hand that the caret stands in, else the first that is seen, unless something is selected. */
export function beginHere(view: ViewRef): void {
  const { selection } = useCoder.getState();
  if (selection !== null && !isEmpty(selection)) return;
  const at = unitInHand(current, selection);
  goToUnit(at < 0 ? firstShown(view) : at, view);
}

/** To the unit after or before the one in hand; from nowhere to the first that is seen. */
export function stepUnit(by: -1 | 1, view: ViewRef): void {
  const { selection } = useCoder.getState();
  const at = unitInHand(current, selection);
  if (selection === null) goToUnit(firstShown(view), view);
  else goToUnit(Math.min(current.units.length - 1, Math.max(0, at + by)), view);
}

/** To the next unit, or the one before, that has no code; a word when there is none. */
export function goToUncoded(by: -1 | 1, view: ViewRef): void {
  const { selection } = useCoder.getState();
  const from = selection === null ? firstShown(view) - by : unitInHand(current, selection);
  const next = nextUntouched(current.isCoded, from, by);
  if (next !== null) goToUnit(next, view);
  else if (current.uncoded === 0) toast({ text: i18nNow().t('units.allCoded') });
  else toast({ text: i18nNow().t('units.lastUncoded') });
}

function firstShown(view: ViewRef): number {
  const offset = view.current?.firstShown() ?? 0;
  const at = current.units.findIndex(({ end }) => end > offset);
  return at < 0 ? current.units.length - 1 : at;
}

/** Begins to go through the text in units, or ends it. */
export function toggleUnits(): void {
  useUnits.setState(({ isOn }) => ({ isOn: !isOn, isListOpen: false }));
}
