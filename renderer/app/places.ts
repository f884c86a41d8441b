import { create } from 'zustand';
import type { PaneId } from './panes.ts';

/** Where a person was reading: the first words in view of a document, in UTF-16 code units. */
export interface Spot {
  readonly documentId: number;
  readonly start: number;
}

export interface Places {
  readonly back: readonly Spot[];
  readonly forward: readonly Spot[];
}

const LONGEST = 100;
const NOWHERE: Places = { back: [], forward: [] };

/** The places visited in the transcripts, as a browser keeps its pages. */
export const usePlaces = create<Places>(() => NOWHERE);

/** Leaves a spot for another one: it can be gone back to, and what lay ahead is forgotten. */
export function leaving(places: Places, from: Spot): Places {
  const last = places.back.at(-1);
  const isSame = last?.documentId === from.documentId && last.start === from.start;
  return { back: isSame ? places.back : [...places.back, from].slice(-LONGEST), forward: [] };
}

/** One step back or forward from a spot; `null` when there is nowhere to go. */
export function stepped(
  places: Places,
  by: -1 | 1,
  from: Spot | null,
): { readonly to: Spot; readonly places: Places } | null {
  const [source, target] = by < 0 ? [places.back, places.forward] : [places.forward, places.back];
  const to = source.at(-1);
  if (to === undefined) return null;
  const rest = source.slice(0, -1);
  const other = from === null ? target : [...target, from];
  return { to, places: by < 0 ? { back: rest, forward: other } : { back: other, forward: rest } };
}

/** Asked of the reader while it is there; afterwards what it answered last. */
let spotNow: () => Spot | null = () => null;

/** The reader tells where it is; answers how to stop asking it, which keeps its last answer. */
export function reportSpot(ask: () => Spot | null): () => void {
  spotNow = ask;
  return () => {
    const last = ask();
    if (spotNow === ask) spotNow = () => last;
  };
}

/** To be called before the reader is sent to another place. */
export function leaveSpot(): void {
  const from = spotNow();
  if (from !== null) usePlaces.setState((places) => leaving(places, from));
}

/** What is read now at the top of a document, when it is this one. */
export function spotIn(documentId: number): { readonly start: number; readonly isTop: true } | null {
  const spot = spotNow();
  return spot?.documentId === documentId ? { start: spot.start, isTop: true } : null;
}

/** Steps back or forward; answers where to. */
export function stepPlace(by: -1 | 1): Spot | null {
  const step = stepped(usePlaces.getState(), by, spotNow());
  if (step === null) return null;
  usePlaces.setState(step.places);
  return step.to;
}

/** Where a reader stood: the paragraph at the top, and by how many pixels it was scrolled past its first line. */
export interface Standing extends Spot {
  readonly below: number;
}

const standings = new Map<PaneId, Standing>();
const requestsMet = new Map<PaneId, number>();

/** A reader leaves the screen, or goes on to another document: it shall stand there again when it comes back. */
export function keepStanding(pane: PaneId, standing: Standing): void {
  standings.set(pane, standing);
}

/** Where a reader stood when it left the screen with this document; `null` when it had another one. */
export function standingIn(pane: PaneId, documentId: number): Standing | null {
  const standing = standings.get(pane);
  return standing?.documentId === documentId ? standing : null;
}

/** Whether a reader was sent there before, by the token of the request: a screen that is shown again goes nowhere. */
export function isMet(pane: PaneId, token: number): boolean {
  return requestsMet.get(pane) === token;
}

export function meet(pane: PaneId, token: number): void {
  requestsMet.set(pane, token);
}

export function forgetPlaces(): void {
  spotNow = () => null;
  standings.clear();
  requestsMet.clear();
  usePlaces.setState(NOWHERE);
}
