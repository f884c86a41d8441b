import type { Code } from '../../../src/codebook/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import { dropAction, dropManyAction, type DropPlace, type TreeAction } from '../codebook/tree-drop.ts';
import type { CodeRow, TreeRow } from '../codebook/tree-rows.ts';
import type { BoardPlace, Card } from './board-model.ts';

/**
 * What it means to put cards on a place, or between the cards of their own; `null` where nothing would change, or where
 * the code tree does not allow the order. `copies`: the cards stay where they were and are mapped here too.
 */
export function boardAction(
  codes: readonly Code[],
  cards: readonly CodeRow[],
  target: TreeRow,
  place: DropPlace,
  copies = false,
): TreeAction | null {
  const moved = copies ? cards.map((card) => ({ ...card, mappingId: null })) : cards;
  const [first] = moved;
  if (first === undefined) return null;
  const isHere = (card: CodeRow): boolean =>
    (target.kind === 'hypothesis' && card.hypothesisId === target.hypothesis.id && card.groupId === null) ||
    (target.kind === 'group' && card.groupId === target.groupId) ||
    (target.kind === 'unmapped' && card.hypothesisId === null);
  if (moved.every(isHere)) return null;
  if (target.kind === 'code' && new Set(moved.map((card) => card.code.parentId)).size > 1) return null;
  if (target.kind === 'code' && first.code.parentId !== target.code.parentId) return null;
  return moved.length === 1
    ? dropAction(codes, first, target, place)
    : dropManyAction(codes, moved, target, place);
}

/** `Alt ↑ ↓`: a card one place up or down among those beside it; `null` at the end, or where the tree has another order. */
export function stepCard(
  codes: readonly Code[],
  { cards }: BoardPlace,
  card: Card,
  by: -1 | 1,
): TreeAction | null {
  const target = cards[cards.indexOf(card) + by];
  if (target === undefined || target.depth !== card.depth) return null;
  return boardAction(codes, [card.row], target.row, by < 0 ? 'before' : 'after');
}

/** A place that codes can be mapped to, as menus list them. */
export interface MenuPlace {
  readonly hypothesis: Hypothesis;
  readonly groupId: number | null;
  readonly group: string | null;
}

/** Every hypothesis, each followed by its groups. */
export function menuPlaces(hypotheses: readonly Hypothesis[]): readonly MenuPlace[] {
  return hypotheses.flatMap((hypothesis) => [
    { hypothesis, groupId: null, group: null },
    ...hypothesis.groups.map(({ id, name }) => ({ hypothesis, groupId: id, group: name })),
  ]);
}

/** Whether a code is mapped to a place by itself. */
export function isMappedTo({ hypothesis, groupId }: MenuPlace, codeId: number): boolean {
  return hypothesis.mappings.some(
    (mapping) => mapping.codeId === codeId && mapping.hypothesisGroupId === groupId,
  );
}

/** Takes cards from where they are and puts them under a place, or maps them there too; one step. */
export function placeAction(cards: readonly CodeRow[], place: MenuPlace | null, copies: boolean): TreeAction {
  return {
    call: 'hypotheses.placeMany',
    input: {
      items: cards.map(({ code, mappingId }) => ({ codeId: code.id, mappingId: copies ? null : mappingId })),
      hypothesisId: place?.hypothesis.id ?? null,
      hypothesisGroupId: place?.groupId ?? null,
    },
  };
}
