/**
 * The places of siblings after one of them moved: pairs of id and new position, for those whose position changes.
 * `position` counts among the siblings without the moved one; beyond the end means last.
 */
export function reorder(
  siblings: readonly { readonly id: number; readonly position: number }[],
  movedId: number,
  position: number,
): readonly { readonly id: number; readonly position: number }[] {
  const others = siblings.filter((sibling) => sibling.id !== movedId);
  const ordered = others.map((sibling) => sibling.id);
  ordered.splice(Math.min(position, ordered.length), 0, movedId);
  const before = new Map(siblings.map((sibling) => [sibling.id, sibling.position]));
  return ordered
    .map((id, index) => ({ id, position: index }))
    .filter((place) => before.get(place.id) !== place.position);
}
