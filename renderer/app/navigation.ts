import { create } from 'zustand';
import type { InputOf } from '../../src/contract/contract.ts';
import { activated, closed, ONE_PANE, openedBeside, type PaneId, type Panes } from './panes.ts';
import { forgetPlaces, leaveSpot, spotIn, stepPlace } from './places.ts';

export type Screen = 'coder' | 'quotations' | 'frequencies' | 'hypotheses' | 'memos';

/** The screens that have a tab; the board of hypotheses is reached from the codes, the memos by a button. */
export const SCREENS = ['coder', 'quotations', 'frequencies'] as const satisfies readonly Screen[];

/** Where in a document to go. `token` is new at each request, so that asking twice goes twice. */
export interface Place {
  readonly documentId: number;
  /** The reader that shall go there. */
  readonly pane: PaneId;
  readonly start?: number;
  readonly end?: number;
  readonly codingId?: number;
  /** `start` shall stand at the top: what was read there before. */
  readonly isTop?: boolean;
  readonly token: number;
}

export type PlaceInDocument = Omit<Place, 'documentId' | 'pane' | 'token'>;

export type Selection = InputOf<'analysis.segments'>;

export interface NavigationState extends Panes {
  readonly screen: Screen;
  /** The passage or coding the reader shall bring into view. */
  readonly place: Place | null;
  /** The code in hand across screens (chosen in the omnibox, the tree or a table). */
  readonly codeId: number | null;
  /** What the quotations screen shows; `token` as in {@link Place}. */
  readonly selection: { readonly value: Selection; readonly token: number } | null;
  readonly show: (screen: Screen) => void;
  /** Opens a document in the reader, at a passage or a coding when given. */
  readonly openDocument: (documentId: number, at?: PlaceInDocument) => void;
  /** Opens a document in the other reader, beside the active one; the same document again where it is read now. */
  readonly openBeside: (documentId: number, at?: PlaceInDocument) => void;
  /** Makes a reader the one that keys, palette and inspector act on. */
  readonly activate: (pane: PaneId) => void;
  readonly closePane: (pane: PaneId) => void;
  /** The readers change places. */
  readonly swapPanes: () => void;
  /** Back to where the person was reading before, or forward again; `false` when there is nowhere to go. */
  readonly step: (by: -1 | 1) => boolean;
  readonly chooseCode: (codeId: number | null) => void;
  /** Opens the quotations of a code, a hypothesis, a filter. */
  readonly openQuotations: (selection: Selection) => void;
  readonly reset: () => void;
}

let token = 0;
const next = (): number => (token += 1);

const START = { ...ONE_PANE, screen: 'coder', place: null, codeId: null, selection: null } as const;

/** Which screen is shown, and what of the project is in hand on it. */
export const useNavigation = create<NavigationState>((set) => ({
  ...START,
  show: (screen) => set({ screen }),
  openDocument: (documentId, at = {}) => {
    leaveSpot();
    set(({ pane }) => ({ screen: 'coder', documentId, place: { documentId, pane, ...at, token: next() } }));
  },
  openBeside: (documentId, at) => {
    const there = at ?? spotIn(documentId) ?? {};
    set((state) => {
      const panes = openedBeside(state, documentId);
      return { ...panes, screen: 'coder', place: { documentId, pane: panes.pane, ...there, token: next() } };
    });
  },
  activate: (pane) => set((state) => (pane === state.pane ? state : activated(state, pane))),
  closePane: (pane) => set((state) => closed(state, pane)),
  swapPanes: () => set(({ isSwapped }) => ({ isSwapped: !isSwapped })),
  step: (by) => {
    const to = stepPlace(by);
    if (to === null) return false;
    set(({ pane }) => ({
      screen: 'coder',
      documentId: to.documentId,
      place: { ...to, pane, isTop: true, token: next() },
    }));
    return true;
  },
  chooseCode: (codeId) => set({ codeId }),
  openQuotations: (value) => set({ screen: 'quotations', selection: { value, token: next() } }),
  reset: () => {
    forgetPlaces();
    set(START);
  },
}));
