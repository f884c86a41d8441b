/** The two readers that may stand side by side. Either can be the only one left, and they can change places. */
export type PaneId = 'a' | 'b';

/** Which readers there are and what is in them; the document of the active one is named first. */
export interface Panes {
  /** The active one: keys, palette and inspector act on it. */
  readonly pane: PaneId;
  /** Its document; `null` before one was opened. */
  readonly documentId: number | null;
  /** The document of the other reader; `null`: there is only one. */
  readonly besideId: number | null;
  /** Whether `b` stands left of `a`. */
  readonly isSwapped: boolean;
}

export const ONE_PANE: Panes = { pane: 'a', documentId: null, besideId: null, isSwapped: false };

export const otherPane = (pane: PaneId): PaneId => (pane === 'a' ? 'b' : 'a');

/** The readers that are there, from left to right. */
export function shownPanes({ pane, besideId, isSwapped }: Panes): readonly PaneId[] {
  if (besideId === null) return [pane];
  return isSwapped ? ['b', 'a'] : ['a', 'b'];
}

export function documentIn(panes: Panes, pane: PaneId): number | null {
  return pane === panes.pane ? panes.documentId : panes.besideId;
}

/** The other reader becomes the active one, where there is one. */
export function activated(panes: Panes, pane: PaneId): Panes {
  if (pane === panes.pane || panes.besideId === null) return panes;
  return { ...panes, pane, documentId: panes.besideId, besideId: panes.documentId };
}

/** A document in the other reader, which opens to the right when it is not there, and becomes the active one. */
export function openedBeside(panes: Panes, documentId: number): Panes {
  if (panes.documentId === null) return { ...panes, documentId };
  const pane = otherPane(panes.pane);
  const isSwapped = panes.besideId === null ? pane === 'a' : panes.isSwapped;
  return { pane, documentId, besideId: panes.documentId, isSwapped };
}

/** One reader is left: the one that is not closed. */
export function closed(panes: Panes, pane: PaneId): Panes {
  if (panes.besideId === null) return panes;
  return { ...activated(panes, otherPane(pane)), besideId: null };
}
