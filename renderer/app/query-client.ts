import { QueryClient } from '@tanstack/react-query';
import { CallError } from '../../src/contract/client.ts';
import type { CoreEvent } from '../../src/contract/wire.ts';
import { isStale } from './invalidation.ts';

/** Answers are kept until an event says that they are stale; nothing is asked again by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      retry: (failures, error) => !(error instanceof CallError) && failures < 2,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // The core answers from this machine, whatever the network is.
      networkMode: 'always',
      structuralSharing: true,
    },
    mutations: { networkMode: 'always' },
  },
});

const MACHINE_CALLS = {
  settings: ['settings.app'],
  project: ['project.recent', 'project.current'],
  backups: ['backups.list', 'backups.place', 'backups.projects'],
} as const;

/** Asks again for exactly what an event made stale. */
export function applyEvent(event: CoreEvent, client: QueryClient = queryClient): void {
  switch (event.type) {
    case 'changed':
      void client.invalidateQueries({
        predicate: ({ queryKey: [name, input] }) => isStale(String(name), input, event),
      });
      return;
    case 'project':
      // What another project answered must not be seen for even a moment.
      client.removeQueries({ predicate: ({ queryKey: [name] }) => !isMachineCall(String(name)) });
      invalidate(client, MACHINE_CALLS.project);
      return;
    case 'settings':
      invalidate(client, MACHINE_CALLS.settings);
      return;
    case 'backups':
      invalidate(client, MACHINE_CALLS.backups);
      return;
    case 'progress':
    case 'closing':
    case 'lost':
      return;
  }
}

function invalidate(client: QueryClient, names: readonly string[]): void {
  void client.invalidateQueries({ predicate: ({ queryKey: [name] }) => names.includes(String(name)) });
}

function isMachineCall(name: string): boolean {
  return [
    ...MACHINE_CALLS.settings,
    ...MACHINE_CALLS.project,
    ...MACHINE_CALLS.backups,
    'import.encodings',
    'files.browse',
  ].includes(name);
}
