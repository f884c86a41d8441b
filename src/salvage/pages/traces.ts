import { openPages } from './page-file.ts';
import { rowsOfLeaf } from './rows.ts';

/** So many pages are looked at, and so many of them must hold rows. */
const LOOKED_AT = 400;
const ENOUGH = 3;

/** Whether a file that SQLite does not take for one of its own has pages with rows all the same: its beginning is lost. */
export function hasRowPages(path: string): boolean {
  let file: ReturnType<typeof openPages> | null = null;
  try {
    file = openPages(path);
    let found = 0;
    for (let page = 1; page <= Math.min(file.count, LOOKED_AT) && found < ENOUGH; page += 1) {
      let lost = 0;
      const rows = [...rowsOfLeaf(file, page, () => (lost += 1))];
      if (rows.length > lost) found += 1;
    }
    return found >= ENOUGH;
  } catch {
    // What cannot be read has no traces.
    return false;
  } finally {
    file?.close();
  }
}
