import { describe, expect, it } from 'vitest';
import { guessKeyColumn } from '../../../src/tables/key-column.ts';
import { guessHeaderRow, layoutOf, lettersOf } from '../../../src/tables/layout.ts';
import { NameIndex } from '../../../src/tables/name-index.ts';

const layout = (sheet: readonly (readonly string[])[], headerRow?: number) =>
  layoutOf(sheet, (letters) => `Colonne ${letters}`, headerRow);

describe('the row with the titles', () => {
  it.each([
    ['the first, mostly', 1, [['Nom', 'Âge'], ['Anna', '34']]],
    ['below a line of title and blanks', 3, [['Enquête 2020'], [], ['Nom', 'Âge', 'Ville'], ['Anna', '34', 'Lyon']]],
    ['none, where the first row holds values', 0, [['Anna', '34', '18/05/2020'], ['Boris', '51', '19/05/2020']]],
    ['none, where a title would come twice', 0, [['oui', 'oui', 'oui'], ['non', 'oui', 'non']]],
    ['none, in a table of one cell', 0, [['Anna']]],
    ['the first, though one title is a year', 1, [['Nom', 'Ville', '2019'], ['Anna', 'Lyon', '3']]],
  ] as const)('is %s', (_what, row, sheet) => expect(guessHeaderRow(sheet)).toBe(row)); // prettier-ignore

  it('may be chosen otherwise; rows keep their numbers, blank ones go', () => {
    const sheet = [['Nom', 'Âge'], ['Anna', '34'], [], ['', ' '], ['Boris', '51', 'x']];
    expect(layout(sheet)).toEqual({
      headerRow: 1,
      titles: ['Nom', 'Âge', 'Colonne C'],
      rows: [
        { number: 2, cells: ['Anna', '34'] },
        { number: 5, cells: ['Boris', '51', 'x'] },
      ],
    });
    expect(layout(sheet, 0)).toMatchObject({ titles: ['Colonne A', 'Colonne B', 'Colonne C'], rows: { length: 3 } });
  }); // prettier-ignore
  it('gives each title once, on one line', () => {
    expect(layout([['Âge', 'Âge', '', 'Colonne C', 'deux\nlignes'], ['1']], 1).titles).toEqual(
      ['Âge', 'Âge (2)', 'Colonne C', 'Colonne C (2)', 'deux lignes'],
    ); // prettier-ignore
  });
  it('calls columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('the column that names the row', () => {
  const key = (sheet: readonly (readonly string[])[], known: readonly string[] = []) =>
    guessKeyColumn(layout(sheet), (name) => known.includes(name));
  it('is full and says each name once; its title and what is known decide between several', () => {
    expect(key([['Ville', 'Nom'], ['Lyon', 'Anna'], ['Nice', 'Boris']])).toBe(1);
    expect(key([['Ville', 'Nom'], ['Lyon', 'Anna'], ['Nice', 'Boris']], ['Lyon', 'Nice'])).toBe(0);
    expect(key([['x', 'y'], ['a', 'b'], ['c', 'd']])).toBe(0);
    expect(key([['Âge', 'Qui'], ['34', 'Anna'], ['51', 'Boris']])).toBe(1);
    expect(key([['Âge', 'Code'], ['34', '7'], ['51', '9']])).toBe(1);
  }); // prettier-ignore
  it('is none where every column lacks a name or repeats one', () => {
    expect(key([['Qui', 'Ville'], ['Anna', 'Lyon'], ['anna', 'Lyon'], ['Boris', '']])).toBeNull();
  }); // prettier-ignore
  it('may lack a name or repeat one where its title, or who is known, says what it is', () => {
    const rows = [['Anna', '34'], ['anna', '35'], ['', '36'], ['Boris', '37']];
    expect(key([['Nom', 'Âge'], ...rows])).toBe(0);
    expect(key([['Qui', 'Âge'], ...rows])).toBe(1);
    expect(key([['Qui', 'Âge'], ...rows], ['Boris'])).toBe(0);
    expect(key([['Nom', 'Âge'], ...rows, ['', '38'], ['', '39']])).toBe(1);
  }); // prettier-ignore
});

describe('names', () => {
  it('are found as written, else with case and accents aside where that means one only', () => {
    const index = new NameIndex([['Référent 1', 1], ['Anna', 2], ['anna', 3]]);
    expect(['referent  1', 'Anna', 'anna', 'ANNA', 'Zoé'].map((name) => index.find(name))).toEqual(
      [1, 2, 3, undefined, undefined],
    );
  }); // prettier-ignore
});
