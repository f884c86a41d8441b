import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Plan } from '../../../src/auto-coding/contract.ts';
import type { InputOf } from '../../../src/contract/contract.ts';
import { client } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';

export interface Planned {
  readonly plan: Plan | undefined;
  /** Whether the plan is that of what is asked for now. */
  readonly isCurrent: boolean;
  readonly error: string | null;
  /** How far the texts are read, and how to leave it at that; `null` when nothing goes on. */
  readonly going: { readonly reached: Reached | null; readonly stop: () => void } | null;
}

interface Reached {
  readonly done: number;
  readonly of: number;
}

/** How long typing pauses before the texts are read, in milliseconds. */
const PAUSE_MS = 250;

/** What would be coded; read again after a pause in typing, and left when nobody waits for it any more. */
export function usePlan(input: InputOf<'autoCoding.plan'> | null): Planned {
  const settled = useSettled(input);
  const [reached, setReached] = useState<Reached | null>(null);
  // Begins as every answer of a search, so that it becomes stale with them.
  const queryKey = ['search.find', { plan: settled }];
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      if (settled === null) throw new Error('nothing is asked for');
      setReached(null);
      return client.autoCoding.plan(settled, {
        signal,
        onProgress: (done, of) => {
          if (!signal.aborted) setReached({ done, of });
        },
      });
    },
    enabled: settled !== null,
    placeholderData: keepPreviousData,
  });
  const isAsked = settled !== null && input !== null;
  return {
    plan: isAsked && error === null ? data : undefined,
    isCurrent: isAsked && !isPlaceholderData && !isFetching && same(settled, input),
    error: isAsked ? (error?.message ?? null) : null,
    going:
      isAsked && isFetching
        ? { reached, stop: () => void queryClient.cancelQueries({ queryKey, exact: true }) }
        : null,
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const written = JSON.stringify(value);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(JSON.parse(written) as T), PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [written]);
  return settled;
}
