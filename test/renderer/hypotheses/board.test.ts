import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardOf } from '../../../renderer/features/hypotheses/board-model.ts';
import {
  boardAction,
  isMappedTo,
  menuPlaces,
  placeAction,
  stepCard,
} from '../../../renderer/features/hypotheses/board-moves.ts';
import { codeOf, hypothesisOf } from '../codebook/codes.ts';

const CODES = [
  codeOf(1, 'Entraide', null, 0),
  codeOf(2, 'Dépannage', 1, 0),
  codeOf(3, 'Partage', 1, 1),
  codeOf(4, 'Gestes', null, 1),
  codeOf(5, 'Divers', null, 2),
];
const HYPOTHESES = [
  hypothesisOf(1, [{ code: 4, group: 10 }], ['Comportemental', 'Cognitif']),
  hypothesisOf(2, [{ code: 1 }, { code: 4 }]),
];
const board = boardOf(CODES, HYPOTHESES);
const [h1, h2] = [board.columns.at(0)!, board.columns.at(1)!];
const names = (place: {
  readonly cards: readonly { readonly row: { readonly code: { readonly name: string } } }[];
}) => place.cards.map(({ row }) => row.code.name);

describe('the board', () => {
  it('has a column for each hypothesis, with its own codes and its groups', () => {
    expect(board.columns.map(({ row }) => row.hypothesis.label)).toEqual(['H1', 'H2']);
    expect(names(h1.own)).toEqual([]);
    expect(h1.groups.map(({ row }) => row.name)).toEqual(['Comportemental', 'Cognitif']);
    expect(names(h1.groups.at(0)!)).toEqual(['Gestes']);
    expect(names(h2.own)).toEqual(['Entraide', 'Gestes']);
  });

  it('says which codes come along with a branch', () => {
    expect(h2.own.cards.at(0)!.along).toEqual(['Dépannage', 'Partage']);
  });

  it('keeps at the side what serves no hypothesis, and everything when asked', () => {
    expect(names(board.unmapped)).toEqual(['Divers']);
    expect(names(board.all)).toEqual(['Entraide', 'Dépannage', 'Partage', 'Gestes', 'Divers']);
    expect(names(boardOf(CODES, []).unmapped)).toHaveLength(CODES.length);
  });

  it('loses no code, however codes are mapped', () => {
    const mapping = fc.record({ code: fc.integer({ min: 1, max: 5 }), alone: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(mapping, { selector: ({ code }) => code }), (mappings) => {
        const { columns, unmapped } = boardOf(CODES, [hypothesisOf(1, mappings)]);
        const seen = [...columns.flatMap(({ own }) => own.cards), ...unmapped.cards];
        const all = seen.flatMap(({ row, along }) => [row.code.name, ...along]);
        expect(new Set(all)).toEqual(new Set(CODES.map(({ name }) => name)));
      }),
    );
  });
});

describe('moving cards', () => {
  const gestes = h1.groups.at(0)!.cards.at(0)!;

  it('puts a card under another place, and maps it there too as a copy', () => {
    expect(boardAction(CODES, [gestes.row], h2.row, 'into')).toEqual({
      call: 'hypotheses.remap',
      input: { mappingId: 100, hypothesisId: 2, hypothesisGroupId: null },
    });
    expect(boardAction(CODES, [gestes.row], h2.row, 'into', true)).toEqual({
      call: 'hypotheses.map',
      input: { codeId: 4, hypothesisId: 2, hypothesisGroupId: null },
    });
  });

  it('means nothing where the card lies already', () => {
    expect(boardAction(CODES, [gestes.row], gestes.row, 'after')).toBeNull();
    expect(boardAction(CODES, [gestes.row], h1.groups.at(0)!.row, 'into')).toBeNull();
    expect(
      boardAction(
        CODES,
        board.unmapped.cards.map(({ row }) => row),
        board.unmapped.row,
        'into',
      ),
    ).toBeNull();
  });

  it('takes off what is dropped at the side', () => {
    expect(boardAction(CODES, [gestes.row], board.unmapped.row, 'into')).toEqual({
      call: 'hypotheses.unmap',
      input: { mappingId: 100 },
    });
  });

  it('moves several in one step', () => {
    const rows = h2.own.cards.map(({ row }) => row);
    expect(boardAction(CODES, rows, h1.row, 'into')).toEqual(
      placeAction(rows, { hypothesis: h1.row.hypothesis, groupId: null, group: null }, false),
    );
  });

  it('orders cards only among codes with the same parent', () => {
    expect(stepCard(CODES, h2.own, h2.own.cards.at(0)!, 1)).toEqual({
      call: 'codes.move',
      input: { codeId: 1, parentId: null, position: 1 },
    });
    expect(stepCard(CODES, h2.own, h2.own.cards.at(0)!, -1)).toBeNull();
    const [entraide, depannage] = [board.all.cards.at(0)!, board.all.cards.at(1)!];
    expect(boardAction(CODES, [depannage.row], entraide.row, 'before')).toBeNull();
    expect(stepCard(CODES, board.all, entraide, 1)).toBeNull();
  });

  it('lists every place for the menus, and knows where a code is', () => {
    const places = menuPlaces(HYPOTHESES);
    expect(places.map(({ hypothesis, group }) => [hypothesis.label, group])).toEqual([
      ['H1', null],
      ['H1', 'Comportemental'],
      ['H1', 'Cognitif'],
      ['H2', null],
    ]);
    expect(places.map((place) => isMappedTo(place, 4))).toEqual([false, true, false, true]);
  });
});
