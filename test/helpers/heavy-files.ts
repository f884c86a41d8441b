import {
  pdfDeflatedAgain,
  pdfOfNestedForms,
  pdfOfOnePage,
  pdfWithContent,
} from '../unit/formats/pdf-builder.ts';
import { buildOds, buildXlsx } from '../unit/formats/tables.ts';
import { buildDocx, buildZip } from '../unit/formats/zip-builder.ts';

/** A file that is small, or small when it is packed, and asks much of whoever reads it. */
export interface HeavyFile {
  readonly name: string;
  readonly fileName: string;
  readonly isTable?: boolean;
  readonly make: () => Uint8Array;
}

const MEGABYTE = 1_000_000;

function text(content: string): Uint8Array {
  return new Uint8Array(Buffer.from(content));
}

/** So many cues of a WebVTT file, one behind the other. */
function cues(count: number, words: (at: number) => string, overlap = 0): Uint8Array {
  const clock = (ms: number): string =>
    `${[ms / 3_600_000, (ms / 60_000) % 60, (ms / 1_000) % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')}.${String(ms % 1_000).padStart(3, '0')}`;
  const parts = Array.from(
    { length: count },
    (_none, at) => `${clock(at * 100)} --> ${clock(at * 100 + 100 + overlap)}\n${words(at)}\n`,
  );
  return text(`WEBVTT\n\n${parts.join('\n')}`);
}

/** Lines that a caption shows and the next one shows again, but for the last. */
function rolling(lines: number): Uint8Array {
  const same = 'a\n'.repeat(lines);
  return cues(6, (at) => `${same}${at % 2 === 0 ? 'b' : 'c'}\na`);
}

const PAGE_TEXT = Array.from(
  { length: 400 },
  (_none, at) =>
    `BT /F1 8 Tf ${at % 5 === 0 ? 72 : 90} ${800 - at * 1.9} Td (Une ligne de cette page, la meme) Tj ET`,
).join('\n');

const bomb = (what: string, mib: number): string => what.repeat(Math.floor((mib * 1_048_576) / what.length));

/** The worst that were found, by what they ask for. */
export const HEAVY: readonly HeavyFile[] = [
  { name: 'PDF: forms that draw each other, 10^11 texts', fileName: 'a.pdf', make: () => pdfOfNestedForms(11) },
  { name: 'PDF: 1 kB deflated twice, 40 million texts', fileName: 'a.pdf', make: () => pdfDeflatedAgain(pdfPieces(), 2) },
  { name: 'PDF: a page of 400 lines, 4,900 times', fileName: 'a.pdf', make: () => pdfOfOnePage(4_900, PAGE_TEXT) },
  { name: 'PDF: 700,000 pieces on one page', fileName: 'a.pdf', make: () => pdfWithContent('BT /F1 12 Tf 72 700 Td (a) Tj ET\n'.repeat(700_000)) },
  { name: 'CSV: one row of 19 MB of ;', fileName: 'a.csv', isTable: true, make: () => text(';'.repeat(19 * MEGABYTE)) },
  { name: 'CSV: 190,000 rows of 100 ;', fileName: 'a.csv', isTable: true, make: () => text(`${';'.repeat(99)}\n`.repeat(190_000)) },
  { name: 'CSV: 19 MB of quotation marks', fileName: 'a.csv', isTable: true, make: () => text('"'.repeat(19 * MEGABYTE)) },
  { name: 'CSV: 190,000 rows of 20 cells', fileName: 'a.csv', isTable: true, make: () => text(`${Array.from({ length: 20 }, (_none, at) => `c${at}`).join(';')}\n`.repeat(190_000)) },
  { name: 'Excel: 16 parts of 31 MB', fileName: 'a.xlsx', isTable: true, make: () => buildXlsx(`<sheetData>${bomb('<row r="1"><c t="s"><v>0</v></c></row>', 31)}</sheetData>`, { strings: bomb('<si><t>a</t></si>', 31), styles: bomb('<xf/>', 31) }) },
  { name: 'OpenDocument table: 31 MB of cells', fileName: 'a.ods', isTable: true, make: () => buildOds(bomb('<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>', 31)) },
  { name: 'Word: 31 MB of empty runs', fileName: 'a.docx', make: () => buildDocx(`<w:p>${bomb('<w:r><w:t>a</w:t></w:r>', 31)}</w:p>`) },
  { name: 'Word: 31 MB of styles and comments', fileName: 'a.docx', make: () => buildDocx('<w:p><w:r><w:t>oui</w:t></w:r></w:p>', [{ name: 'word/styles.xml', data: `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Array.from({ length: 300_000 }, (_none, at) => `<w:style w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`).join('')}</w:styles>` }]) },
  { name: 'Zip: one file in another, 400 MB', fileName: 'a.docx', make: () => buildZip(Array.from({ length: 13 }, (_none, at) => ({ name: at === 0 ? 'word/document.xml' : `word/p${at}.xml`, data: Buffer.alloc(31 * 1_048_576, 32) }))) },
  { name: 'WebVTT: 400,000 words of one voice', fileName: 'a.vtt', make: () => cues(400_000, (at) => `${at === 0 ? '<v Anna>' : ''}${at.toString(36)}`) },
  { name: 'WebVTT: voices that interrupt each other', fileName: 'a.vtt', make: () => cues(200_000, (at) => `<v ${at % 2 === 0 ? 'Anna' : 'Bob'}>${at.toString(36)}`, 200) },
  { name: 'WebVTT: captions of 100,000 lines that roll', fileName: 'a.vtt', make: () => rolling(100_000) },
  { name: 'WebVTT: 1.5 MB of <v', fileName: 'a.vtt', make: () => cues(1, () => '<v '.repeat(500_000)) },
  { name: 'HTML: 19 MB of <font size=1>a', fileName: 'a.html', make: () => text(`<!doctype html>${bomb('<font size=1>a', 18)}`) },
  { name: 'HTML: 480,000 elements, each with words', fileName: 'a.html', make: () => text(`<!doctype html>${'<p>oui'.repeat(480_000)}`) },
  { name: 'RTF: 19 MB of groups', fileName: 'a.rtf', make: () => text(`{\\rtf1 ${bomb('{\\b a}', 18)}}`) },
  { name: 'Text: 19 MB of labels', fileName: 'a.txt', make: () => text('Anna : Bonjour, je vous en prie.\nBob : Oui.\n'.repeat(420_000)) },
  { name: 'Text: 19 MB, each line another label', fileName: 'a.txt', make: () => text(Array.from({ length: 480_000 }, (_none, at) => `Personne ${at.toString(36)} : oui, je crois.`).join('\n')) },
  { name: 'Markdown: 19 MB of *a **b', fileName: 'a.md', make: () => text(bomb('*a **b ', 18)) },
]; // prettier-ignore

/** 240 MB that write a letter again and again. */
function pdfPieces(): Buffer {
  return Buffer.concat([Buffer.from('BT /F1 1 Tf '), Buffer.alloc(40 * 6 * MEGABYTE, '(a)Tj ')]);
}
