import type { CodingEnd, LinkKind } from '../../../src/codings/contract.ts';
import type { Stance } from '../../../src/contract/common.ts';
import type { TextRange } from '../../../src/text/range.ts';
import { isEmpty, rangeOf, type Selection } from '../../transcript/caret.ts';
import { paneStore } from './pane-store.ts';

/** Where a new code goes: chosen by the row in hand in the tree, or the code applied last. */
export interface CodePlace {
  readonly parentId: number | null;
  readonly hypothesisId: number | null;
  readonly groupId: number | null;
}

export const NO_PLACE: CodePlace = { parentId: null, hypothesisId: null, groupId: null };

/** What the palette will code, fixed when it opens. */
export interface PaletteTarget {
  readonly documentId: number;
  readonly range: TextRange;
}

/** What « Dit par… », « Répond à… » or « Remplacer le code… » was opened for. */
export interface ChooserTarget extends PaletteTarget {
  readonly kind: 'speaker' | 'topic' | 'code';
}

/** A segment that waits for another to be linked to. */
export interface Linking {
  readonly from: CodingEnd;
  readonly kind: LinkKind;
}

/** What is in hand in one reader. */
export interface PaneState {
  readonly selection: Selection | null;
  /** Where in the document one reads, by its offset: the paragraph near the top of the window. */
  readonly readingAt: number;
  readonly codingId: number | null;
  /** The memo at a passage that was asked for by its mark. */
  readonly memoId: number | null;
  readonly palette: PaletteTarget | null;
  readonly chooser: ChooserTarget | null;
  /** `P` was pressed: the next letter is a stance. */
  readonly awaitsStance: boolean;
  /** Whether the text itself is being corrected. */
  readonly editing: boolean;
}

/** What is in hand on the screen, whichever reader is the active one. */
export interface ScreenState {
  /** A coding hovered outside the text: in the inspector, in a list. */
  readonly litId: number | null;
  readonly stance: Stance | null;
  readonly linking: Linking | null;
  readonly place: CodePlace;
  /** Beside the reader, on wide windows. */
  readonly inspectorOpen: boolean;
  /** Over the reader, on narrow ones. */
  readonly overlayOpen: boolean;
  readonly filter: string;
  /** Another number asks the tree's filter for the focus. */
  readonly filterFocus: number;
  readonly memoFocus: number;
}

export type CoderState = PaneState & ScreenState;

const NEW_PANE: PaneState = {
  selection: null,
  readingAt: 0,
  codingId: null,
  memoId: null,
  palette: null,
  chooser: null,
  awaitsStance: false,
  editing: false,
};

const NEW_SCREEN: ScreenState = {
  litId: null,
  stance: null,
  linking: null,
  place: NO_PLACE,
  inspectorOpen: true,
  overlayOpen: false,
  filter: '',
  filterFocus: 0,
  memoFocus: 0,
};

/**
 * What is in hand on the coding screen; nothing of it is in the project. As a hook it answers for the reader it is called
 * in, and around the readers for the active one; `getState` and `setState` are about the active one.
 */
export const { useCoder, coderOf, useOwnCoder } = paneStore(NEW_PANE, NEW_SCREEN);
export type CoderStore = ReturnType<typeof coderOf>;

/** A selection made in the text. A real one puts the coding aside; a bare caret leaves it. */
export function setSelection(selection: Selection | null, coder: CoderStore = useCoder): void {
  coder.setState((state) => ({
    selection,
    codingId: selection !== null && !isEmpty(selection) ? null : state.codingId,
    awaitsStance: false,
  }));
}

/** Chooses a coding; the selection closes to a caret so that the keyboard goes on from there. */
export function chooseCoding(codingId: number | null, coder: CoderStore = useCoder): void {
  coder.setState((state) => ({ codingId, awaitsStance: false, selection: closed(state.selection) }));
}

/** Chooses a memo at a passage: the document's card shows it. */
export function chooseMemo(memoId: number, coder: CoderStore = useCoder): void {
  coder.setState((state) => ({
    memoId,
    codingId: null,
    awaitsStance: false,
    selection: closed(state.selection),
  }));
}

function closed(selection: Selection | null): Selection | null {
  return selection === null ? null : { anchor: selection.focus, focus: selection.focus };
}

export function placeCaret(offset: number, coder: CoderStore = useCoder): void {
  coder.setState({ selection: { anchor: offset, focus: offset } });
}

export function openPalette(target: PaletteTarget): void {
  useCoder.setState({ palette: target, chooser: null, stance: null, awaitsStance: false });
}

export function closePalette(): void {
  useCoder.setState({ palette: null });
}

export function openChooser(target: ChooserTarget): void {
  useCoder.setState({ chooser: target, palette: null, awaitsStance: false });
}

export function closeChooser(): void {
  useCoder.setState({ chooser: null });
}

export function leaveDocument(coder: CoderStore = useCoder): void {
  coder.setState({
    selection: null,
    codingId: null,
    memoId: null,
    litId: null,
    palette: null,
    chooser: null,
    awaitsStance: false,
  });
}

/** The passage a code would go to now: the selection, else the coding in hand. */
export function rangeInHand(
  state: CoderState,
  codingOf: (id: number) => TextRange | undefined,
): TextRange | null {
  if (state.selection !== null && !isEmpty(state.selection)) return rangeOf(state.selection);
  const coding = state.codingId === null ? undefined : codingOf(state.codingId);
  return coding === undefined ? null : { start: coding.start, end: coding.end };
}

/** Both readers as when the screen is first shown. */
export function resetCoder(): void {
  coderOf('a').setState(NEW_PANE);
  coderOf('b').setState({ ...NEW_PANE, ...NEW_SCREEN });
}

/** A reader that is closed takes nothing along when it opens again. */
export function resetPane(coder: CoderStore): void {
  coder.setState(NEW_PANE);
}
