import { useMemo, useState, type ReactNode } from 'react';
import { fold } from '../../../src/text/fold.ts';
import { Region } from '../../app/region.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { SearchField } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { PlaceList } from './board-place.tsx';
import type { BoardPlace } from './board-model.ts';
import type { OpenCardMenu } from './card-menu.tsx';
import type { BoardData } from './use-board.ts';

interface SideProps {
  readonly data: BoardData;
  readonly onMenu: OpenCardMenu;
}

/** The codes that serve no hypothesis yet, or all of them, found by their name. What is dropped here is taken off. */
export function BoardSide({ data, onMenu }: SideProps): ReactNode {
  const { t } = useI18n();
  const [shows, setShows] = useState<'unmapped' | 'all'>('unmapped');
  const [words, setWords] = useState('');
  const from = data.board[shows];
  const place = useMemo((): BoardPlace => {
    const query = fold(words.trim()).folded;
    if (query === '') return from;
    const found = from.cards.filter(({ row }) => fold(row.code.name).folded.includes(query));
    return { ...from, cards: found.map((card) => ({ ...card, depth: 0 })) };
  }, [from, words]);
  const label = shows === 'all' ? t('hypotheses.allCodes') : t('hypotheses.none');
  return (
    <Region name={t('hypotheses.side')} className="board-side">
      <Segmented
        label={t('hypotheses.side')}
        fill
        options={[
          { id: 'unmapped', label: t('hypotheses.none') },
          { id: 'all', label: t('hypotheses.allCodes') },
        ]}
        value={shows}
        onChange={(value) => setShows(value ?? shows)}
      />
      <SearchField label={t('codebook.filter')} value={words} onChange={setWords} />
      <PlaceList
        data={data}
        place={place}
        label={label}
        empty={words === '' ? t('hypotheses.allMapped') : t('codebook.noMatch', { query: words })}
        onMenu={onMenu}
      />
    </Region>
  );
}
