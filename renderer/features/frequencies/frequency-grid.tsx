import { useEffect, useId, useMemo, useRef, type CSSProperties, type ReactNode, type RefObject } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import { GridTotal } from './grid-total.tsx';
import { gridColumns, type GridColumns } from './grid-columns.ts';
import { heightOf, useRowWindow } from './row-window.ts';
import type { ShownRow } from './rows.ts';
import type { Figure } from './state.ts';
import type { FrequencyData } from './use-frequencies.ts';
import { useGrid } from './use-grid.ts';
import './grid.css';

export interface FrequencyGridProps {
  readonly data: FrequencyData;
  readonly figure: Figure;
}

const ROW = 25;
/** Widths of a bold digit and of the slash. */
const DIGIT = 8.1;
const SLASH = 5.5;

/** The table « n / N »: a tree grid with one stop on the keyboard; arrows move in it, Enter opens the quotations. */
export function FrequencyGrid({ data, figure }: FrequencyGridProps): ReactNode {
  const { t } = useI18n();
  const { table, rows, noun } = data;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const activeId = `${id}-active`;
  const columns = useMemo(() => gridColumns(table), [table]);
  const participantIds = useMemo(() => table.participants.map((participant) => participant.id), [table]);
  const page = (): number => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / ROW) - 4);
  const grid = useGrid({ rows, columns, participantIds, page });
  const shown = useRowWindow(rows, scroller);
  const full = useMemo(() => fullBars(data, figure), [data, figure]);
  useKeepInView(scroller, rows, grid.activeRow, grid.activeCell, shown?.tops ?? null);
  const activeKey = rows[grid.activeRow]?.key;
  const from = shown?.from ?? 0;
  return (
    <div
      ref={scroller}
      className="freq-grid"
      role="treegrid"
      tabIndex={0}
      aria-label={t('frequencies.table')}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.cells.length}
      {...(rows.length === 0 ? {} : { 'aria-activedescendant': activeId })}
      style={gridStyle(columns, participantIds.length)}
      data-figure={figure}
      onKeyDown={grid.onKeyDown}
      onClick={grid.onClick}
      onDoubleClick={grid.onDoubleClick}
    >
      <GridHead participants={table.participants} noun={noun} columns={columns} figure={figure} />
      <div
        role="rowgroup"
        className="freq-body"
        {...(shown === null ? {} : { style: { height: shown.height } })}
      >
        {rows.slice(from, shown?.to ?? rows.length).map((row, offset) => (
          <GridRow
            key={row.key}
            row={row}
            participants={table.participants}
            columns={columns}
            figure={figure}
            fullBar={row.figures.kind === 'code' ? full.code : full.heading}
            index={from + offset}
            isSelected={grid.isChosen && row.key === activeKey}
            activeCell={row.key === activeKey ? grid.activeCell : -1}
            activeId={activeId}
            top={shown === null ? null : (shown.tops[from + offset] ?? 0)}
          />
        ))}
      </div>
      <GridTotal table={table} columns={columns} index={rows.length} />
    </div>
  );
}

function gridStyle({ participantsWidth }: GridColumns, total: number): CSSProperties {
  const numbers = 2 * String(total).length * DIGIT + SLASH;
  return { '--freq-who': `${participantsWidth}px`, '--freq-n-width': `${numbers}px` } as CSSProperties;
}

/** What fills a bar: for codes the largest of them, for headings the whole table. */
function fullBars(
  { table }: FrequencyData,
  figure: Figure,
): { readonly code: number; readonly heading: number } {
  if (figure === 'participants') return { code: 1, heading: 1 };
  const codes = table.rows.filter(({ kind }) => kind === 'code');
  return { code: Math.max(0, ...codes.map((row) => row[figure])), heading: table.total[figure] };
}

/** Scrolls the active cell out from under the head and the total when the keyboard moved it there. */
function useKeepInView(
  scroller: RefObject<HTMLDivElement | null>,
  rows: readonly ShownRow[],
  row: number,
  cell: number,
  tops: readonly number[] | null,
): void {
  const before = useRef({ row, cell });
  useEffect(() => {
    if (before.current.row === row && before.current.cell === cell) return;
    before.current = { row, cell };
    const element = scroller.current;
    if (element === null) return;
    const top = tops?.[row] ?? rows.slice(0, row).reduce((sum, each) => sum + heightOf(each), 0);
    const height = rows[row] === undefined ? ROW : heightOf(rows[row]);
    const room = element.clientHeight - 2 * 34;
    if (top < element.scrollTop) element.scrollTo({ top });
    else if (top + height > element.scrollTop + room) element.scrollTo({ top: top + height - room });
  }, [scroller, rows, row, cell, tops]);
}
