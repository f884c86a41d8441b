import type { PageFile } from './page-file.ts';
import { cellAt, treePage, type TreeKind } from './tree-page.ts';

/** What each page of a file is, and which pages hang on which. */
export interface PageMap {
  /** Pages of tables with rows on them, by the page from which each is reached; a page that hangs on none, by its own. */
  readonly leaves: ReadonlyMap<number, readonly number[]>;
  /** Whether every page that was given back is known: then whatever else holds rows, holds rows that are there. */
  readonly isFreeListKnown: boolean;
}

interface Seen {
  readonly kinds: ReadonlyMap<number, TreeKind>;
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** Lists of pages that were given back, by what their bytes look like. */
  readonly trunks: ReadonlyMap<number, Trunk>;
  /** Pages on which the rest of rows too long for one begins, by the page that holds their beginning. */
  readonly rests: ReadonlyMap<number, readonly number[]>;
}

interface Trunk {
  readonly next: number;
  readonly leaves: readonly number[];
}

/** Looks at every page once. */
export function mapPages(file: PageFile): PageMap {
  const seen = look(file);
  const listed = file.header === null ? null : freeList(file.header, file);
  const freed = listed ?? guessedFree(seen, file);
  const leaves = new Map<number, readonly number[]>();
  const below = new Set<number>();
  for (const [page, children] of seen.children)
    if (!freed.has(page)) for (const child of children) if (child !== page) below.add(child);
  for (const page of seen.kinds.keys()) {
    if (below.has(page) || freed.has(page)) continue;
    const found = reachedFrom(page, seen, freed);
    if (found.length > 0) leaves.set(page, found);
  }
  return { leaves, isFreeListKnown: listed !== null || isAllKnown(seen, freed, file) };
}

function look(file: PageFile): Seen {
  const kinds = new Map<number, TreeKind>();
  const children = new Map<number, readonly number[]>();
  const trunks = new Map<number, Trunk>();
  const rests = new Map<number, readonly number[]>();
  for (let number = 1; number <= file.count; number += 1) {
    const page = file.page(number);
    const tree = treePage(page, number === 1 ? 100 : 0, file.usable);
    if (tree === null) {
      const trunk = trunkIn(page, file);
      if (trunk !== null) trunks.set(number, trunk);
      continue;
    }
    if (tree.kind === 'index') continue;
    kinds.set(number, tree.kind);
    if (tree.kind === 'interior')
      children.set(
        number,
        tree.children.filter((each) => isPage(each, file)),
      );
    else
      rests.set(
        number,
        tree.places.map((place) => cellAt(page, place, file.usable)?.overflow ?? 0),
      );
  }
  return { kinds, children, trunks, rests };
}

/** The pages of a chain, from its first one on. */
export function* chainOf(first: number, file: PageFile): Generator<number> {
  const seen = new Set<number>();
  let at = first;
  while (at > 1 && at <= file.count && !seen.has(at)) {
    seen.add(at);
    yield at;
    at = file.page(at).readUInt32BE(0);
  }
}

function isPage(number: number, file: PageFile): boolean {
  return number > 1 && number <= file.count;
}

function trunkIn(page: Buffer, file: PageFile): Trunk | null {
  const next = page.readUInt32BE(0);
  const count = page.readUInt32BE(4);
  if (next > file.count || next === 1 || count > file.usable / 4 - 2) return null;
  const leaves = Array.from({ length: count }, (_, index) => page.readUInt32BE(8 + 4 * index));
  const isList = leaves.every((each) => isPage(each, file)) && new Set(leaves).size === count;
  return isList ? { next, leaves } : null;
}

/** The pages that were given back, as the first page says; `null` when its list cannot be followed to its end. */
function freeList(header: Buffer, file: PageFile): ReadonlySet<number> | null {
  const freed = new Set<number>();
  let at = header.readUInt32BE(32);
  while (at !== 0) {
    const trunk = isPage(at, file) && !freed.has(at) ? trunkIn(file.page(at), file) : null;
    if (trunk === null) return null;
    freed.add(at);
    for (const leaf of trunk.leaves) freed.add(leaf);
    at = trunk.next;
  }
  return freed.size === header.readUInt32BE(36) ? freed : null;
}

/** What looks like a list of pages that were given back is one, unless something hangs on it that was not given back. */
function guessedFree(seen: Seen, file: PageFile): ReadonlySet<number> {
  const lists = [...seen.trunks].filter(([, { leaves }]) => leaves.length > 0);
  const all = new Set(lists.flatMap(([page, { leaves }]) => [page, ...leaves]));
  const used = overflowOf(seen, all, file);
  const freed = new Set(
    lists.filter(([page]) => !used.has(page)).flatMap(([page, { leaves }]) => [page, ...leaves]),
  );
  for (const [page, below] of seen.children)
    if (!freed.has(page)) for (const each of below) if (!seen.trunks.has(each)) freed.delete(each);
  return freed;
}

/** Pages that hold the rest of rows, of all leaves that were not given back. */
function overflowOf({ rests }: Seen, freed: ReadonlySet<number>, file: PageFile): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [leaf, firsts] of rests) {
    if (freed.has(leaf)) continue;
    for (const first of firsts)
      for (const each of chainOf(first, file)) {
        // From here on it is known; this also bounds what damaged chains cost.
        if (found.has(each)) break;
        found.add(each);
      }
  }
  return found;
}

/** Whether nothing in the file is of no use: then no list of pages that were given back can be among it. */
function isAllKnown(seen: Seen, freed: ReadonlySet<number>, file: PageFile): boolean {
  const overflow = overflowOf(seen, freed, file);
  for (let page = 2; page <= file.count; page += 1) {
    if (seen.kinds.has(page) || overflow.has(page) || freed.has(page)) continue;
    if (treePage(file.page(page), 0, file.usable) === null) return false;
  }
  return true;
}

function reachedFrom(root: number, { kinds, children }: Seen, freed: ReadonlySet<number>): readonly number[] {
  const found: number[] = [];
  const seen = new Set<number>();
  const waiting = [root];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (seen.has(page) || freed.has(page)) continue;
    seen.add(page);
    if (kinds.get(page) === 'leaf') found.push(page);
    else for (const child of (children.get(page) ?? []).toReversed()) waiting.push(child);
  }
  return found;
}
