import type { ReactNode } from 'react';
import type { FrequencyRow, FrequencyTable } from '../../../src/analysis/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { FIRST_PARTICIPANT, type GridColumns } from './grid-columns.ts';
import type { Figure } from './state.ts';

export interface ParticipantCellsProps {
  readonly participants: FrequencyTable['participants'];
  readonly figures: Pick<FrequencyRow, 'segmentsByParticipant'>;
  readonly columns: GridColumns;
  readonly figure: Figure;
  /** Number of the active cell of the row, or -1. */
  readonly activeCell: number;
  readonly activeId: string;
}

/** Who: one square per participant, in the participants' order, always. */
export function ParticipantCells(props: ParticipantCellsProps): ReactNode {
  return props.columns.look === 'squares' ? <SquareCells {...props} /> : <StripCell {...props} />;
}

function SquareCells({
  participants,
  figures,
  figure,
  activeCell,
  activeId,
}: ParticipantCellsProps): ReactNode {
  const say = useSegmentsOf();
  return (
    <div className="freq-who" role="presentation">
      {participants.map(({ id, name }, index) => {
        const cell = FIRST_PARTICIPANT + index;
        const segments = figures.segmentsByParticipant[index] ?? 0;
        const title = say(name, segments);
        return (
          <i
            key={id}
            role="gridcell"
            aria-colindex={cell + 1}
            aria-label={title}
            title={title}
            data-cell={cell}
            data-participant={id}
            data-on={segments > 0 || undefined}
            data-depth={figure === 'segments' ? Math.min(3, segments) : undefined}
            {...(cell === activeCell ? { id: activeId, 'data-active': true } : {})}
          />
        );
      })}
    </div>
  );
}

/** More participants than have room for squares: strokes, and with very many a strip whose strokes share pixels. */
function StripCell({
  participants,
  figures,
  columns,
  activeCell,
  activeId,
}: ParticipantCellsProps): ReactNode {
  const { t, list } = useI18n();
  const names = participants
    .filter((_, index) => (figures.segmentsByParticipant[index] ?? 0) > 0)
    .map(({ name }) => name);
  const count = participants.length;
  const label = t('frequencies.presentIn', { n: names.length, total: count, names: list(names) });
  const gap = columns.look === 'strokes' ? 1 / 6 : 0;
  const path = participants
    .map((_, index) =>
      (figures.segmentsByParticipant[index] ?? 0) > 0 ? `M${index} 0h${1 - gap}v1h${gap - 1}Z` : '',
    )
    .join('');
  return (
    <div
      className="freq-who"
      role="gridcell"
      aria-colindex={FIRST_PARTICIPANT + 1}
      aria-label={label}
      title={label.length > 400 ? `${label.slice(0, 400)}…` : label}
      data-cell={FIRST_PARTICIPANT}
      {...(activeCell === FIRST_PARTICIPANT ? { id: activeId, 'data-active': true } : {})}
    >
      <svg className="freq-strip" viewBox={`0 0 ${count} 1`} preserveAspectRatio="none" aria-hidden>
        <path d={path} />
      </svg>
    </div>
  );
}

function useSegmentsOf(): (name: string, segments: number) => string {
  const { t } = useI18n();
  return (name, segments) =>
    segments === 0
      ? t('frequencies.squareNone', { name })
      : t('frequencies.squareSegments', { name, count: segments });
}
