import { describe, expect, it } from 'vitest';
import { dateParts, serialText } from '../../../src/formats/spreadsheet-dates.ts';
import { readTable } from '../../../src/formats/table.ts';
import type { FormatErrorCode } from '../../../src/formats/parsed-document.ts';
import { failure } from './documents.ts';
import { buildOds, buildXlsx, tableBytes, utf8, type XlsxParts } from './tables.ts';
import { buildZip } from './zip-builder.ts';

const xlsx = async (sheet: string, parts: XlsxParts = {}) =>
  (await readTable(buildXlsx(sheet, parts), { fileName: 't.xlsx' })).sheets[0]?.rows;
const ods = async (rows: string) => (await readTable(buildOds(rows), { fileName: 't.ods' })).sheets[0]?.rows;
const data = (cells: string): string => `<sheetData>${cells}</sheetData>`;

describe('cells of a workbook', () => {
  it('stand where their reference says, or behind the one before', async () => {
    const sheet = data('<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>');
    expect(await xlsx(sheet)).toEqual([[], ['', '', '1', '2'], ['3']]);
  });
  it('join the runs of rich text, without readings of East Asian words', async () => {
    const strings =
      '<si><r><t>Un </t></r><r><t xml:space="preserve">mot</t></r><rPh sb="0" eb="1"><t>よみ</t></rPh></si><si><t>a_x000D_\nb_x005F_x</t></si>';
    const sheet = data('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c></row>');
    expect(await xlsx(sheet, { strings })).toEqual([['Un mot', 'a\nb_x']]);
  });
  it('give the value kept with a formula, and nothing for an error', async () => {
    const sheet = data('<row><c t="str"><f>A1&amp;B1</f><v>ab</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>1+1</f><v>2</v></c><c t="b"><v>0</v></c><c t="inlineStr"><is><t>ici</t></is></c></row>'); // prettier-ignore
    expect(await xlsx(sheet)).toEqual([['ab', '', '2', 'false', 'ici']]);
  });
  it('write numbers with a point and without the noise of their storage', async () => {
    const sheet = data(
      '<row><c><v>0.10000000000000001</v></c><c><v>1E+3</v></c><c><v>33612345678</v></c></row>',
    );
    expect(await xlsx(sheet)).toEqual([['0.1', '1000', '33612345678']]);
  });
  it('are dates by the format of their style, in both systems of days', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-40C]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0.0&quot; jours&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs>';
    const sheet = data('<row><c s="0"><v>43969</v></c><c s="1"><v>43969</v></c><c s="2"><v>43969</v></c><c s="3"><v>3</v></c><c s="4"><v>43969.604166667</v></c><c t="d"><v>2020-05-18T00:00:00</v></c></row>'); // prettier-ignore
    expect(await xlsx(sheet, { styles })).toEqual([
      ['43969', '2020-05-18', '2020-05-18', '3', '2020-05-18 14:30', '2020-05-18'],
    ]);
    const old = await xlsx(data('<row><c s="1"><v>42507</v></c></row>'), {
      styles,
      workbook: '<workbookPr date1904="1"/>',
    });
    expect(old).toEqual([['2020-05-18']]);
  });
  it('fill merged rows downwards, and merged columns not', async () => {
    const sheet = `${data('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>')}<mergeCells><mergeCell ref="A1:C2"/></mergeCells>`;
    expect(await xlsx(sheet)).toEqual([['1'], ['1', '2']]);
  });
});

describe('days of spreadsheets', () => {
  const date = { hasDate: true, hasTime: false };
  it.each([
    [1, '1900-01-01'], [59, '1900-02-28'], [60, null], [61, '1900-03-01'], [43969, '2020-05-18'], [2_958_465, '9999-12-31'],
    [2_958_466, null], [0, null], [-1, null],
  ] as const)('%d is %s', (serial, text) => expect(serialText(serial, date, false)).toBe(text)); // prettier-ignore
  it.each([
    ['dd/mm/yyyy', true, false], ['[h]:mm:ss', false, true], ['yyyy\\-mm\\-dd hh:mm', true, true], ['mmm', true, false], ['mm:ss', false, true],
  ] as const)('%s shows a date: %s, a time: %s', (code, hasDate, hasTime) => expect(dateParts(code)).toEqual({ hasDate, hasTime })); // prettier-ignore
  it.each(['General', '0.00', '#,##0 "dh"', '[Red]0', '0\\d', '@'])('%s shows neither', (code) =>
    expect(dateParts(code)).toBeNull(),
  );
});

describe('cells of a spreadsheet of OpenDocument', () => {
  it('repeat where they hold something, and take no place where not', async () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>';
    const blank = '<table:table-cell table:number-columns-repeated="16380"/>';
    const rows = `<table:table-row table:number-rows-repeated="2">${cell}${blank}</table:table-row><table:table-row table:number-rows-repeated="1048570">${blank}</table:table-row>`;
    expect(await ods(rows)).toEqual([
      ['1', '1'],
      ['1', '1'],
    ]);
  });
});

describe('a hostile or broken spreadsheet', () => {
  const wide =
    '<table:table-cell table:number-columns-repeated="100000000" office:value-type="float" office:value="1"/>';
  it.each([
    ['repeats a cell without end', () => buildOds(`<table:table-row>${wide}</table:table-row>`), 'columns'],
    ['repeats a row without end', () => buildOds(`<table:table-row table:number-rows-repeated="999999999"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`), 'rows'],
    ['repeats a full row often', () => buildOds(`<table:table-row table:number-rows-repeated="199999">${wide.replace('100000000', '1999')}</table:table-row>`), 'cells'],
    ['has a cell far to the right', () => buildXlsx(data('<row r="1"><c r="XFD1"><v>1</v></c></row>')), 'columns'],
    ['has a cell far below', () => buildXlsx(data('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')), 'rows'],
    ['names cells without end', () => buildXlsx(data(`<row>${'<c/>'.repeat(4_000_001)}</row>`)), 'cells'],
    ['merges everything again and again', () => buildXlsx(`${data('<row r="1"><c r="A1"><v>1</v></c></row><row r="200000"><c r="B200000"><v>1</v></c></row>')}<mergeCells>${'<mergeCell ref="A1:A200000"/>'.repeat(100)}</mergeCells>`), 'cells'],
    ['inflates beyond measure', () => buildXlsx(data(' '.repeat(64 * 1024 * 1024))), 'ratio'],
  ] as const)('is refused when it %s', async (_what, make, what) => {
    expect(await failure(readTable(make(), { fileName: 't.xlsx' }), 'format.too-large')).toMatchObject({ what });
  }); // prettier-ignore
  it('does not get entities, and may not nest without end', async () => {
    const dtd = buildOds('', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]>');
    expect(await failure(readTable(dtd, { fileName: 't.ods' }), 'format.unreadable')).toEqual({
      reason: 'dtd',
    });
    const deep = buildXlsx(data('<row>'.repeat(10_000)));
    await failure(readTable(deep, { fileName: 't.xlsx' }), 'format.too-deep');
  });
  it('is damaged when it was cut off, and brings its own errors only when bytes are flipped', async () => {
    for (const name of ['participants.xlsx', 'participants.ods']) {
      const whole = tableBytes(name);
      const cut = whole.subarray(0, Math.floor(whole.byteLength / 2));
      expect(await failure(readTable(cut, { fileName: name }), 'format.unreadable')).toEqual({
        reason: 'zip',
      });
      for (let at = 7; at < whole.byteLength; at += 97) {
        const broken = Uint8Array.from(whole);
        broken[at] = (broken[at]! + 101) % 256;
        const outcome = await readTable(broken, { fileName: name }).then(
          () => 'read',
          (error: unknown) => (error instanceof Error ? error.name : 'odd'),
        );
        expect(['read', 'FormatError']).toContain(outcome);
      }
    }
  });
  it('says what it is when it is no table', async () => {
    const of = (bytes: Uint8Array, code: FormatErrorCode) =>
      failure(readTable(bytes, { fileName: 't.xlsx' }), code);
    expect(await of(new Uint8Array(), 'format.empty')).toEqual({ reason: 'no-bytes' });
    expect(await of(utf8('%PDF-1.4'), 'format.no-table')).toEqual({ found: 'pdf' });
    expect(await of(buildZip([{ name: 'a', data: 'b' }]), 'format.no-table')).toEqual({ found: 'zip' });
    expect(await of(buildXlsx(data('')), 'format.empty')).toEqual({ reason: 'no-text' });
    expect((await readTable(utf8('a;b'), { fileName: 't.xlsx' })).format).toBe('csv');
  });
  it('stops when asked to', async () => {
    const controller = new AbortController();
    const rows = Array.from({ length: 50_000 }, (_none, at) => `<row><c><v>${at * 7919}</v></c></row>`).join(
      '',
    );
    const onProgress = (): void => controller.abort();
    const reading = readTable(buildXlsx(data(rows)), {
      fileName: 't.xlsx',
      signal: controller.signal,
      onProgress,
    });
    expect(await failure(reading, 'format.cancelled')).toEqual({});
  });
});
