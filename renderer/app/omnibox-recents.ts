import { keepPanel, keptPanel, usePanelMemory } from '../ui/panel-memory.ts';

/** The kinds of things with a name that are offered again, with their ids. */
export type RecentThing = `${'document' | 'code' | 'participant' | 'hypothesis' | 'memo'}:${number}`;

const NAME = 'omnibox.recent';
const MOST = 6;

/** What was gone to by the omnibox in this project, the last first. */
export function useOmniboxRecents(): readonly RecentThing[] {
  const kept = usePanelMemory((state) => keptPanel(state, NAME, true));
  return typeof kept === 'string' && kept !== '' ? (kept.split(' ') as RecentThing[]) : [];
}

/** Puts a thing in front of those gone to. */
export function rememberThing(thing: RecentThing): void {
  const kept = keptPanel(usePanelMemory.getState(), NAME, true);
  const before = typeof kept === 'string' ? kept.split(' ') : [];
  keepPanel(NAME, [thing, ...before.filter((other) => other !== thing)].slice(0, MOST).join(' ').trim());
}
