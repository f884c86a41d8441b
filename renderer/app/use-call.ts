import { keepPreviousData, useQuery, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { CallError } from '../../src/contract/client.ts';
import type { InputOf, OutputOf, QueryName } from '../../src/contract/contract.ts';
import { useLocaleStore } from '../i18n/use-i18n.ts';
import { door } from './client.ts';
import { queryClient } from './query-client.ts';
import { useSession } from './session.ts';

/** Queries of the project, and the tasks that only read. */
export type ReadName =
  | QueryName
  | 'settings.app'
  | 'project.recent'
  | 'project.current'
  | 'import.encodings'
  | 'files.browse'
  | 'backups.list'
  | 'backups.place'
  | 'backups.projects';

const PROJECTLESS: ReadonlySet<string> = new Set([
  'settings.app',
  'project.recent',
  'project.current',
  'import.encodings',
  'files.browse',
  'backups.list',
  'backups.place',
  'backups.projects',
]);

export interface UseCallOptions<N extends ReadName> {
  /** `false` asks nothing yet. */
  readonly enabled?: boolean;
  /** Shows the last answer while the one for a new input is on its way; or only where this holds of its input. */
  readonly keepPrevious?: boolean | ((before: InputOf<N>) => boolean);
  /** Asks again whenever it comes into view: what other programs change, no event tells. */
  readonly fresh?: boolean;
}

export function callKey<N extends ReadName>(name: N, input: InputOf<N>, locale: string): readonly unknown[] {
  // Labels of steps are sentences, so their answers depend on the language; the others do not.
  return name.startsWith('history.') || name === 'import.encodings' ? [name, input, locale] : [name, input];
}

async function ask<N extends ReadName>(
  name: N,
  input: InputOf<N>,
  signal?: AbortSignal,
): Promise<OutputOf<N>> {
  const answer = await door.call(name, input, signal === undefined ? {} : { signal });
  if (!answer.ok) throw new CallError(answer.error);
  return answer.value as OutputOf<N>;
}

/**
 * The answer of a read, kept until an event makes it stale: `const { data } = useCall('documents.list', {})`.
 * Queries of the project wait until one is open.
 */
export function useCall<N extends ReadName>(
  name: N,
  input: InputOf<N>,
  options: UseCallOptions<N> = {},
): UseQueryResult<OutputOf<N>> {
  const locale = useLocaleStore((state) => state.locale);
  const isOpen = useSession((state) => state.project !== null);
  return useQuery<OutputOf<N>>({
    queryKey: callKey(name, input, locale),
    queryFn: ({ signal }) => ask(name, input, signal),
    enabled: (options.enabled ?? true) && (isOpen || PROJECTLESS.has(name)),
    ...previousAnswer(options.keepPrevious),
    ...(options.fresh === true ? { refetchOnMount: 'always' as const } : {}),
  });
}

function previousAnswer<N extends ReadName>(keep: UseCallOptions<N>['keepPrevious']) {
  if (typeof keep !== 'function') return keep === true ? { placeholderData: keepPreviousData } : {};
  return {
    placeholderData: <T>(data: T, query: { readonly queryKey: QueryKey } | undefined) =>
      query !== undefined && keep(query.queryKey[1] as InputOf<N>) ? data : undefined,
  };
}

/** The same read outside of components, from what is kept where it is fresh. */
export function fetchCall<N extends ReadName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const { locale } = useLocaleStore.getState();
  return queryClient.fetchQuery({ queryKey: callKey(name, input, locale), queryFn: () => ask(name, input) });
}
