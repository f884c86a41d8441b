import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variableType } from '../../../src/participants/contract.ts';
import { canonicalValue } from '../../../src/participants/values.ts';
import { cellValue } from '../../../src/tables/cell-value.ts';
import { inferType, isOpenAnswer } from '../../../src/tables/infer.ts';

describe('the type of a column', () => {
  it.each([
    ['integer', ['34', '51', '', '1 200', '-3']],
    ['float', ['1,5', '2', '.5', '12.25', '25 %']],
    ['boolean', ['oui', 'non', '', 'Oui']],
    ['boolean', ['x', '', 'X']],
    ['integer', ['0', '1', '1', '0']],
    ['date', ['18/05/2020', '2020-05-18', '1.6.2020', '12/06/2020 14:30:00', '2020/06/12']],
    ['category', ['Sciences', 'Lettres', 'Sciences', 'Droit', 'Lettres', 'Droit']],
    ['text', ['Anna', 'Boris', 'Cléa']],
    ['text', ['01000', '69007', '75011']],
    ['text', ['+33612345678', '+33698765432']],
    ['text', ['', '']],
    ['integer', [...Array.from({ length: 19 }, (_none, at) => String(at)), 'beaucoup']],
  ] as const)('is %s for %j', (type, cells) => expect(inferType(cells)).toBe(type)); // prettier-ignore

  it('is one that nearly every cell fits, whatever the cells are', () => {
    const cell = fc.oneof(
      fc.integer().map(String),
      fc.constantFrom('oui', 'non', '1,5', '18/05/2020', ''),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (cells) => {
        const type = inferType(cells);
        const values = cells.filter((each) => each.trim() !== '');
        const fitting = values.filter((each) => cellValue(each, type).fits).length;
        expect(fitting).toBeGreaterThanOrEqual(values.length * 0.9);
      }),
    ); // prettier-ignore
  });
});

describe('a cell as a value', () => {
  it('is what a person may type, in one way of writing', () => {
    expect(cellValue(' 1 200 ', 'integer')).toEqual({ fits: true, value: '1200' });
    expect(cellValue('7 %', 'float')).toEqual({ fits: true, value: '0.07' });
    expect(cellValue('18/05/2020 14:30', 'date')).toEqual({ fits: true, value: '2020-05-18' });
    expect(cellValue('VRAI', 'boolean')).toEqual({ fits: true, value: 'true' });
    expect(cellValue('deux\n\nlignes', 'text')).toEqual({ fits: true, value: 'deux lignes' });
    expect(cellValue(' \n ', 'integer')).toEqual({ fits: true, value: null });
    expect(cellValue('31/02/2020', 'date')).toEqual({ fits: false, value: '31/02/2020' });
    expect(cellValue('a'.repeat(2_001), 'text').fits).toBe(false);
  });
  it('that fits is canonical: read again it stays the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...variableType.options), (raw, type) => {
        const read = cellValue(raw, type);
        if (read.fits && read.value !== null) expect(canonicalValue(read.value, type)).toBe(read.value);
      }),
    );
  });
});

describe('an open answer', () => {
  const long = 'Tout s’est fait à distance, et j’ai appris à parler devant une caméra.';
  it('is long, or answers a question in more than a word, and is not given twice', () => {
    expect(isOpenAnswer([long, `${long} Oui.`, ''], 'text', 'Commentaire')).toBe(true);
    expect(isOpenAnswer(['Un peu plus de temps', 'Rien du tout'], 'text', 'De quoi ?')).toBe(false);
    expect(isOpenAnswer(['Un peu plus de temps pour moi', 'Rien'], 'text', 'De quoi ?')).toBe(false);
    expect(isOpenAnswer(['Un peu plus de temps pour moi', 'Rien, à part un bureau'], 'text', 'De quoi ?')).toBe(true);
    expect(isOpenAnswer([long, long, long, long], 'text', 'Commentaire')).toBe(false);
    expect(isOpenAnswer(['Anna', 'Boris'], 'text', 'Qui ?')).toBe(false);
  }); // prettier-ignore
});
