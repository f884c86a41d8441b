import { create } from 'zustand';

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

export function forgetPlaces(): void {
  spotNow = () => null;
  usePlaces.setState(NOWHERE);
}
