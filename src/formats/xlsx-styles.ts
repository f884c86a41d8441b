import { builtInDateParts, dateParts, type DateParts } from './spreadsheet-dates.ts';
import { parseXml } from './xml.ts';

/** By the style number of a cell: what its number format shows of a date; `null` for plain numbers. */
export type CellDates = readonly (DateParts | null)[];

/** Reads which cell styles are dates or times. */
export async function readCellDates(source: AsyncIterable<Uint8Array>): Promise<CellDates> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCellFormats = false;
  const path: string[] = [];
  await parseXml(source, {
    open(element) {
      path.push(element.name);
      if (element.name === 'cellXfs') isInCellFormats = true;
      else if (element.name === 'numFmt' && path.at(-2) === 'numFmts')
        codes.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? '');
      else if (element.name === 'xf' && isInCellFormats) formats.push(Number(element.attribute('numFmtId')));
    },
    close() {
      if (path.pop() === 'cellXfs') isInCellFormats = false;
    },
    text: () => undefined,
  });
  const known = new Map<number, DateParts | null>();
  return formats.map((format) => {
    const cached = known.get(format);
    if (cached !== undefined) return cached;
    const code = codes.get(format);
    const parts = code === undefined ? builtInDateParts(format) : dateParts(code);
    known.set(format, parts);
    return parts;
  });
}
