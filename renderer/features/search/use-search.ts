import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { InputOf, OutputOf } from '../../../src/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useCall } from '../../app/use-call.ts';
import type { TextRange } from '../../transcript/model.ts';
import { countAll, type Counted } from './count-all.ts';
import { useSearch, type SearchState } from './state.ts';

export type Found = OutputOf<'search.find'>;
type Input = InputOf<'search.find'>;

/** Hits that are drawn in one transcript at most. */
const DRAWN = 5_000;
const NOTHING: readonly TextRange[] = [];

/** The search as the core is asked for it. */
export function inputOf(state: SearchState, documentId: number | null): Input {
  return {
    text: state.query.trim() === '' ? ' ' : state.query,
    syntax: 'query',
    scope: state.scope,
    within: {
      ...state.filter,
      ...(state.roles === null ? {} : { speakerRoles: [...state.roles] }),
      ...(state.codeIds === null ? {} : { codeIds: [...state.codeIds] }),
    },
    whose: state.participantsOnly ? 'participants' : 'everyone',
    respectAccents: state.respectAccents,
    ...(state.stem === null ? {} : { stem: state.stem }),
    ...(state.excludeForms.length === 0 ? {} : { excludeForms: [...state.excludeForms] }),
    ...(state.here && documentId !== null ? { documentIds: [documentId] } : {}),
  };
}

/** The first hits as soon as they are there, and then how many there are in all. */
export function useFound(documentId: number | null): {
  readonly found: Found | undefined;
  readonly error: string | null;
} {
  const state = useSearch();
  const query = useDeferredValue(state.query);
  const enabled = query.trim() !== '';
  const input = { ...inputOf({ ...state, query }, documentId), limit: state.shown };
  const first = useCall('search.find', { ...input, quick: true }, { enabled, keepPrevious: true });
  const isPartial = first.data?.complete === false && !first.isPlaceholderData;
  const counted = useCounted(input, enabled && isPartial);
  const whole =
    first.data === undefined || counted === undefined ? first.data : { ...first.data, ...counted };
  const found = enabled ? (isPartial ? whole : first.data) : undefined;
  const error = enabled ? (first.error?.message ?? null) : null;
  // While the answer for other words is still shown, there is nothing to go to.
  const isCurrent = error === null && !first.isPlaceholderData && query === state.query;
  const hits = isCurrent ? found?.hits : undefined;
  useEffect(() => useSearch.setState({ hits: hits ?? [] }), [hits]);
  return { found: error === null ? found : undefined, error };
}

/** How much there is in all, counted a portion of the documents after the other; `undefined` until it is known. */
function useCounted(input: Input, enabled: boolean): (Counted & { readonly complete: true }) | undefined {
  const documents = useCall('documents.list', {}, { enabled }).data;
  const ids = useMemo(
    () => input.documentIds ?? (documents ?? []).map((document) => document.id),
    [input.documentIds, documents],
  );
  const { data } = useQuery({
    // Begins as every answer of a search, so that it becomes stale with them.
    queryKey: ['search.find', { ...input, limit: 1 }, ids],
    queryFn: ({ signal }) => countAll(input, ids, (portion) => client.search.find(portion), signal),
    enabled: enabled && (input.documentIds !== undefined || documents !== undefined),
  });
  return useMemo(() => (data === undefined ? undefined : { ...data, complete: true }), [data]);
}

/** Where hits lie in a document, for its transcript; nothing while no search is open. */
export function useHitsIn(documentId: number | null): readonly TextRange[] {
  const state = useSearch();
  const query = useDeferredValue(state.query);
  const enabled = state.isOpen && documentId !== null && query.trim() !== '';
  const input = inputOf({ ...state, query }, documentId);
  const ids = documentId === null ? [] : [documentId];
  const { data } = useCall('search.find', { ...input, documentIds: ids, limit: DRAWN }, { enabled });
  return useMemo(() => (enabled ? (data?.hits ?? NOTHING) : NOTHING), [enabled, data]);
}
