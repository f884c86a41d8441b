import { create } from 'zustand';
import { ofProject } from '../../app/per-project.ts';
import type { Filter, SpeakerRole } from '../../../src/contract/common.ts';
import type { SearchHit, SearchScope, SearchUnit } from '../../../src/search/contract.ts';
import { useNavigation } from '../../app/navigation.ts';

export interface SearchState {
  readonly isOpen: boolean;
  readonly query: string;
  /** Only in the document that is open. */
  readonly here: boolean;
  readonly scope: SearchScope;
  readonly participantsOnly: boolean;
  readonly stem: 'fr' | 'en' | null;
  readonly respectAccents: boolean;
  readonly filter: Filter;
  /** Only what people of these roles say; `null`: everybody. */
  readonly roles: readonly SpeakerRole[] | null;
  /** Only in segments of these codes and of their sub-codes; `null`: anywhere. */
  readonly codeIds: readonly number[] | null;
  readonly excludeForms: readonly string[];
  readonly ticked: ReadonlySet<string>;
  /** What is coded around each hit. */
  readonly unit: SearchUnit;
  /** How many hits are listed at most. */
  readonly shown: number;
  /** The hits that are listed, for going from one to the next. */
  readonly hits: readonly SearchHit[];
  /** The hit in hand, by its key. */
  readonly hitKey: string | null;
  /** Another number asks the field for the focus. */
  readonly focus: number;
}

/** Hits that are listed at first, and added each time. */
export const PAGE = 200;

const START: SearchState = {
  isOpen: false,
  query: '',
  here: false,
  scope: 'paragraph',
  participantsOnly: false,
  stem: null,
  respectAccents: false,
  filter: {},
  roles: null,
  codeIds: null,
  excludeForms: [],
  ticked: new Set(),
  unit: 'match',
  shown: PAGE,
  hits: [],
  hitKey: null,
  focus: 0,
};

/** What is being looked for; nothing of it is in the project. */
export const useSearch = ofProject(create<SearchState>(() => START));

/** How far a long search is, in documents. */
export interface Reached {
  readonly done: number;
  readonly of: number;
}

export const useReached = ofProject(create<{ readonly reached: Reached | null }>(() => ({ reached: null })));

/** Changes what is looked for: ticks and the hit in hand belonged to what was found before. */
export function changeSearch(
  change: Partial<
    Pick<
      SearchState,
      | 'query'
      | 'here'
      | 'scope'
      | 'participantsOnly'
      | 'stem'
      | 'respectAccents'
      | 'filter'
      | 'roles'
      | 'codeIds'
      | 'excludeForms'
    >
  >,
): void {
  useSearch.setState({
    ...('query' in change || 'stem' in change ? { excludeForms: [] } : {}),
    ...change,
    ticked: new Set(),
    hits: [],
    hitKey: null,
    shown: PAGE,
  });
}

/** Opens the search beside the reader, with the field in hand; in one document or in all. */
export function openSearch(here: boolean, query?: string): void {
  useNavigation.getState().show('coder');
  const { query: before, here: wasHere, focus } = useSearch.getState();
  if (here !== wasHere || (query !== undefined && query !== before))
    changeSearch({ here, ...(query === undefined ? {} : { query }) });
  useSearch.setState({ isOpen: true, focus: focus + 1 });
}

export function closeSearch(): void {
  useSearch.setState({ isOpen: false, hitKey: null });
}

export function resetSearch(): void {
  useSearch.setState(START);
}

export function keyOfHit({
  documentId,
  start,
  end,
}: Pick<SearchHit, 'documentId' | 'start' | 'end'>): string {
  return `${documentId}:${start}:${end}`;
}

export function toggleTick(key: string): void {
  const ticked = new Set(useSearch.getState().ticked);
  if (!ticked.delete(key)) ticked.add(key);
  useSearch.setState({ ticked });
}

/** Takes a hit in hand and shows it in the reader. */
export function goToHit(hit: SearchHit): void {
  useSearch.setState({ hitKey: keyOfHit(hit) });
  useNavigation.getState().openDocument(hit.documentId, { start: hit.start, end: hit.end });
}

/** The next hit, or the one before; after the last comes the first. Answers whether there is one. */
export function stepHit(by: -1 | 1): boolean {
  const { hits, hitKey, isOpen } = useSearch.getState();
  if (!isOpen || hits.length === 0) return false;
  const at = hits.findIndex((hit) => keyOfHit(hit) === hitKey);
  const next = at < 0 ? (by > 0 ? 0 : hits.length - 1) : (at + by + hits.length) % hits.length;
  const hit = hits[next];
  if (hit !== undefined) goToHit(hit);
  return hit !== undefined;
}
