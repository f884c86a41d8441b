import { useCallback, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { Filter } from '../../../src/contract/common.ts';
import { useNavigation, type Selection } from '../../app/navigation.ts';
import { FIRST_PARTICIPANT, type GridColumns } from './grid-columns.ts';
import type { ShownRow } from './rows.ts';
import { changeView, toggleFold, useFrequencyView } from './state.ts';

export interface GridHandlers {
  /** The row that the keyboard is on: the first while none was chosen. */
  readonly activeRow: number;
  readonly isChosen: boolean;
  readonly activeCell: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
}

export interface GridInput {
  readonly rows: readonly ShownRow[];
  readonly columns: GridColumns;
  readonly participantIds: readonly number[];
  /** Rows in the visible part, for a page up or down. */
  readonly page: () => number;
}

/** Moves through the table's cells, folds headings, and opens the quotations behind a number or a square. */
export function useGrid({ rows, columns, participantIds, page }: GridInput): GridHandlers {
  const activeKey = useFrequencyView((state) => state.activeRow);
  const [cell, setCell] = useState(0);
  const found = rows.findIndex((row) => row.key === activeKey);
  const activeRow = Math.max(0, found);
  const activeCell = Math.min(cell, columns.cells.length - 1);

  const goTo = useCallback(
    (row: ShownRow | undefined, next: number) => {
      if (row === undefined) return;
      setCell(next);
      changeView({ activeRow: row.key });
      if (row.code !== null) useNavigation.getState().chooseCode(row.code.id);
    },
    [setCell],
  );

  const open = (row: ShownRow, at: number): void => {
    const person = columns.cells[at] === 'participant' ? participantIds[at - FIRST_PARTICIPANT] : undefined;
    openQuotations(row, person);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[activeRow];
    if (row === undefined || event.altKey) return;
    const last = columns.cells.length - 1;
    const toRow = (index: number): void =>
      goTo(rows[Math.min(rows.length - 1, Math.max(0, index))], activeCell);
    const toCell = (next: number): void => goTo(row, Math.min(last, Math.max(0, next)));
    const fold = (folded: boolean): boolean => {
      if (activeCell !== 0 || row.isFolded === null || row.isFolded === folded) return false;
      toggleFold(row.key, folded);
      return true;
    };
    const far = event.ctrlKey || event.metaKey;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => toRow(activeRow + 1),
      ArrowUp: () => toRow(activeRow - 1),
      j: () => toRow(activeRow + 1),
      k: () => toRow(activeRow - 1),
      ArrowRight: () => fold(false) || toCell(activeCell + 1),
      ArrowLeft: () => fold(true) || toCell(activeCell - 1),
      PageDown: () => toRow(activeRow + page()),
      PageUp: () => toRow(activeRow - page()),
      Home: () => (far ? goTo(rows[0], activeCell) : toCell(0)),
      End: () => (far ? goTo(rows.at(-1), activeCell) : toCell(last)),
      Enter: () => open(row, activeCell),
      ' ': () => (row.isFolded === null ? open(row, activeCell) : toggleFold(row.key)),
    };
    const move = moves[event.key];
    if (move === undefined || (far && event.key !== 'Home' && event.key !== 'End')) return;
    event.preventDefault();
    move();
  };

  const onClick = (event: MouseEvent): void => {
    const hit = hitOf(event, rows);
    if (hit === null) return;
    goTo(hit.row, hit.cell);
    const kind = columns.cells[hit.cell];
    if (kind === 'name') {
      if (hit.row.isFolded !== null) toggleFold(hit.row.key);
    } else if (isPressable(event.target)) {
      open(hit.row, hit.cell);
    }
  };

  const onDoubleClick = (event: MouseEvent): void => {
    const hit = hitOf(event, rows);
    if (hit !== null && hit.row.code !== null && columns.cells[hit.cell] === 'name') open(hit.row, 0);
  };

  return { activeRow, activeCell, isChosen: found >= 0, onKeyDown, onClick, onDoubleClick };
}

/** Numbers and filled squares are pressed; the ground around them is not. */
function isPressable(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.freq-number, [data-on], .freq-strip') !== null;
}

function hitOf(
  event: MouseEvent,
  rows: readonly ShownRow[],
): { readonly row: ShownRow; readonly cell: number } | null {
  if (!(event.target instanceof Element)) return null;
  const cell = Number(event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell']);
  const key = event.target.closest<HTMLElement>('[data-key]')?.dataset['key'];
  const row = rows.find((each) => each.key === key);
  return row === undefined || Number.isNaN(cell) ? null : { row, cell };
}

/** Shows the segments behind a row's numbers, of one participant when given, with the filters of the screen. */
function openQuotations(row: ShownRow, participantId?: number): void {
  if (row.figures.segments === 0) return;
  const { filter } = useFrequencyView.getState();
  const narrowed: Filter =
    participantId === undefined ? filter : { ...filter, participantIds: [participantId] };
  const selection: Selection = { ...row.selection, filter: narrowed };
  useNavigation.getState().openQuotations(selection);
}
