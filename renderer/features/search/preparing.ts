import { useEffect } from 'react';
import { create } from 'zustand';
import { client } from '../../app/client.ts';
import { useSession } from '../../app/session.ts';

/** The first screen comes first. */
const AFTER_MS = 300;

interface Preparing {
  /** Documents whose texts stand in the index, of all; `null` until that is known. */
  readonly indexed: { readonly done: number; readonly of: number } | null;
  /** Ends the work under way; what is done stays. `null` when nothing is under way. */
  readonly stop: (() => void) | null;
}

/** How far the texts of the open project are made ready for searching. */
export const usePreparing = create<Preparing>(() => ({ indexed: null, stop: null }));

/** Makes the texts of every project ready that is opened: those of an older one are brought into the index. */
export function usePrepareSearch(): void {
  const path = useSession((state) => state.project?.path ?? null);
  useEffect(() => {
    usePreparing.setState({ indexed: null, stop: null });
    if (path === null) return undefined;
    const timer = setTimeout(() => void prepareSearch(), AFTER_MS);
    return () => {
      clearTimeout(timer);
      usePreparing.getState().stop?.();
    };
  }, [path]);
}

/** Begins, or goes on where it was stopped. */
export async function prepareSearch(): Promise<void> {
  const { path } = useSession.getState().project ?? {};
  const stopping = new AbortController();
  const isMine = (): boolean => !stopping.signal.aborted && useSession.getState().project?.path === path;
  usePreparing.setState({ stop: () => stopping.abort() });
  try {
    const { indexed, documents } = await client.search.prepare(
      {},
      {
        signal: stopping.signal,
        onProgress: (done, of, label) => {
          if (label === 'index' && isMine()) usePreparing.setState({ indexed: { done, of } });
        },
      },
    );
    if (isMine()) usePreparing.setState({ indexed: { done: indexed, of: documents } });
  } catch {
    // Searching works without it, only slower, and the panel says so.
  } finally {
    if (useSession.getState().project?.path === path) usePreparing.setState({ stop: null });
  }
}
