import { create } from 'zustand';
import { ofProject } from '../../app/per-project.ts';
import type { Filter } from '../../../src/contract/common.ts';
import type { Selection } from '../../app/navigation.ts';

export type QuotationContext = 'none' | 'sentence' | 'paragraph';

/** How many cards are asked for at once. */
export const CARDS = 60;

export interface QuotationsState {
  readonly selection: Omit<Selection, 'limit' | 'offset'>;
  readonly context: QuotationContext;
  /** Cards asked for. */
  readonly limit: number;
  /** Conditions whose pills were added by hand, by id. */
  readonly added: readonly string[];
  /** Codings whose cards were ticked. */
  readonly ticked: ReadonlySet<number>;
  /** The request of another screen that was followed last. */
  readonly followed: number | null;
}

const NO_TICKS: ReadonlySet<number> = new Set();

const START: QuotationsState = {
  selection: {},
  context: 'sentence',
  limit: CARDS,
  added: [],
  ticked: NO_TICKS,
  followed: null,
};

/** What the screen of quotations is looking for. */
export const useQuotationsView = ofProject(create<QuotationsState>(() => START));

/** Looks for something else; shows its first cards. */
export function choose(change: Partial<QuotationsState['selection']>): void {
  useQuotationsView.setState(({ selection }) => ({
    selection: tidy({ ...selection, ...change }),
    limit: CARDS,
    ticked: NO_TICKS,
  }));
}

export function changeFilter(change: (filter: Filter) => Filter): void {
  useQuotationsView.setState(({ selection }) => ({
    selection: tidy({ ...selection, filter: change(selection.filter ?? {}) }),
    limit: CARDS,
    ticked: NO_TICKS,
  }));
}

/** Takes over what another screen asked to see. */
export function follow(selection: Selection, token: number): void {
  const { limit: _limit, offset: _offset, ...wanted } = selection;
  useQuotationsView.setState({
    selection: tidy(wanted),
    limit: CARDS,
    added: [],
    ticked: NO_TICKS,
    followed: token,
  });
}

export function clearSelection(): void {
  useQuotationsView.setState({ selection: {}, limit: CARDS, added: [], ticked: NO_TICKS });
}

export function tick(codingId: number, isTicked: boolean): void {
  useQuotationsView.setState(({ ticked }) => {
    const next = new Set(ticked);
    if (isTicked) next.add(codingId);
    else next.delete(codingId);
    return { ticked: next };
  });
}

export function clearTicks(): void {
  useQuotationsView.setState({ ticked: NO_TICKS });
}

/** Without what asks for nothing, so that the same question is always written the same way. */
function tidy(selection: QuotationsState['selection']): QuotationsState['selection'] {
  const entries = Object.entries(selection).filter(
    ([key, value]) => value !== undefined && (key !== 'filter' || asksSomething(value)),
  );
  return Object.fromEntries(entries);
}

function asksSomething(filter: unknown): boolean {
  return (
    typeof filter === 'object' &&
    filter !== null &&
    Object.values(filter).some((value) => value !== undefined)
  );
}
