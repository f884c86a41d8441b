import { create } from 'zustand';
import type { ProjectInfo } from '../../src/project/contract.ts';

export type Connection = 'connecting' | 'connected' | 'lost' | 'refused';

export interface SessionState {
  /** `null`: the home screen. Kept fresh from the core's events. */
  readonly project: ProjectInfo | null;
  /** `false` until the core said where it stands. */
  readonly ready: boolean;
  readonly connection: Connection;
}

/** Where the window stands with the core. */
export const useSession = create<SessionState>(() => ({
  project: null,
  ready: false,
  connection: 'connecting',
}));

/** Outside of components: the open project now. */
export function currentProject(): ProjectInfo | null {
  return useSession.getState().project;
}
