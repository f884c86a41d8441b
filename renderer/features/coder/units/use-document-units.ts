import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ViewRef } from '../actions.ts';
import { useCoder } from '../state.ts';
import type { CodingData } from '../use-coding-data.ts';
import { goToUncoded, setCurrentUnits, unitInHand } from './unit-actions.ts';
import { NO_UNITS, unitsOfDocument, withCodings, type DocumentUnits } from './units-of-document.ts';
import { useUnits } from './units-store.ts';

/** The units of the document in a reader, and the index of the one in hand; the keys act on these. */
export function useDocumentUnits(
  { content, codings }: CodingData,
  view: ViewRef,
): DocumentUnits & { readonly at: number } {
  const kind = useUnits((state) => state.kind);
  const participantsOnly = useUnits((state) => state.participantsOnly);
  const selection = useCoder((state) => state.selection);
  const units = useMemo(
    () => (content === null ? [] : unitsOfDocument(content, kind, participantsOnly)),
    [content, kind, participantsOnly],
  );
  const coded = useMemo(() => withCodings(units, codings), [units, codings]);
  useLayoutEffect(() => {
    setCurrentUnits(coded);
    return () => setCurrentUnits(NO_UNITS);
  }, [coded]);
  const at = unitInHand(coded, selection);
  const unit = coded.units[at] ?? null;
  useEffect(() => {
    const shown = view.current;
    shown?.setLook({ unit });
    return () => shown?.setLook({ unit: null });
  }, [view, unit]);
  useAdvance(coded, at, view);
  return useMemo(() => ({ ...coded, at }), [coded, at]);
}

/** Once a unit without a code has got one, and the palette is closed, the next one comes into hand. */
function useAdvance({ units, isCoded }: DocumentUnits, at: number, view: ViewRef): void {
  const advances = useUnits((state) => state.advances);
  const codingId = useCoder((state) => state.codingId);
  const isPaletteOpen = useCoder((state) => state.palette !== null);
  const waiting = useRef<number | null>(null);
  const was = useRef({ units, isCoded });
  useEffect(() => {
    const before = was.current;
    was.current = { units, isCoded };
    const isNewlyCoded = before.units === units && before.isCoded[at] === false && isCoded[at] === true;
    if (isNewlyCoded) waiting.current = at;
    if (isCoded[at] !== true) waiting.current = null;
    // The coding that the core has confirmed is in hand; before that the caret is still to be placed after it.
    if (!advances || waiting.current !== at || isPaletteOpen || codingId === null || codingId < 0) return;
    waiting.current = null;
    goToUncoded(1, view);
  }, [units, isCoded, at, codingId, isPaletteOpen, advances, view]);
}
