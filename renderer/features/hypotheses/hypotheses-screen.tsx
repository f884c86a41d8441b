import { ArrowLeft, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { Region } from '../../app/region.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ContextMenu } from '../../ui/menu.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { BoardSide } from './board-side.tsx';
import { Column } from './board-column.tsx';
import { CardMenuItems, type MenuCards } from './card-menu.tsx';
import { HypothesisDialog } from './hypothesis-dialog.tsx';
import { useHypothesisDialog } from './hypothesis-dialog-state.ts';
import { RemoveHypothesisDialog } from './remove-hypothesis-dialog.tsx';
import { useBoard, type BoardData } from './use-board.ts';
import './board.css';

interface MenuState {
  readonly at: MenuCards;
  readonly x: number;
  readonly y: number;
}

/** The hypotheses of the study side by side, with the codes that serve them as cards. */
export function HypothesesScreen(): ReactNode {
  const { t } = useI18n();
  const data = useBoard();
  const [menu, setMenu] = useState<MenuState | null>(null);
  if (data === undefined) return <div />;
  const open = (at: MenuCards, x: number, y: number): void => setMenu({ at, x, y });
  return (
    <>
      <SplitPane
        name="board"
        label={t('hypotheses.side')}
        direction="columns"
        initial={288}
        min={240}
        max={420}
        first={<BoardSide data={data} onMenu={open} />}
        second={<Columns data={data} onMenu={open} />}
      />
      <ContextMenu
        at={menu}
        onClose={() => setMenu(null)}
        label={t('codebook.actions', { name: menu?.at.card.row.code.name ?? '' })}
      >
        {menu !== null && <CardMenuItems data={data} at={menu.at} />}
      </ContextMenu>
      <HypothesisDialog />
      <RemoveHypothesisDialog hypotheses={data.book.hypotheses} />
    </>
  );
}

function Columns({
  data,
  onMenu,
}: {
  readonly data: BoardData;
  readonly onMenu: (at: MenuCards, x: number, y: number) => void;
}): ReactNode {
  const { t } = useI18n();
  const show = useNavigation((state) => state.show);
  const create = useHypothesisDialog((state) => state.create);
  const { readOnly, hypotheses, codes } = data.book;
  const unmapped = data.board.unmapped.cards.length;
  return (
    <Region name={t('hypotheses.board')} className="board">
      <header className="board-bar">
        <Button icon={ArrowLeft} variant="quiet" onPress={() => show('coder')}>
          {t('app.coder')}
        </Button>
        <h1>{t('hypotheses.many')}</h1>
        <p className="board-source">
          {t('hypotheses.counted', { count: hypotheses.length })},{' '}
          {t('common.codes', { count: codes.length })}
          {unmapped > 0 && `, ${t('hypotheses.without', { count: unmapped })}`}
        </p>
        <span className="board-space" />
        <Button icon={Plus} isDisabled={readOnly} onPress={create}>
          {t('hypotheses.new')}
        </Button>
      </header>
      {data.board.columns.length === 0 ? (
        <EmptyState
          text={t('hypotheses.empty')}
          action={
            <Button variant="primary" isDisabled={readOnly} onPress={create}>
              {t('hypotheses.new')}
            </Button>
          }
        />
      ) : (
        <div className="board-columns">
          {data.board.columns.map((column) => (
            <Column key={column.row.key} data={data} column={column} onMenu={onMenu} />
          ))}
        </div>
      )}
    </Region>
  );
}
