import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareCodebooks } from '../../../src/versions/difference.ts';
import type { CodebookSnapshot, SnapshotCode } from '../../../src/versions/snapshot.ts';

function code(guid: string, fields: Partial<SnapshotCode> = {}): SnapshotCode {
  return {
    guid,
    parentGuid: null,
    name: guid.toUpperCase(),
    colour: 1,
    shape: 'round',
    isFolder: false,
    briefDefinition: '',
    fullDefinition: '',
    whenToUse: '',
    whenNotToUse: '',
    example: '',
    ...fields,
  };
}
const book = (
  codes: readonly SnapshotCode[],
  hypotheses: CodebookSnapshot['hypotheses'] = [],
): CodebookSnapshot => ({ codes: [...codes], hypotheses });
const hypothesis = (
  mappings: readonly string[],
  fields: Partial<CodebookSnapshot['hypotheses'][number]> = {},
): CodebookSnapshot['hypotheses'][number] => ({
  guid: 'h1',
  label: 'H1',
  title: 'Un',
  statement: '',
  groups: [{ guid: 'g1', name: 'Cognitif' }],
  mappings: mappings.map((codeGuid) => ({ codeGuid, groupGuid: 'g1', wholeBranch: true })),
  ...fields,
});

describe('the difference of two codebooks', () => {
  test('tells what came, went, was renamed and moved', () => {
    const older = book([code('a'), code('b'), code('c', { parentGuid: 'a' })]);
    const newer = book([code('a', { name: 'Aide' }), code('c', { parentGuid: null }), code('d')]);
    expect(compareCodebooks(older, newer, [])).toEqual([
      { kind: 'renamed', path: 'Aide', from: 'A', to: 'Aide' },
      { kind: 'moved', path: 'C', from: 'A', to: null },
      { kind: 'added', path: 'D', from: null },
      { kind: 'removed', path: 'B' },
    ]);
  });

  test('a code that was merged is told with its heir, however long the way there', () => {
    const older = book([code('a'), code('b'), code('c')]);
    const lineage = [
      { kind: 'merge', fromGuid: 'a', intoGuid: 'b' },
      { kind: 'merge', fromGuid: 'b', intoGuid: 'c' },
    ] as const;
    expect(compareCodebooks(older, book([code('c')]), lineage)).toEqual([
      { kind: 'merged', path: 'A', into: 'C' },
      { kind: 'merged', path: 'B', into: 'C' },
    ]);
    expect(compareCodebooks(older, book([]), lineage).map((change) => change.kind)).toEqual([
      'removed',
      'removed',
      'removed',
    ]);
  });

  test('a code that came out of another says so', () => {
    const lineage = [{ kind: 'split', fromGuid: 'a', intoGuid: 'b' }] as const;
    expect(compareCodebooks(book([code('a')]), book([code('a'), code('b')]), lineage)).toEqual([
      { kind: 'added', path: 'B', from: 'A' },
    ]);
  });

  test('a definition is compared word by word', () => {
    const older = book([code('a', { fullDefinition: 'Aider un collègue, par écrit.' })]);
    const newer = book([code('a', { fullDefinition: 'Aider une équipe, par écrit.' })]);
    expect(compareCodebooks(older, newer, [])).toEqual([
      {
        kind: 'definition',
        path: 'A',
        field: 'fullDefinition',
        pieces: [
          { kind: 'same', text: 'Aider ' },
          { kind: 'removed', text: 'un' },
          { kind: 'added', text: 'une' },
          { kind: 'same', text: ' ' },
          { kind: 'removed', text: 'collègue' },
          { kind: 'added', text: 'équipe' },
          { kind: 'same', text: ', par écrit.' },
        ],
      },
    ]);
  });

  test('mappings, hypotheses and their groups are part of it', () => {
    const older = book([code('a'), code('b')], [hypothesis(['a'])]);
    const newer = book(
      [code('a'), code('b')],
      [hypothesis(['b'], { title: 'Deux', groups: [{ guid: 'g1', name: 'Idéologique' }] })],
    );
    expect(compareCodebooks(older, newer, [])).toEqual([
      { kind: 'unmapped', path: 'A', label: 'H1', group: 'Cognitif' },
      { kind: 'mapped', path: 'B', label: 'H1', group: 'Idéologique', wholeBranch: true },
      {
        kind: 'hypothesis',
        label: 'H1',
        change: 'changed',
        pieces: [
          { kind: 'same', text: 'H1 ' },
          { kind: 'removed', text: 'Un' },
          { kind: 'added', text: 'Deux' },
        ],
      },
      { kind: 'group', label: 'H1', from: 'Cognitif', to: 'Idéologique' },
    ]);
  });

  test('another order is told once for its parent', () => {
    const order = (...guids: string[]) => book(guids.map((guid) => code(guid)));
    expect(compareCodebooks(order('a', 'b', 'c'), order('b', 'a', 'c'), [])).toEqual([
      { kind: 'reordered', path: null },
    ]);
    expect(compareCodebooks(order('a', 'b', 'c'), order('a', 'c'), [])).toEqual([
      { kind: 'removed', path: 'B' },
    ]);
  });
});

const text = fc.constantFrom('', 'un', 'un deux', 'deux\nun');
const snapshot: fc.Arbitrary<CodebookSnapshot> = fc
  .array(
    fc.record({
      parent: fc.nat(5),
      name: fc.constantFrom('X', 'Y'),
      colour: fc.integer({ min: 1, max: 2 }),
      isFolder: fc.boolean(),
      fullDefinition: text,
      mapped: fc.boolean(),
      there: fc.boolean(),
    }),
    { minLength: 5, maxLength: 5 },
  )
  .map((items) => {
    const there = items.map((item, index) => ({ ...item, index })).filter((item) => item.there);
    const known = new Set(there.map((item) => item.index));
    const codes = there.map(({ parent, index, name, colour, isFolder, fullDefinition }) => {
      const parentGuid = parent < index && known.has(parent) ? `c${parent}` : null;
      return code(`c${index}`, { parentGuid, name: `${name}${index}`, colour, isFolder, fullDefinition });
    });
    const mapped = there.filter((item) => item.mapped).map((item) => `c${item.index}`);
    return book(codes, [hypothesis(mapped)]);
  });

test('there is no difference exactly when nothing differs', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (a, b) => {
      expect(compareCodebooks(a, a, [])).toEqual([]);
      expect(compareCodebooks(a, b, []).length === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
    { numRuns: 1_000 },
  );
});

test('read backwards, what came went and what went came', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (a, b) => {
      const paths = (from: CodebookSnapshot, to: CodebookSnapshot, kind: 'added' | 'removed') =>
        compareCodebooks(from, to, [])
          .flatMap((change) => (change.kind === kind ? [change.path] : []))
          .toSorted();
      expect(paths(a, b, 'added')).toEqual(paths(b, a, 'removed'));
    }),
    { numRuns: 300 },
  );
});
