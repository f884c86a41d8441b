import type { Code } from '../../../src/codebook/contract.ts';
import type { CodingLink } from '../../../src/codings/contract.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import type { ViewLink } from '../../transcript/types.ts';

/** A link as one of its ends reads it. */
export interface SegmentLink {
  readonly id: number;
  readonly kind: CodingLink['kind'];
  /** `from`: this end explains, contradicts or continues the other; `to`: the other does so with this one. */
  readonly way: 'from' | 'to';
  readonly other: CodingLink['to'];
}

/** How a link reads from one end, with the other end to follow: « explique », « est expliqué par ». */
export const LINK_WORDS = {
  explains: { from: 'links.explains', to: 'links.explainedBy' },
  contradicts: { from: 'links.contradicts', to: 'links.contradictedBy' },
  continues: { from: 'links.continues', to: 'links.continuedBy' },
} as const satisfies Record<CodingLink['kind'], Record<SegmentLink['way'], MessageKey>>;

/** Each link at both its ends, by the id of the coding there. */
export function segmentLinksOf(links: readonly CodingLink[]): ReadonlyMap<number, readonly SegmentLink[]> {
  const found = new Map<number, SegmentLink[]>();
  const add = (codingId: number, link: SegmentLink): void => {
    const known = found.get(codingId);
    if (known === undefined) found.set(codingId, [link]);
    else known.push(link);
  };
  for (const { id, kind, from, to } of links) {
    add(from.codingId, { id, kind, way: 'from', other: to });
    add(to.codingId, { id, kind, way: 'to', other: from });
  }
  return found;
}

/** The same with what the transcript tells of the other ends. */
export function viewLinksOf(
  links: ReadonlyMap<number, readonly SegmentLink[]>,
  codeOf: ReadonlyMap<number, Code>,
): ReadonlyMap<number, readonly ViewLink[]> {
  const view = ({ kind, way, other }: SegmentLink): ViewLink => ({
    kind,
    way,
    name: codeOf.get(other.codeId)?.name ?? '',
    excerpt: oneLine(other.excerpt),
  });
  return new Map([...links].map(([codingId, list]) => [codingId, list.map(view)]));
}

/** Words of a transcript on one line. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
