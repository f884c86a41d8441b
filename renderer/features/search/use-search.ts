import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { InputOf } from '../../../src/contract/contract.ts';
import type { Found } from '../../../src/search/contract.ts';
import { client } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { useCall } from '../../app/use-call.ts';
import type { TextRange } from '../../transcript/model.ts';
import { useReached, useSearch, type Reached, type SearchState } from './state.ts';

type Input = InputOf<'search.all'>;

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

export interface Searched {
  readonly found: Found | undefined;
  readonly error: string | null;
  /** How far the rest of the texts is searched, and how to leave it at that; `null` when nothing goes on. */
  readonly going: { readonly reached: Reached | null; readonly stop: () => void } | null;
}

/** The first hits as soon as they are there, and then all that there is. */
export function useFound(documentId: number | null): Searched {
  const state = useSearch();
  const query = useDeferredValue(state.query);
  const enabled = query.trim() !== '';
  const input = { ...inputOf({ ...state, query }, documentId), limit: state.shown };
  const first = useCall('search.find', { ...input, quick: true }, { enabled, keepPrevious: true });
  const isPartial = enabled && first.data?.complete === false && !first.isPlaceholderData;
  const whole = useWhole(input, isPartial);
  const found = isPartial ? (whole.data ?? first.data) : enabled ? first.data : undefined;
  const error = enabled ? (first.error?.message ?? whole.error) : null;
  // While the answer for other words is still shown, there is nothing to go to.
  const isCurrent = error === null && !first.isPlaceholderData && query === state.query;
  const hits = isCurrent ? found?.hits : undefined;
  useEffect(() => useSearch.setState({ hits: hits ?? [] }), [hits]);
  return { found: error === null ? found : undefined, error, going: whole.going };
}

/** A search to its end; it is left when nobody waits for it any more. */
function useWhole(
  input: Input,
  enabled: boolean,
): { readonly data: Found | undefined; readonly error: string | null; readonly going: Searched['going'] } {
  const reached = useReached((state) => state.reached);
  // Begins as every answer of a search, so that it becomes stale with them.
  const queryKey = ['search.find', { ...input, whole: true }];
  const { data, error, isFetching } = useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      useReached.setState({ reached: null });
      return client.search.all(input, {
        signal,
        onProgress: (done, of) => {
          if (!signal.aborted) useReached.setState({ reached: { done, of } });
        },
      });
    },
    enabled,
  });
  const stop = (): void => void queryClient.cancelQueries({ queryKey, exact: true });
  return {
    data: enabled ? data : undefined,
    error: enabled ? (error?.message ?? null) : null,
    going: enabled && isFetching ? { reached, stop } : null,
  };
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
