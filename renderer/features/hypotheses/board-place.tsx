import { GripVertical } from 'lucide-react';
import { useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import {
  Button as AriaButton,
  GridList,
  GridListItem,
  ListLayout,
  Virtualizer,
  type Selection,
} from 'react-aria-components';
import { useNavigation } from '../../app/navigation.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Mark } from '../../ui/mark.tsx';
import { NOverN } from '../../ui/figures.tsx';
import { runTreeAction } from '../codebook/code-commands.ts';
import { CardFigures } from './board-figures.tsx';
import { placeKey } from './board-focus.ts';
import type { BoardPlace, Card } from './board-model.ts';
import { placeAction, stepCard } from './board-moves.ts';
import type { OpenCardMenu } from './card-menu.tsx';
import { useBoardDrag } from './use-board-drag.tsx';
import type { BoardData } from './use-board.ts';

/** The height of a row, and of the line between two where cards are dropped. */
const SIDE_ROWS = { rowHeight: 28, dropIndicatorThickness: 2 };

interface PlaceProps {
  readonly data: BoardData;
  readonly place: BoardPlace;
  readonly label: string;
  /** Shown where no card lies. */
  readonly empty: string;
  readonly onMenu: OpenCardMenu;
}

/** The cards of a place: chosen with the arrows, dragged with the grip or by the whole card, Delete takes off. */
export function PlaceList({ data, place, label, empty, onMenu }: PlaceProps): ReactNode {
  const hooks = useBoardDrag(data, place);
  const [chosen, setChosen] = useState<Selection>(new Set());
  const chosenCards = (card: Card): readonly Card[] => {
    const keys = chosen === 'all' ? place.cards.map(({ row }) => row.key) : [...chosen].map(String);
    const cards = place.cards.filter(({ row }) => keys.includes(row.key));
    return cards.includes(card) ? cards : [card];
  };
  const cardOf = (target: EventTarget): { readonly card: Card; readonly element: Element } | null => {
    const element = target instanceof Element ? target.closest('[role="row"]') : null;
    const card = place.cards.find(({ row }) => row.key === element?.getAttribute('data-key'));
    return card === undefined || element === null ? null : { card, element };
  };
  const keydown = (event: KeyboardEvent): void => {
    const at = cardOf(event.target);
    if (at === null || data.book.readOnly) return;
    const { card, element } = at;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const action = stepCard(data.book.codes, place, card, event.key === 'ArrowUp' ? -1 : 1);
      if (action !== null) void runTreeAction(action);
    } else if (event.key === 'Delete') {
      const cards = chosenCards(card)
        .map(({ row }) => row)
        .filter(({ mappingId }) => mappingId !== null);
      if (cards.length > 0) void runTreeAction(placeAction(cards, null, false));
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = element.getBoundingClientRect();
      onMenu({ place, card, cards: chosenCards(card) }, box.left + 24, box.bottom);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // At the side all codes of a large codebook lie together: only those in view are drawn.
  const isLong = place.row.kind === 'unmapped';
  const list = (
    <GridList
      className="board-cards"
      aria-label={label}
      items={place.cards.map((card) => ({ id: card.row.key, card }))}
      dependencies={[data]}
      selectionMode="multiple"
      selectionBehavior="replace"
      selectedKeys={chosen}
      onSelectionChange={setChosen}
      dragAndDropHooks={hooks}
      onAction={(key) => {
        const card = place.cards.find(({ row }) => row.key === key);
        if (card !== undefined) openCard(card);
      }}
      renderEmptyState={() => <p className="board-empty">{empty}</p>}
    >
      {({ card }) => <CardItem data={data} card={card} />}
    </GridList>
  );
  return (
    <div
      className="board-place"
      data-place={placeKey(place)}
      onKeyDownCapture={keydown}
      onContextMenu={(event) => {
        const at = cardOf(event.target);
        if (at === null) return;
        event.preventDefault();
        onMenu({ place, card: at.card, cards: chosenCards(at.card) }, event.clientX, event.clientY);
      }}
    >
      {isLong ? (
        <Virtualizer layout={ListLayout} layoutOptions={SIDE_ROWS}>
          {list}
        </Virtualizer>
      ) : (
        list
      )}
    </div>
  );
}

/** The segments that the card counts. */
export function openCard({ row }: Card): void {
  useNavigation.getState().openQuotations({ codeIds: [row.code.id] });
}

function CardItem({ data, card }: { readonly data: BoardData; readonly card: Card }): ReactNode {
  const { t } = useI18n();
  const { row, along, depth } = card;
  const { code } = row;
  const isSide = row.hypothesisId === null;
  return (
    <GridListItem
      id={row.key}
      textValue={code.name}
      className="board-card"
      data-code={code.id}
      data-side={isSide || undefined}
      style={{ '--depth': depth } as CSSProperties}
    >
      <AriaButton
        slot="drag"
        className="board-grip"
        aria-label={t('hypotheses.dragCard', { name: code.name })}
      >
        <GripVertical size={14} aria-hidden />
      </AriaButton>
      <span className="board-card-mark">
        <Mark colour={code.colour} shape={code.shape} />
      </span>
      <span
        className="board-card-name"
        title={code.briefDefinition === '' ? code.path : code.briefDefinition}
      >
        {code.name}
      </span>
      {isSide ? (
        !code.isFolder && (
          <NOverN n={data.book.counts.get(code.id)?.participants ?? 0} total={data.book.participants} />
        )
      ) : (
        <span className="board-card-figures">
          <CardFigures figures={data.figures(row)} participants={data.participants} colour={code.colour} />
          {along.length > 0 && (
            <span className="board-along" title={along.join(', ')}>
              {t('hypotheses.along', { count: along.length })}
            </span>
          )}
        </span>
      )}
    </GridListItem>
  );
}
