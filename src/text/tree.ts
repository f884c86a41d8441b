export interface Placed<T> {
  readonly item: T;
  /** `null` at the top. */
  readonly parent: Placed<T> | null;
}

/**
 * Items depth first, parents before children, siblings as they come. What names a parent that is not there, or is its own
 * ancestor, stands at the top: a file may come from anyone, and nothing of it is lost from view. No recursion, so that a
 * tree may be as deep as it likes.
 */
export function depthFirst<T, K>(
  items: readonly T[],
  keyOf: (item: T) => K,
  parentOf: (item: T) => K | null,
): readonly Placed<T>[] {
  const known = new Set(items.map(keyOf));
  const parentWithin = (item: T): K | null => {
    const parent = parentOf(item);
    return parent === null || !known.has(parent) ? null : parent;
  };
  const children = Map.groupBy(items, parentWithin);
  const placed: Placed<T>[] = [];
  const seen = new Set<K>();
  const walk = (top: T): void => {
    const open: Placed<T>[] = [{ item: top, parent: null }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const key = keyOf(next.item);
      if (seen.has(key)) continue;
      seen.add(key);
      placed.push(next);
      const parent = next;
      for (const item of (children.get(key) ?? []).toReversed()) open.push({ item, parent });
    }
  };
  for (const top of children.get(null) ?? []) walk(top);
  // Only what stands in a circle is left.
  for (const item of items) if (!seen.has(keyOf(item))) walk(item);
  return placed;
}

/** A key and all that stands below it, each once. */
export function below<K>(key: K, childrenOf: (key: K) => readonly K[]): readonly K[] {
  const found = new Set<K>([key]);
  // A set goes on with what is added while it is gone through.
  for (const each of found) for (const child of childrenOf(each)) found.add(child);
  return [...found];
}

/** What stands above a key, from its parent upwards, each once and never the key itself; at most so many. */
export function above<K>(key: K, parentOf: (key: K) => K | null, most = Infinity): readonly K[] {
  const seen = new Set<K>([key]);
  for (let at = parentOf(key); at !== null && !seen.has(at) && seen.size <= most; at = parentOf(at))
    seen.add(at);
  return [...seen].slice(1);
}
