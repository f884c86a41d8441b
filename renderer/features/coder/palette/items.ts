import type { Code } from '../../../../src/codebook/contract.ts';
import type { Candidate, Match } from './match.ts';

/** A code as the palette knows it. */
export interface PaletteCode extends Candidate {
  readonly code: Code;
  /** Labels of the hypotheses it is mapped to: `H2`, `H1, H3`. */
  readonly hypotheses: string;
}

export type PaletteItem =
  | {
      readonly kind: 'code';
      readonly key: string;
      readonly entry: PaletteCode;
      readonly match: Match<PaletteCode> | null;
    }
  | { readonly kind: 'create'; readonly key: string; readonly name: string }
  | { readonly kind: 'inVivo'; readonly key: string; readonly name: string }
  | { readonly kind: 'recent'; readonly key: string; readonly entry: PaletteCode; readonly index: number };

/** The id of the code that a line applies; `null` for one that makes a code. */
export function codeIn(item: PaletteItem): number | null {
  return item.kind === 'code' || item.kind === 'recent' ? item.entry.id : null;
}

export interface PaletteSections {
  /** Codes that match, or all of them while nothing was typed. */
  readonly codes: readonly PaletteItem[];
  readonly create: readonly PaletteItem[];
  readonly recents: readonly PaletteItem[];
}

const RECENTS_SHOWN = 3;
const MATCHES_SHOWN = 50;

export interface PaletteInput {
  readonly query: string;
  readonly codes: readonly PaletteCode[];
  readonly matches: readonly Match<PaletteCode>[];
  readonly recentIds: readonly number[];
  readonly inVivo: string;
}

/** What the palette lists. While nothing was typed the recents come whole and first, then every code in the codebook's order. */
export function paletteSections({ query, codes, matches, recentIds, inVivo }: PaletteInput): PaletteSections {
  const name = query.trim();
  const byId = new Map(codes.map((entry) => [entry.id, entry]));
  const recents = recentIds.flatMap((id, index): PaletteItem[] => {
    const entry = byId.get(id);
    return entry === undefined ? [] : [{ kind: 'recent', key: `recent-${id}`, entry, index }];
  });
  const listed: PaletteItem[] =
    name === ''
      ? codes.map((entry) => ({ kind: 'code', key: `code-${entry.id}`, entry, match: null }))
      : matches
          .slice(0, MATCHES_SHOWN)
          .map((match) => ({ kind: 'code', key: `code-${match.item.id}`, entry: match.item, match }));
  const create: PaletteItem[] = [
    ...(name === '' || codes.some((entry) => entry.name === name)
      ? []
      : [{ kind: 'create', key: 'create', name } as const]),
    ...(inVivo === '' ? [] : [{ kind: 'inVivo', key: 'in-vivo', name: inVivo } as const]),
  ];
  return { codes: listed, create, recents: name === '' ? recents : recents.slice(0, RECENTS_SHOWN) };
}

/** All items in the order in which arrows go through them. */
export function inListOrder(sections: PaletteSections, query: string): readonly PaletteItem[] {
  return query.trim() === ''
    ? [...sections.recents, ...sections.create, ...sections.codes]
    : [...sections.codes, ...sections.create, ...sections.recents];
}
