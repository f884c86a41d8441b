import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildZip, type ZipEntry } from './zip-builder.ts';

const TABLES = resolve(import.meta.dirname, '../../../fixtures/tables');

export function tableBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(TABLES, name)));
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface XlsxParts {
  readonly workbook?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly more?: readonly ZipEntry[];
}

/** The least that a workbook of one sheet is made of; `sheet` is what stands in `worksheet`. */
export function buildXlsx(
  sheet: string,
  { workbook = '', strings, styles, more = [] }: XlsxParts = {},
): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (content: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return buildZip([
    { name: '_rels/.rels', data: relations(relation('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbook}<sheets><sheet name="Feuille 1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('r2', 'sharedStrings', 'sharedStrings.xml') +
          relation('r3', 'styles', '/xl/styles.xml'),
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', data: `<worksheet xmlns="${MAIN}">${sheet}</worksheet>` },
    ...(strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${strings}</sst>` }]),
    ...(styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', data: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }]),
    ...more,
  ]);
}

const SPACES = ['office', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** A spreadsheet of OpenDocument with one table; `rows` is what stands in it. */
export function buildOds(rows: string, prologue = ''): Uint8Array {
  return buildZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    {
      name: 'content.xml',
      data: `${prologue}<office:document-content ${SPACES}><office:body><office:spreadsheet><table:table table:name="T">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}
