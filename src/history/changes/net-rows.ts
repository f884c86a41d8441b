import type { ChangeRow } from '../store.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** What became of one row over several steps. */
export interface NetRow {
  readonly table: string;
  readonly id: number;
  /** Before the first change; `null`: it was not there. */
  readonly before: Row | null;
  /** After the last one; `null`: it is gone. */
  readonly after: Row | null;
  /** Columns that were given other values on the way. */
  readonly columns: ReadonlySet<string>;
  /** In how many steps it changed. */
  readonly steps: number;
}

interface Growing {
  readonly table: string;
  readonly id: number;
  readonly before: Row | null;
  after: Row | null;
  readonly columns: Set<string>;
  readonly steps: Set<number>;
}

/** Joins changes, in their order, row by row. Rows that came and went again, or ended as they began, are left out. */
export class NetRows {
  readonly #rows = new Map<string, Growing>();

  add(stepId: number, change: ChangeRow): void {
    const key = `${change.table_name} ${change.row_id}`;
    const [before, after] = [parsed(change.old_row), parsed(change.new_row)];
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = {
        table: change.table_name,
        id: change.row_id,
        before,
        after,
        columns: new Set(),
        steps: new Set(),
      };
      this.#rows.set(key, row);
    }
    row.after = after;
    row.steps.add(stepId);
    if (before === null || after === null) return;
    for (const column of Object.keys(after)) if (before[column] !== after[column]) row.columns.add(column);
  }

  all(): readonly NetRow[] {
    return [...this.#rows.values()].flatMap((row): NetRow[] => {
      const { before, after } = row;
      if (before === null && after === null) return [];
      const columns = new Set([...row.columns].filter((column) => before?.[column] !== after?.[column]));
      if (before !== null && after !== null && columns.size === 0) return [];
      return [{ ...row, columns, steps: row.steps.size }];
    });
  }
}

function parsed(image: string | null): Row | null {
  return image === null ? null : (JSON.parse(image) as Row);
}
