import type { PageFile } from './page-file.ts';
import type { PageMap } from './page-map.ts';
import { rowsOfLeaf, type PageRow } from './rows.ts';

/** Rows of one page, and the table they belong to. */
export interface FoundRows {
  readonly table: string;
  readonly rows: readonly PageRow[];
  /** Rows of this page that cannot be read. */
  readonly lost: number;
  readonly standing: Standing;
}

/**
 * Whether rows are there for certain: in a tree that the list of tables names, or where every page that was given back is
 * known. Otherwise those of a table's greatest tree are likely there; others may be what is left of rows taken out.
 */
export type Standing = 'certain' | 'likely' | 'doubtful';

export interface Shapes {
  tableOf(rows: readonly PageRow[]): string | null;
  fits(table: string, rows: readonly PageRow[]): boolean;
}

/** Rows of a page or tree that are looked at to tell whose they are. */
const LOOKED_AT = 12;

/** All rows of a file's tables, page by page: first those of trees whose table is known, then what hangs on nothing. */
export function* foundRows(file: PageFile, map: PageMap, shapes: Shapes): Generator<FoundRows> {
  const roots = rootsIn(file, map);
  const trees = [...map.leaves].toSorted(
    ([a, inA], [b, inB]) => Number(roots.has(b)) - Number(roots.has(a)) || inB.length - inA.length || a - b,
  );
  const begun = new Set<string>();
  for (const [root, leaves] of trees) {
    const named = roots.get(root);
    const owner = named ?? shapes.tableOf(someRows(file, leaves));
    const isCertain = map.isFreeListKnown || (named !== undefined && file.header !== null);
    const standing = isCertain ? 'certain' : owner !== null && !begun.has(owner) ? 'likely' : 'doubtful';
    if (owner !== null) begun.add(owner);
    for (const leaf of leaves) {
      let lost = 0;
      const rows = [...rowsOfLeaf(file, leaf, () => (lost += 1))];
      const some = rows.slice(0, LOOKED_AT);
      if (rows.length === 0 && lost === 0) continue;
      // A page that came to stand where another one was.
      const table =
        owner !== null && (some.length === 0 || shapes.fits(owner, some)) ? owner : shapes.tableOf(some);
      if (table === null) continue;
      yield { table, rows, lost, standing };
    }
  }
}

function someRows(file: PageFile, leaves: readonly number[]): readonly PageRow[] {
  const found: PageRow[] = [];
  for (const leaf of leaves) {
    for (const row of rowsOfLeaf(file, leaf)) {
      found.push(row);
      if (found.length >= LOOKED_AT) return found;
    }
  }
  return found;
}

/** The tables by the page on which each begins, as far as the list of them can be read. */
function rootsIn(file: PageFile, map: PageMap): ReadonlyMap<number, string> {
  const roots = new Map<number, string>();
  for (const [root, leaves] of map.leaves)
    for (const leaf of leaves)
      for (const { values } of rowsOfLeaf(file, leaf)) {
        if (!isSchemaRow(values)) {
          if (root !== 1) break;
          continue;
        }
        const [type, name, , page] = values;
        // What stands on the first page's tree is how it is; elsewhere it may be how it was.
        if (type === 'table' && (root === 1 || !roots.has(Number(page))))
          roots.set(Number(page), String(name));
      }
  return roots;
}

function isSchemaRow(values: readonly unknown[]): boolean {
  const [type, name, table, page, sql] = values;
  return (
    values.length === 5 &&
    (type === 'table' || type === 'index') &&
    typeof name === 'string' &&
    typeof table === 'string' &&
    typeof page === 'number' &&
    (sql === null || typeof sql === 'string')
  );
}
