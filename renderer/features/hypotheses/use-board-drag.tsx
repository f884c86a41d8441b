import { useMemo } from 'react';
import { DropIndicator, isTextDropItem, useDragAndDrop, type DragAndDropHooks } from 'react-aria-components';
import { i18nNow } from '../../i18n/use-i18n.ts';
import { runTreeAction } from '../codebook/code-commands.ts';
import type { CodeRow } from '../codebook/tree-rows.ts';
import { focusCard } from './board-focus.ts';
import { boardAction } from './board-moves.ts';
import type { BoardPlace } from './board-model.ts';
import type { BoardData } from './use-board.ts';

const CARD = 'application/x-repere-card';

/** The cards that are being dragged, wherever they come from: what may be dropped where depends on them. */
let dragged: readonly CodeRow[] = [];

/** Dragging and dropping the cards of a place, by pointer and by keyboard. */
export function useBoardDrag(data: BoardData, place: BoardPlace): DragAndDropHooks {
  const { codes } = data.book;
  const rows = useMemo(() => new Map(place.cards.map(({ row }) => [row.key, row])), [place]);
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: data.book.readOnly,
    acceptedDragTypes: [CARD],
    getItems: (keys) =>
      [...keys].flatMap((key) => {
        const row = rows.get(String(key));
        return row === undefined ? [] : [{ [CARD]: row.key, 'text/plain': row.code.name }];
      }),
    onDragStart: ({ keys }) => {
      dragged = [...keys].flatMap((key) => rows.get(String(key)) ?? []);
    },
    onDragEnd: () => {
      dragged = [];
    },
    // Ctrl, or Alt on a Mac, maps the codes here too and leaves them where they were.
    getAllowedDropOperations: () => ['move', 'copy'],
    getDropOperation: (target, _types, allowed) => {
      const copies = allowed[0] === 'copy';
      if (target.type === 'root')
        return boardAction(codes, dragged, place.row, 'into', copies) === null
          ? 'cancel'
          : (allowed[0] ?? 'move');
      const row = rows.get(String(target.key));
      if (row === undefined || target.dropPosition === 'on' || !dragged.every(({ key }) => rows.has(key)))
        return 'cancel';
      return boardAction(codes, dragged, row, target.dropPosition) === null ? 'cancel' : 'move';
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="board-drop" />,
    onReorder: ({ keys, target }) => {
      const row = rows.get(String(target.key));
      const cards = [...keys].flatMap((key) => rows.get(String(key)) ?? []);
      if (row === undefined || target.dropPosition === 'on') return;
      const action = boardAction(codes, cards, row, target.dropPosition);
      if (action !== null) void runTreeAction(action);
    },
    onRootDrop: ({ items, dropOperation }) => {
      const cards = dragged;
      if (!items.some((item) => isTextDropItem(item) && item.types.has(CARD))) return;
      const action = boardAction(codes, cards, place.row, 'into', dropOperation === 'copy');
      if (action === null) return;
      const { t } = i18nNow();
      const many = cards.length > 1 ? t('hypotheses.placed', { count: cards.length }) : null;
      const [first] = cards;
      void runTreeAction(action, many).then(() => {
        if (first !== undefined) focusCard(first.code.id, place);
      });
    },
  });
  return dragAndDropHooks;
}
