import { readVarint } from './record.ts';

export type TreeKind = 'leaf' | 'interior' | 'index';

/** A page of a tree, by its head: https://www.sqlite.org/fileformat2.html section 1.6. */
export interface TreePage {
  readonly kind: TreeKind;
  readonly cells: number;
  /** Where each cell begins, in bytes from the beginning of the page; those outside of it are left out. */
  readonly places: readonly number[];
  /** Pages below, of an interior page of a table. */
  readonly children: readonly number[];
}

const KINDS: Readonly<Record<number, TreeKind>> = { 2: 'index', 5: 'interior', 10: 'index', 13: 'leaf' };

/** Reads the head of a page; `offset` is 100 on the first one. `null`: it is no page of a tree. */
export function treePage(page: Buffer, offset: number, usable: number): TreePage | null {
  const type = page[offset] ?? 0;
  const kind = KINDS[type];
  if (kind === undefined) return null;
  const head = offset + (type === 2 || type === 5 ? 12 : 8);
  const cells = page.readUInt16BE(offset + 3);
  const content = page.readUInt16BE(offset + 5) || 65_536;
  const end = head + 2 * cells;
  if (end > usable || content < end || content > Math.max(usable, 65_536)) return null;
  const places: number[] = [];
  for (let at = head; at < end; at += 2) {
    const place = page.readUInt16BE(at);
    if (place >= end && place < usable) places.push(place);
  }
  // Some pointers may be damaged; where most are, the page is something else.
  if (places.length * 2 < cells) return null;
  const children =
    kind === 'interior'
      ? [...places.filter((place) => place + 4 <= usable), offset + 8].map((place) =>
          page.readUInt32BE(place),
        )
      : [];
  return { kind, cells, places, children };
}

/** A row of a leaf, as far as it stands on the page itself. */
export interface Cell {
  readonly rowid: number;
  readonly payloadBytes: number;
  readonly local: Buffer;
  /** The page on which the rest begins; 0: there is no rest. */
  readonly overflow: number;
}

/** The row that begins at a place of a leaf; `null` where none can. */
export function cellAt(page: Buffer, place: number, usable: number): Cell | null {
  const size = readVarint(page, place);
  const rowid = size === null ? null : readVarint(page, size.next);
  if (size === null || rowid === null || !Number.isSafeInteger(rowid.value)) return null;
  const payloadBytes = size.value;
  const most = usable - 35;
  const inPlace = payloadBytes <= most ? payloadBytes : localBytes(payloadBytes, usable);
  const end = rowid.next + inPlace;
  const hasRest = inPlace < payloadBytes;
  if (end + (hasRest ? 4 : 0) > usable || payloadBytes === 0) return null;
  return {
    rowid: rowid.value,
    payloadBytes,
    local: page.subarray(rowid.next, end),
    overflow: hasRest ? page.readUInt32BE(end) : 0,
  };
}

function localBytes(payloadBytes: number, usable: number): number {
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((payloadBytes - least) % (usable - 4));
  return fitting <= usable - 35 ? fitting : least;
}
