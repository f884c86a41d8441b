import type { BoardPlace } from './board-model.ts';

/** The name of a place in the page. */
export function placeKey({ row }: Pick<BoardPlace, 'row'>): string {
  return row.key;
}

/** So many frames are waited for a card to be drawn where it was put. */
const FRAMES = 60;

/** Gives the focus to the card of a code in a place as soon as it lies there. */
export function focusCard(codeId: number, place: BoardPlace, frames = FRAMES): void {
  const card = document.querySelector<HTMLElement>(
    `[data-place="${CSS.escape(placeKey(place))}"] [data-code="${codeId}"]`,
  );
  if (card !== null) card.focus();
  else if (frames > 0) requestAnimationFrame(() => focusCard(codeId, place, frames - 1));
}
