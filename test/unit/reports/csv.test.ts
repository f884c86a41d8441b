import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { neutralised, toCsv } from '../../../src/reports/csv.ts';
import { toText } from '../../../src/reports/text-table.ts';

describe('CSV', () => {
  it('begins with a byte order mark and the names, ends lines with CRLF, and quotes what needs it', () => {
    const csv = toCsv(
      ['a', 'b'],
      [
        { a: 'x;y', b: 1.5 },
        { a: 'dit « "oui" »\net', b: '' },
      ],
      ';',
    );
    expect(csv).toBe('\uFEFFa;b\r\n"x;y";1.5\r\n"dit « ""oui"" »\net";\r\n');
  });
  it.each([
    ['=1+1', "'=1+1"],
    ['+33 1 23', "'+33 1 23"],
    ['- Oui, dit-il', "'- Oui, dit-il"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\u{ff1d}1', "'\u{ff1d}1"],
    ['-12', '-12'],
    ['-1,5', '-1,5'],
    [-3, -3],
    ['– Oui', '– Oui'],
    ['', ''],
  ])('writes %j as %j', (cell, written) => {
    expect(neutralised(cell)).toBe(written);
  });
  it('neutralises the names of columns too', () => {
    expect(toCsv(['=x'], [], ',')).toBe("\uFEFF'=x\r\n");
  });
  it('reads back as it was, whatever the cells hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string({ unit: 'grapheme' })), { minLength: 1 }),
        fc.constantFrom(',' as const, ';' as const),
        (rows, delimiter) => {
          const csv = toCsv(
            ['a', 'b'],
            rows.map(([a, b]) => ({ a, b })),
            delimiter,
          );
          const read = Papa.parse<string[]>(csv.slice(1), { delimiter, newline: '\r\n' });
          expect(read.data.slice(1, -1)).toEqual(
            rows.map((row) => row.map((cell) => String(neutralised(cell)))),
          );
        },
      ),
    );
  });
});

describe('the table for a terminal', () => {
  it('aligns texts to the left and figures to the right', () => {
    expect(
      toText(
        ['code', 'n/N', '%'],
        [
          { code: 'Été', 'n/N': '5/8', '%': 62.5 },
          { code: 'Entraide', 'n/N': '10/12', '%': 83 },
        ],
      ),
    ).toBe('code        n/N     %\n────────  ─────  ────\nÉté         5/8  62.5\nEntraide  10/12    83\n');
  });
  it('lets no control character reach the terminal', () => {
    expect(toText(['a'], [{ a: 'x\u001b[2Jy\nz' }])).not.toMatch(/\u001b/u);
  });
});
