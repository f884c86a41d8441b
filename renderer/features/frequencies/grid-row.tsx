import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type CSSProperties, type ReactNode } from 'react';
import type { FrequencyRow, FrequencyTable } from '../../../src/analysis/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { NBar, NOverN } from '../../ui/figures.tsx';
import { codeColour, Mark } from '../../ui/mark.tsx';
import type { GridColumns } from './grid-columns.ts';
import { ParticipantCells } from './participant-cells.tsx';
import type { ShownRow } from './rows.ts';
import type { Figure } from './state.ts';

export interface GridRowProps {
  readonly row: ShownRow;
  readonly participants: FrequencyTable['participants'];
  readonly columns: GridColumns;
  readonly figure: Figure;
  /** What a full bar means: the largest code's figure, or the whole table's for headings. */
  readonly fullBar: number;
  readonly index: number;
  readonly isSelected: boolean;
  /** Number of the active cell, or -1 in other rows. */
  readonly activeCell: number;
  readonly activeId: string;
  readonly top: number | null;
}

/** One line of the table. Presses are heard by the grid, which finds the row and the cell by their data. */
export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { row, participants, columns, figure, fullBar, index, isSelected, activeCell, activeId, top } = props;
  const { number, percent } = useI18n();
  const { figures } = row;
  const total = participants.length;
  const n = figures.participantIds.length;
  const lastCell = columns.cells.length - 1;
  const active = (cell: number): object => ({
    'data-cell': cell,
    'aria-colindex': cell + 1,
    ...(cell === activeCell ? { id: activeId, 'data-active': true } : {}),
  });
  return (
    <div
      role="row"
      className={`freq-row freq-row-${figures.kind}`}
      data-key={row.key}
      data-selected={isSelected || undefined}
      data-empty={figures.segments === 0 || undefined}
      aria-rowindex={index + 2}
      aria-level={row.level + 1}
      aria-selected={isSelected}
      {...(row.isFolded === null ? {} : { 'aria-expanded': !row.isFolded })}
      style={rowStyle(row, top)}
    >
      <div role="gridcell" className="freq-name" {...active(0)}>
        <RowName row={row} />
      </div>
      <div role="gridcell" className="freq-n" {...active(1)}>
        <NOverN n={n} total={total} className="freq-number" />
        {figures.kind !== 'group' && (
          <FigureBar figures={figures} total={total} figure={figure} full={fullBar} />
        )}
      </div>
      <div role="gridcell" className="freq-figure" {...active(2)}>
        {percent(total === 0 ? 0 : n / total)}
      </div>
      <ParticipantCells {...{ participants, figures, columns, figure, activeCell, activeId }} />
      <div role="gridcell" className="freq-figure" {...active(lastCell - 2)}>
        <span className="freq-number">{number(figures.segments)}</span>
      </div>
      <div role="gridcell" className="freq-figure" {...active(lastCell - 1)}>
        {number(figures.words)}
      </div>
      <div role="gridcell" className="freq-figure" {...active(lastCell)}>
        {percent(figures.wordShare, 1, true)}
      </div>
    </div>
  );
});

function rowStyle(row: ShownRow, top: number | null): CSSProperties {
  return {
    '--level': row.level,
    ...(row.code === null ? {} : codeColour(row.code.colour)),
    ...(top === null ? {} : { position: 'absolute', top }),
  } as CSSProperties;
}

function RowName({ row }: { readonly row: ShownRow }): ReactNode {
  const Chevron = row.isFolded === true ? ChevronRight : ChevronDown;
  return (
    <>
      <span className="freq-lead">
        {row.code === null ? (
          <Chevron size={14} aria-hidden />
        ) : (
          <Mark colour={row.code.colour} shape={row.code.shape} />
        )}
      </span>
      <span className="freq-label" title={row.code === null ? row.name : row.code.path}>
        {row.label !== '' && <b>{row.label}</b>}
        {row.name}
      </span>
    </>
  );
}

interface FigureBarProps {
  readonly figures: FrequencyRow;
  readonly total: number;
  readonly figure: Figure;
  readonly full: number;
}

function FigureBar({ figures, total, figure, full }: FigureBarProps): ReactNode {
  const tone = figures.kind === 'code' ? 'neutral' : 'accent';
  if (figure === 'participants') return <NBar n={figures.participantIds.length} total={total} tone={tone} />;
  const share = full === 0 ? 0 : figures[figure] / full;
  return (
    <span className={`n-bar n-bar-${tone}`} aria-hidden>
      <i data-whole style={{ '--n-bar-share': `${share * 100}%` } as CSSProperties} />
    </span>
  );
}
