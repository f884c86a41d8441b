import { chainOf } from './page-map.ts';
import type { PageFile } from './page-file.ts';
import { readRecord, type Value } from './record.ts';
import { cellAt, treePage, type Cell } from './tree-page.ts';

/** A row as it stands in a file: its number, and its values in the order of the columns. */
export interface PageRow {
  readonly rowid: number;
  readonly values: readonly Value[];
}

/** The rows of one leaf that can be read, in their order; those whose rest is lost are told to `onLoss`. */
export function* rowsOfLeaf(
  file: PageFile,
  number: number,
  onLoss: () => void = () => undefined,
): Generator<PageRow> {
  const page = file.page(number);
  const leaf = treePage(page, number === 1 ? 100 : 0, file.usable);
  if (leaf?.kind !== 'leaf') return;
  for (let lost = leaf.cells - leaf.places.length; lost > 0; lost -= 1) onLoss();
  for (const place of leaf.places) {
    const cell = cellAt(page, place, file.usable);
    const payload = cell === null ? null : payloadOf(cell, file);
    const values = payload === null ? null : readRecord(payload);
    if (cell === null || values === null) onLoss();
    else yield { rowid: cell.rowid, values };
  }
}

function payloadOf({ local, payloadBytes, overflow }: Cell, file: PageFile): Buffer | null {
  if (payloadBytes > local.length + file.count * file.usable) return null;
  const pieces = [local];
  let left = payloadBytes - local.length;
  if (left === 0) return local;
  for (const number of chainOf(overflow, file)) {
    const piece = file.page(number).subarray(4, Math.min(file.usable, 4 + left));
    pieces.push(piece);
    left -= piece.length;
    if (left === 0) return Buffer.concat(pieces);
  }
  return null;
}
