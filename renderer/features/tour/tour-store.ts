import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { client } from '../../app/client.ts';
import { useNavigation } from '../../app/navigation.ts';
import { runCommand } from '../../app/use-command.ts';
import { useWindows } from '../../app/windows.ts';
import { TOUR } from './steps.ts';

export interface TourProgress {
  /** `new`: never begun; `left` and `done` are not offered again by themselves. */
  readonly state: 'new' | 'left' | 'done';
  /** The step one is at, or left at. */
  readonly at: number;
  readonly isRunning: boolean;
}

/** How far this person is in the guided tour, remembered on this machine. */
export const useTour = create<TourProgress>()(
  persist((): TourProgress => ({ state: 'new', at: 0, isRunning: false }), {
    name: 'repere.tour',
    partialize: ({ state, at }) => ({ state, at }),
  }),
);

/** Makes the sample study anew and begins, or goes on where the tour was left. */
export async function startTour(): Promise<void> {
  useWindows.getState().close();
  const opened = await runCommand('project.sample', {});
  if (!opened.ok) return;
  await showCodedText();
  useTour.setState(({ state, at }) => ({
    isRunning: true,
    at: state === 'left' && at < TOUR.length ? at : 0,
  }));
}

/** The tour begins where something is coded. */
async function showCodedText(): Promise<void> {
  const [document] = await client.documents.list({});
  if (document === undefined) return;
  const codings = await client.codings.ofDocument({ documentId: document.id });
  const start = Math.min(...codings.map((coding) => coding.start));
  if (Number.isFinite(start)) useNavigation.getState().openDocument(document.id, { start });
}

export function goToStep(at: number): void {
  if (at >= TOUR.length) useTour.setState({ state: 'done', at: 0, isRunning: false });
  else useTour.setState({ state: 'left', at: Math.max(0, at) });
}

/** Leaves; the step is kept. */
export function leaveTour(): void {
  useTour.setState({ isRunning: false, state: 'left' });
}
