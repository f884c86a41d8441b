import { create } from 'zustand';
import type { InputOf } from '../../src/contract/contract.ts';
import { forgetPlaces, leaveSpot, stepPlace } from './places.ts';

export type Screen = 'coder' | 'quotations' | 'frequencies';

export const SCREENS: readonly Screen[] = ['coder', 'quotations', 'frequencies'];

/** Where in a document to go. `token` is new at each request, so that asking twice goes twice. */
export interface Place {
  readonly documentId: number;
  readonly start?: number;
  readonly end?: number;
  readonly codingId?: number;
  /** `start` shall stand at the top: what was read there before. */
  readonly isTop?: boolean;
  readonly token: number;
}

export type Selection = InputOf<'analysis.segments'>;

export interface NavigationState {
  readonly screen: Screen;
  /** The document in the reader; `null` before one was opened. */
  readonly documentId: number | null;
  /** The passage or coding the reader shall bring into view. */
  readonly place: Place | null;
  /** The code in hand across screens (chosen in the omnibox, the tree or a table). */
  readonly codeId: number | null;
  /** What the quotations screen shows; `token` as in {@link Place}. */
  readonly selection: { readonly value: Selection; readonly token: number } | null;
  readonly show: (screen: Screen) => void;
  /** Opens a document in the reader, at a passage or a coding when given. */
  readonly openDocument: (documentId: number, at?: Omit<Place, 'documentId' | 'token'>) => void;
  /** Back to where the person was reading before, or forward again; `false` when there is nowhere to go. */
  readonly step: (by: -1 | 1) => boolean;
  readonly chooseCode: (codeId: number | null) => void;
  /** Opens the quotations of a code, a hypothesis, a filter. */
  readonly openQuotations: (selection: Selection) => void;
  readonly reset: () => void;
}

let token = 0;
const next = (): number => (token += 1);

const START = { screen: 'coder', documentId: null, place: null, codeId: null, selection: null } as const;

/** Which screen is shown, and what of the project is in hand on it. */
export const useNavigation = create<NavigationState>((set) => ({
  ...START,
  show: (screen) => set({ screen }),
  openDocument: (documentId, at = {}) => {
    leaveSpot();
    set({ screen: 'coder', documentId, place: { documentId, ...at, token: next() } });
  },
  step: (by) => {
    const to = stepPlace(by);
    if (to !== null)
      set({ screen: 'coder', documentId: to.documentId, place: { ...to, isTop: true, token: next() } });
    return to !== null;
  },
  chooseCode: (codeId) => set({ codeId }),
  openQuotations: (value) => set({ screen: 'quotations', selection: { value, token: next() } }),
  reset: () => {
    forgetPlaces();
    set(START);
  },
}));
