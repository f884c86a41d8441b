import type { TextRange } from '../text/range.ts';
import type { Compiled, CompiledQuery } from './compile.ts';
import type { Hit } from './match.ts';

/**
 * The hits of a query in those units (paragraphs, sentences…) for which it is true: what is not excluded, in order; a
 * hit inside another is left out. `leafHits` holds the hits of each leaf, ascending; a hit belongs to the unit in
 * which it begins.
 */
export function evaluate(
  { root }: CompiledQuery,
  leafHits: readonly (readonly Hit[])[],
  units: readonly TextRange[],
): Hit[] {
  const next = leafHits.map(() => 0);
  const found: Hit[] = [];
  for (const unit of units) {
    const inside = leafHits.map((hits, leaf) => {
      let at = next[leaf] ?? 0;
      while (at < hits.length && (hits[at]?.start ?? 0) < unit.start) at += 1;
      const from = at;
      while (at < hits.length && (hits[at]?.start ?? 0) < unit.end) at += 1;
      next[leaf] = at;
      return hits.slice(from, at);
    });
    const hits = inside.some((each) => each.length > 0) ? hitsOf(root, inside) : null;
    if (hits !== null) found.push(...withoutInner(hits));
  }
  return found;
}

/** The hits that make a query true, or `null` where it is false. */
function hitsOf(query: Compiled, inside: readonly (readonly Hit[])[]): readonly Hit[] | null {
  switch (query.kind) {
    case 'phrase':
    case 'near': {
      const hits = inside[query.leaf] ?? [];
      return hits.length > 0 ? hits : null;
    }
    case 'not':
      return hitsOf(query.part, inside) === null ? [] : null;
    case 'and': {
      const parts = query.parts.map((part) => hitsOf(part, inside));
      return parts.every((part) => part !== null) ? parts.flat() : null;
    }
    case 'or': {
      const parts = query.parts.map((part) => hitsOf(part, inside)).filter((part) => part !== null);
      return parts.length > 0 ? parts.flat() : null;
    }
  }
}

function withoutInner(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = kept.at(-1);
    if (before === undefined || hit.end > before.end) kept.push(hit);
  }
  return kept;
}
