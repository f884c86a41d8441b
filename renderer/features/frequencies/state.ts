import { create } from 'zustand';
import { ofProject } from '../../app/per-project.ts';
import type { Filter } from '../../../src/contract/common.ts';

/** Which figure squares and bars show. */
export type Figure = 'participants' | 'segments' | 'words';
export type Sort = 'codebook' | 'participants' | 'segments' | 'words' | 'name';

export interface FrequencyState {
  readonly filter: Filter;
  /** Conditions whose pills were added by hand, by id. */
  readonly added: readonly string[];
  readonly by: 'hypothesis' | 'tree';
  /** Codes without their descendants. */
  readonly ownOnly: boolean;
  readonly hideEmpty: boolean;
  readonly figure: Figure;
  readonly sort: Sort;
  /** Keys of folded headings. */
  readonly folded: ReadonlySet<string>;
  /** Key of the row in hand. */
  readonly activeRow: string | null;
}

const START: FrequencyState = {
  filter: {},
  added: [],
  by: 'hypothesis',
  ownOnly: false,
  hideEmpty: false,
  figure: 'participants',
  sort: 'codebook',
  folded: new Set(),
  activeRow: null,
};

/** How the table is looked at; kept while the project is open, and not in the project. */
export const useFrequencyView = ofProject(create<FrequencyState>(() => START));

export const changeView = useFrequencyView.setState;

export function toggleFold(key: string, folded?: boolean): void {
  useFrequencyView.setState((state) => {
    const next = new Set(state.folded);
    if (folded ?? !next.has(key)) next.add(key);
    else next.delete(key);
    return { folded: next };
  });
}
