import { RepereError } from '../errors/codes.ts';
import type { VariableType } from '../participants/contract.ts';
import { cellValue } from './cell-value.ts';
import type { DataRow } from './layout.ts';
import { keyOf } from '../text/name-key.ts';

/** A column that gives values, with the variable that takes them. */
export interface ValueColumn {
  readonly column: number;
  readonly name: string;
  /** The type that counts. */
  readonly type: VariableType;
  /** `null` for a variable that is new. */
  readonly variableId: number | null;
}

export interface PlannedValue {
  readonly column: ValueColumn;
  /** `null` takes the value away. */
  readonly value: string | null;
}

export interface Misfits {
  readonly column: ValueColumn;
  readonly cells: { readonly row: number; readonly value: string }[];
}

/** Error: `name.taken` when two columns mean one variable. */
export function refuseSameVariable(columns: readonly ValueColumn[]): void {
  const seen = new Set<string>();
  for (const { name, variableId } of columns) {
    const key = variableId === null ? keyOf(name) : `#${variableId}`;
    if (seen.has(key)) throw new RepereError('name.taken', { name });
    seen.add(key);
  }
}

/** Reads rows as values, and collects the cells that are none. */
export class ValuesPlan {
  readonly misfits: readonly Misfits[];
  readonly #clearEmpty: boolean;

  constructor(columns: readonly ValueColumn[], clearEmpty: boolean) {
    refuseSameVariable(columns);
    this.misfits = columns.map((column) => ({ column, cells: [] }));
    this.#clearEmpty = clearEmpty;
  }

  /** What a row changes, given what there is (`undefined`: nothing). */
  changes(row: DataRow, present: (column: ValueColumn) => string | undefined): PlannedValue[] {
    const changes: PlannedValue[] = [];
    for (const { column, cells } of this.misfits) {
      const read = cellValue(row.cells[column.column] ?? '', column.type);
      if (!read.fits) {
        cells.push({ row: row.number, value: read.value });
        continue;
      }
      const before = present(column) ?? null;
      if (read.value === before || (read.value === null && !this.#clearEmpty)) continue;
      changes.push({ column, value: read.value });
    }
    return changes;
  }
}
