import { describe, expect, it } from 'vitest';
import type { Coding } from '../../../src/codings/contract.ts';
import {
  changedCoding,
  inOrder,
  withCodings,
  withoutCodings,
} from '../../../renderer/features/codings/codings-cache.ts';
import { nearestCodings, relatedCodings } from '../../../renderer/features/codings/relations.ts';
import { oneLine, segmentLinksOf, viewLinksOf } from '../../../renderer/features/codings/segment-links.ts';
import { placesOfCodes } from '../../../renderer/features/hypotheses/code-places.ts';
import { nextLabel } from '../../../renderer/features/hypotheses/next-label.ts';
import { firstShape } from '../../../renderer/features/codebook/look-popover.tsx';
import { codeOf, hypothesisOf } from '../codebook/codes.ts';

function coding(id: number, start: number, end: number): Coding {
  const at = '2021-03-03T09:38:00.000Z';
  return {
    id,
    guid: '',
    documentId: 1,
    codeId: id,
    coderId: 1,
    start,
    end,
    stance: null,
    weight: null,
    isKey: false,
    memoId: null,
    memo: null,
    createdAt: at,
    modifiedAt: at,
  };
}

describe('codings of the place in hand', () => {
  it('tells how each stands to the passage, the shortest first', () => {
    const list = [
      coding(1, 0, 100),
      coding(2, 22, 25),
      coding(3, 15, 25),
      coding(4, 20, 30),
      coding(5, 200, 210),
    ];
    expect(
      relatedCodings(list, { start: 20, end: 30 }).map(({ coding: { id }, relation }) => [id, relation]),
    ).toEqual([
      [2, 'inside'],
      [3, 'overlaps'],
      [4, 'same'],
      [1, 'contains'],
    ]);
  });
  it('names neighbours only when asked', () => {
    const list = [coding(1, 0, 19), coding(2, 32, 40), coding(3, 50, 60)];
    expect(relatedCodings(list, { start: 20, end: 30 })).toEqual([]);
    expect(
      relatedCodings(list, { start: 20, end: 30 }, { near: true }).map(({ relation }) => relation),
    ).toEqual(['after', 'before']);
  });
});

describe('the known codings of a document', () => {
  const list = [coding(1, 0, 10), coding(2, 5, 8)];
  it('stay in the order of the core', () => {
    expect(withCodings(list, [coding(3, 0, 20)]).map(({ id }) => id)).toEqual([3, 1, 2]);
    expect(inOrder([coding(2, 5, 8), coding(1, 5, 9)]).map(({ id }) => id)).toEqual([1, 2]);
  });
  it('take changes and lose codings without touching the others', () => {
    const moved = changedCoding(list, 1, { start: 6, end: 12 });
    expect(moved.map(({ id }) => id)).toEqual([2, 1]);
    expect(moved[0]).toBe(list[1]);
    expect(withoutCodings(list, [1]).map(({ id }) => id)).toEqual([2]);
    expect(changedCoding(list, 9, { start: 1 })).toBe(list);
  });
});

describe('hypotheses of a code', () => {
  const codes = [codeOf(1, 'Entraide'), codeOf(2, 'Partage', 1), codeOf(3, 'Seul')];
  it('come with its branch', () => {
    const places = placesOfCodes(codes, [
      hypothesisOf(1, [{ code: 1 }]),
      hypothesisOf(2, [{ code: 2 }, { code: 1, alone: true }]),
    ]);
    expect(places.get(2)?.map(({ hypothesis }) => hypothesis.label)).toEqual(['H1', 'H2']);
    expect(places.get(1)?.map(({ hypothesis }) => hypothesis.label)).toEqual(['H1', 'H2']);
    expect(places.get(3)).toBeUndefined();
  });
  it('get the next label', () => {
    expect(nextLabel(['H1', 'H2a', 'Autre'])).toBe('H3');
    expect(nextLabel([])).toBe('H1');
  });
});

describe('the 24 colours', () => {
  it('begin with eight circles, eight squares and eight diamonds', () => {
    const shapes = Array.from({ length: 24 }, (_none, index) => firstShape(index + 1));
    expect(shapes.filter((shape) => shape === 'round').length).toBe(8);
    expect(shapes[8]).toBe('square');
    expect(shapes[23]).toBe('diamond');
  });
});

describe('segments near a passage', () => {
  const list = [coding(1, 0, 10), coding(2, 20, 30), coding(3, 25, 40), coding(4, 90, 99)];
  it('are those that touch it, then those least far from it, in the order of the text', () => {
    const ids = (count: number) => nearestCodings(list, { start: 24, end: 26 }, count).map(({ id }) => id);
    expect(ids(2)).toEqual([2, 3]);
    expect(ids(3)).toEqual([1, 2, 3]);
    expect(ids(9)).toEqual([1, 2, 3, 4]);
  });
});

describe('links of segments', () => {
  const end = (codingId: number, excerpt: string) => ({
    codingId,
    documentId: codingId,
    documentName: `R${codingId}`,
    codeId: codingId,
    start: 0,
    end: excerpt.length,
    paragraph: 1,
    excerpt,
  });
  const links = [
    { id: 8, kind: 'explains', from: end(1, 'Trop\n lent.'), to: end(2, 'Zoom.') },
    { id: 9, kind: 'continues', from: end(2, 'Zoom.'), to: end(1, 'Trop lent.') },
  ] as const;

  it('are read at both ends, each with the other one and which way it goes', () => {
    const read = (codingId: number) =>
      segmentLinksOf(links)
        .get(codingId)
        ?.map(({ id, way, other }) => [id, way, other.codingId]);
    expect(read(1)).toEqual([
      [8, 'from', 2],
      [9, 'to', 2],
    ]);
    expect(read(2)).toEqual([
      [8, 'to', 1],
      [9, 'from', 1],
    ]);
    expect(read(3)).toBeUndefined();
  });

  it('are told in the transcript with the code and the words of the other end, on one line', () => {
    const codes = new Map([[1, codeOf(1, 'Lenteur')]]);
    expect(viewLinksOf(segmentLinksOf(links), codes).get(2)?.[0]).toEqual({
      kind: 'explains',
      way: 'to',
      name: 'Lenteur',
      excerpt: 'Trop lent.',
    });
    expect(oneLine(' a\n\n b ')).toBe('a b');
  });
});
