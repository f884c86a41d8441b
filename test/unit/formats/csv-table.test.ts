import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readCsvTable } from '../../../src/formats/csv-table.ts';
import type { FormatErrorCode } from '../../../src/formats/parsed-document.ts';
import { DELIMITERS, type Delimiter, type ReadTableOptions } from '../../../src/formats/parsed-table.ts';
import { toCsv } from '../../../src/reports/csv.ts';
import { failure } from './documents.ts';
import { utf8 } from './tables.ts';

const read = (text: string, options: ReadTableOptions = {}) => readCsvTable(utf8(text), options);
const rows = (text: string, options: ReadTableOptions = {}) => read(text, options).sheets[0]?.rows;

describe('a table of text', () => {
  it.each(DELIMITERS.map((delimiter) => [delimiter]))('is cut at %j by itself', (delimiter) => {
    const text = [['Nom', 'Poids'], ['Anna', delimiter === ',' ? '1.5' : '1,5'], ['Boris', '2']].map((row) => row.join(delimiter)).join('\r\n'); // prettier-ignore
    expect(read(text)).toMatchObject({ delimiter, sheets: [{ rows: [['Nom', 'Poids'], ['Anna', delimiter === ',' ? '1.5' : '1,5'], ['Boris', '2']] }] }); // prettier-ignore
  });
  it('takes decimal commas for no delimiter, nor commas in answers', () => {
    expect(rows('Nom;a;b\nAnna;1,5;2,5\nBoris;2,5;3,5')).toEqual([['Nom', 'a', 'b'], ['Anna', '1,5', '2,5'], ['Boris', '2,5', '3,5']]); // prettier-ignore
    expect(rows('Nom;Avis\nAnna;Oui, non, peut-être\nBoris;Oui')?.[1]).toEqual([
      'Anna',
      'Oui, non, peut-être',
    ]);
  });
  it('follows the line that Excel puts first, and a person before that', () => {
    expect(rows('sep=|\na|b;c\n')).toEqual([['a', 'b;c']]);
    expect(rows('sep=|\na|b;c\n', { delimiter: ';' })).toEqual([['a|b', 'c']]);
  });
  it('keeps delimiters, quotation marks and lines inside of quoted cells', () => {
    expect(rows('a;"b;""c""\r\nd"\r\ne;f')).toEqual([
      ['a', 'b;"c"\nd'],
      ['e', 'f'],
    ]);
  });
  it('drops the byte order mark, trailing blanks, failed formulas and the apostrophe before a formula', () => {
    expect(rows("\uFEFFNom;x;;\nAnna;#N/A;'=1+1\n;;\n\n")).toEqual([
      ['Nom', 'x'],
      ['Anna', '', '=1+1'],
    ]);
  });
  it('warns of a quotation mark that is never closed', () => {
    expect(read('a;b\n"c;d\ne;f').warnings).toEqual([{ code: 'quotes-open', details: {} }]);
  });
  it('is read in the encoding that a person chose', () => {
    const bytes = new Uint8Array(Buffer.from('Nom;Âge\nZoé;3', 'latin1'));
    expect(readCsvTable(bytes).sheets[0]?.rows[1]).toEqual(['Zoé', '3']);
    expect(readCsvTable(bytes, { encoding: 'koi8-r' }).encoding?.name).toBe('koi8-r');
    const utf16 = new Uint8Array(Buffer.from('\uFEFFNom\tÂge\nZoé\t3', 'utf16le'));
    expect(readCsvTable(utf16)).toMatchObject({
      delimiter: '\t',
      encoding: { name: 'utf-16le', hadBom: true },
    });
  });
  it('is refused when it holds nothing, too many rows or columns', async () => {
    const error = (text: string, code: FormatErrorCode) =>
      failure(
        Promise.resolve().then(() => read(text)),
        code,
      );
    expect(await error(';;\n;;', 'format.empty')).toEqual({ reason: 'no-text' });
    expect(await error('a\n'.repeat(200_001), 'format.too-large')).toMatchObject({ what: 'rows' });
    expect(await error(`${';'.repeat(2_000)}a`, 'format.too-large')).toMatchObject({ what: 'columns' });
  });
  it('gives back what was written, whatever stands in the cells', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => `x${text.replaceAll(/[\u0000\r\u0085\u2028\u2029\v\f\uFEFF]/gu, '')}x`); // prettier-ignore
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom<Delimiter>(...DELIMITERS), (cells, delimiter) => {
        const text = Papa.unparse(cells, { delimiter, newline: '\r\n' });
        expect(rows(text, { delimiter })).toEqual(cells);
      }),
    );
  });
  it('takes back the tables that the program writes itself', () => {
    const csv = toCsv(
      ['code', 'n'],
      [
        { code: '=Urgence; +1', n: 3 },
        { code: '@x', n: -2 },
      ],
      ';',
    );
    expect(rows(csv)).toEqual([
      ['code', 'n'],
      ['=Urgence; +1', '3'],
      ['@x', '-2'],
    ]);
  });
});
