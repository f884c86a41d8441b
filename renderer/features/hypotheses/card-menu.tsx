import { ArrowDown, ArrowUp, Link, MoveRight, Quote, Unlink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { MenuItem, MenuSeparator, Submenu } from '../../ui/menu.tsx';
import { runTreeAction } from '../codebook/code-commands.ts';
import type { BoardPlace, Card } from './board-model.ts';
import { isMappedTo, menuPlaces, placeAction, stepCard, type MenuPlace } from './board-moves.ts';
import { openCard } from './board-place.tsx';
import { placeName } from './place-name.ts';
import type { BoardData } from './use-board.ts';

/** The card whose menu is open, and those chosen together with it. */
export interface MenuCards {
  readonly place: BoardPlace;
  readonly card: Card;
  readonly cards: readonly Card[];
}

export type OpenCardMenu = (at: MenuCards, x: number, y: number) => void;

/** What can be done with a card, all of it without a pointer. */
export function CardMenuItems({ data, at }: { readonly data: BoardData; readonly at: MenuCards }): ReactNode {
  const { t } = useI18n();
  const { readOnly, codes, hypotheses } = data.book;
  const { place, card } = at;
  const rows = at.cards.map(({ row }) => row);
  const isMapped = rows.some(({ mappingId }) => mappingId !== null);
  const up = stepCard(codes, place, card, -1);
  const down = stepCard(codes, place, card, 1);
  return (
    <>
      <MenuItem
        label={t('codebook.quotations')}
        icon={Quote}
        shortcut="Enter"
        onAction={() => openCard(card)}
      />
      <MenuSeparator />
      {hypotheses.length > 0 && (
        <Submenu label={t('hypotheses.moveTo')} icon={MoveRight} isDisabled={readOnly}>
          <PlaceItems data={data} at={at} copies={false} />
        </Submenu>
      )}
      {hypotheses.length > 0 && isMapped && (
        <Submenu label={t('hypotheses.alsoTo')} icon={Link} isDisabled={readOnly}>
          <PlaceItems data={data} at={at} copies />
        </Submenu>
      )}
      {isMapped && (
        <MenuItem
          label={t('hypotheses.takeOff')}
          icon={Unlink}
          shortcut="Delete"
          isDisabled={readOnly}
          onAction={() => {
            const mapped = rows.filter(({ mappingId }) => mappingId !== null);
            void runTreeAction(placeAction(mapped, null, false));
          }}
        />
      )}
      <MenuSeparator />
      <MenuItem
        label={t('codebook.moveUp')}
        icon={ArrowUp}
        shortcut="Alt+ArrowUp"
        isDisabled={readOnly || up === null}
        onAction={() => {
          if (up !== null) void runTreeAction(up);
        }}
      />
      <MenuItem
        label={t('codebook.moveDown')}
        icon={ArrowDown}
        shortcut="Alt+ArrowDown"
        isDisabled={readOnly || down === null}
        onAction={() => {
          if (down !== null) void runTreeAction(down);
        }}
      />
    </>
  );
}

function PlaceItems({
  data,
  at,
  copies,
}: {
  readonly data: BoardData;
  readonly at: MenuCards;
  readonly copies: boolean;
}): ReactNode {
  const { t } = useI18n();
  const rows = at.cards.map(({ row }) => row);
  const { hypotheses } = data.book;
  return menuPlaces(hypotheses).map((place) => {
    const isThere = rows.every(({ code }) => isMappedTo(place, code.id));
    return (
      <MenuItem
        key={keyOf(place)}
        label={
          place.groupId === null
            ? `${place.hypothesis.label} ${place.hypothesis.title}`
            : (placeName(hypotheses, place.hypothesis.id, place.groupId, t) ?? '')
        }
        checked={isThere}
        isDisabled={isThere}
        onAction={() => void runTreeAction(placeAction(rows, place, copies))}
      />
    );
  });
}

function keyOf({ hypothesis, groupId }: MenuPlace): string {
  return `${hypothesis.id}-${groupId ?? 0}`;
}
