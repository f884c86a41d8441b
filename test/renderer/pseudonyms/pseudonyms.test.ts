import { describe, expect, it } from 'vitest';
import { decodeTable } from '../../../renderer/features/pseudonyms/decode-table.ts';
import { summary, tickedForms, withTick, type Ticks } from '../../../renderer/features/pseudonyms/ticks.ts';
import type { PreviewedName } from '../../../src/pseudonyms/contract.ts';

const form = (kind: 'exact' | 'first', ticked: boolean, count: number, documentIds: number[]) => ({
  kind,
  ticked,
  count,
  documents: documentIds.length,
  documentIds,
  occurrences: [],
});
const NAMES: readonly PreviewedName[] = [
  {
    pseudonymId: 1,
    name: 'Anne Dupont',
    replacement: 'Paule Martel',
    warnings: [],
    forms: [form('exact', true, 3, [1, 2]), form('first', false, 4, [3])],
  },
  {
    pseudonymId: 2,
    name: 'Toulon',
    replacement: 'Brest',
    warnings: [],
    forms: [form('exact', true, 2, [2])],
  },
];
const NOTHING: Ticks = new Map();

describe('ticked forms', () => {
  it('are those that come ticked, until a person says otherwise', () => {
    expect(tickedForms(NAMES, NOTHING)).toEqual([
      { pseudonymId: 1, kind: 'exact' },
      { pseudonymId: 2, kind: 'exact' },
    ]);
    const turned = withTick(
      withTick(NOTHING, { pseudonymId: 1, kind: 'first' }, true),
      { pseudonymId: 2, kind: 'exact' },
      false,
    );
    expect(tickedForms(NAMES, turned)).toEqual([
      { pseudonymId: 1, kind: 'exact' },
      { pseudonymId: 1, kind: 'first' },
    ]);
  });

  it('count a document once, however many names stand in it', () => {
    expect(summary(NAMES, NOTHING)).toEqual({ replacements: 5, documents: 2 });
    const more = withTick(NOTHING, { pseudonymId: 1, kind: 'first' }, true);
    expect(summary(NAMES, more)).toEqual({ replacements: 9, documents: 3 });
  });
});

describe('a table of names', () => {
  const bytes = (encoded: Buffer) => new Uint8Array(encoded).buffer;

  it.each([
    ['UTF-8', Buffer.from('Zoé;Inès', 'utf8')],
    ['UTF-16', Buffer.from('\uFEFFZoé;Inès', 'utf16le')],
    ['the encoding of Windows', Buffer.from('Zoé;Inès', 'latin1')],
  ])('is read in %s', (_encoding, encoded) => {
    expect(decodeTable(bytes(encoded))).toBe('Zoé;Inès');
  });
});
