import { useCallback, useEffect, useRef, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import type { QuickCodes } from '../../../src/settings/quick-codes.ts';
import type { TextRange } from '../../../src/text/range.ts';
import { isEmpty } from '../../transcript/caret.ts';
import { setStance } from '../codings/coding-commands.ts';
import { startLinking, stopLinking } from '../codings/link-actions.ts';
import {
  applyToHand,
  copyFromHand,
  goToCoding,
  pasteOnHand,
  showChooser,
  showPalette,
  uncode,
  type ViewRef,
} from './actions.ts';
import { codingKey, stanceKey, type CodingKey } from './coding-key.ts';
import { neighbourOf } from './neighbours.ts';
import { useQuickCodes } from './quick-codes.ts';
import { recentCodes, useRecents } from './recents.ts';
import { chooseCoding, useCoder } from './state.ts';
import type { CodingData } from './use-coding-data.ts';
import { goToUncoded, stepUnit, toggleUnits } from './units/unit-actions.ts';
import { useUnits } from './units/units-store.ts';
import { useWide } from './use-wide.ts';

/** The keys of reading and coding. Fields and the tree keep theirs; what moves the caret was taken by the reader. */
export function useCoderKeys(data: CodingData, view: ViewRef): (event: ReactKeyboardEvent) => void {
  const wide = useWide();
  const quick = useQuickCodes();
  const latest = useRef({ data, wide, quick });
  useEffect(() => {
    latest.current = { data, wide, quick };
  });
  return useCallback(
    (event) => {
      const { target } = event;
      if (event.defaultPrevented || event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return;
      if (isField(target) || target.closest('[data-own-keys]') !== null) return;
      if (takeStance(event, latest.current.data)) return;
      const key = codingKey(event);
      // Enter presses the button that has the focus; only in the text does it open the palette.
      if (key?.kind === 'quick') {
        if (applyQuick(key.digit, latest.current)) event.preventDefault();
        return;
      }
      if (key === null || (event.key === 'Enter' && target.closest('.tr-scroll') !== target)) return;
      if (run(key, latest.current.data, view, latest.current.wide)) event.preventDefault();
    },
    [view],
  );
}

function isField(element: HTMLElement): boolean {
  return (
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element.isContentEditable
  );
}

/** A digit without a code of its own means nothing. */
function applyQuick(
  digit: number,
  { data, quick }: { readonly data: CodingData; readonly quick: QuickCodes },
): boolean {
  const codeId = quick.get(digit);
  if (codeId === undefined || !data.codeOf.has(codeId)) return false;
  void applyToHand(codeId);
  return true;
}

/** The letter after `P`. */
function takeStance(event: ReactKeyboardEvent, data: CodingData): boolean {
  const { awaitsStance, codingId } = useCoder.getState();
  if (!awaitsStance || /^(?:Shift|Control|Alt|Meta)$/u.test(event.key)) return false;
  useCoder.setState({ awaitsStance: false });
  const stance = stanceKey(event.key);
  const coding = codingId === null ? undefined : data.codingOf.get(codingId);
  if (stance === undefined || coding === undefined) return false;
  event.preventDefault();
  void setStance(coding, stance);
  return true;
}

function run(
  key: Exclude<CodingKey, { kind: 'quick' }>,
  data: CodingData,
  view: ViewRef,
  wide: boolean,
): boolean {
  const state = useCoder.getState();
  const coding = state.codingId === null ? undefined : data.codingOf.get(state.codingId);
  switch (key.kind) {
    case 'palette':
      showPalette();
      return true;
    case 'chooser':
      showChooser(key.of);
      return true;
    case 'recent': {
      const codeIds = recentCodes(useRecents.getState().codeIds, (id) => data.codeOf.has(id), data.codings);
      const codeId = codeIds[key.index];
      if (codeId !== undefined) void applyToHand(codeId);
      return true;
    }
    case 'awaitStance':
      if (coding !== undefined) useCoder.setState({ awaitsStance: true });
      return coding !== undefined;
    case 'memo':
      if (coding === undefined && data.documentId === null) return false;
      useCoder.setState({ [wide ? 'inspectorOpen' : 'overlayOpen']: true, memoFocus: state.memoFocus + 1 });
      return true;
    case 'link':
      if (coding === undefined || coding.id < 0 || data.readOnly) return false;
      startLinking(coding, wide ? 'inspectorOpen' : 'overlayOpen');
      return true;
    case 'copyCodes':
      copyFromHand();
      return true;
    case 'pasteCodes':
      pasteOnHand();
      return true;
    case 'neighbour': {
      const next = neighbourOf(
        data.codings,
        { codingId: state.codingId, caret: state.selection?.focus ?? view.current?.firstShown() ?? 0 },
        key.by,
      );
      if (next !== null) goToCoding(next, view);
      return true;
    }
    case 'resize':
      if (coding === undefined) return false;
      view.current?.resizeByKey('end', key.by, false);
      return true;
    case 'units':
      toggleUnits();
      return true;
    case 'unit':
    case 'uncoded':
      if (!useUnits.getState().isOn) return false;
      (key.kind === 'unit' ? stepUnit : goToUncoded)(key.by, view);
      return true;
    case 'remove':
      if (coding === undefined) return false;
      uncode(coding);
      return true;
    case 'escape':
      return escape(state.selection !== null && !isEmpty(state.selection), coding, wide);
  }
}

/** What waits for another segment first, then the selection, then the coding in hand, then the panel that lies over the text. */
function escape(selecting: boolean, coding: TextRange | undefined, wide: boolean): boolean {
  const { selection, overlayOpen, linking } = useCoder.getState();
  if (linking !== null) {
    stopLinking();
    return true;
  }
  if (selecting && selection !== null) {
    useCoder.setState({ selection: { anchor: selection.focus, focus: selection.focus } });
    return true;
  }
  if (coding !== undefined) {
    chooseCoding(null);
    return true;
  }
  if (!wide && overlayOpen) {
    useCoder.setState({ overlayOpen: false });
    return true;
  }
  return false;
}
