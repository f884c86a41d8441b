import { pdfWithContent, pdfWithPageTree } from './pdf-builder.ts';
import { buildDocx, buildZip } from './zip-builder.ts';

const MEBIBYTE = 1024 * 1024;
/** As many characters as a document may have. */
const LONG = 20_000_000;

export interface HostileFile {
  readonly name: string;
  readonly fileName: string;
  readonly make: () => Uint8Array;
}

/** A text as long as `LONG`, made of one piece again and again. */
function repeated(piece: string, before = '', after = ''): Uint8Array {
  const length = Math.floor((LONG - before.length - after.length) / Buffer.byteLength(piece));
  return new Uint8Array(Buffer.concat([Buffer.from(before), Buffer.alloc(length * Buffer.byteLength(piece), piece), Buffer.from(after)])); // prettier-ignore
}

function nested(open: string, close: string, depth: number, before = '', after = ''): Uint8Array {
  return new Uint8Array(Buffer.from(`${before}${open.repeat(depth)}oui${close.repeat(depth)}${after}`));
}

export function epubOf(pages: readonly string[], more: Parameters<typeof buildZip>[0] = []): Uint8Array {
  const items = pages.map(
    (_page, at) => `<item id="p${at}" href="p${at}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const spine = pages.map((_page, at) => `<itemref idref="p${at}"/>`);
  return buildZip([
    { name: 'mimetype', data: 'application/epub+zip', stored: true },
    {
      name: 'META-INF/container.xml',
      data: '<container><rootfiles><rootfile full-path="OPS/livre.opf"/></rootfiles></container>',
    },
    {
      name: 'OPS/livre.opf',
      data: `<package><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
    },
    ...pages.map((data, at) => ({ name: `OPS/p${at}.xhtml`, data })),
    ...more,
  ]);
}

function odtOf(body: string): Uint8Array {
  const spaces = ['office', 'text', 'table'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`); // prettier-ignore
  return buildZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      data: `<office:document-content ${spaces.join(' ')}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
  ]);
}

const RTF = '{\\rtf1\\ansi ';
const HTML = '<!doctype html><html><body>';
const ENTITIES =
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

/** The worst of each format, each by the rule it would break. */
export const HOSTILE: readonly HostileFile[] = [
  ...['\\par', "\\'e9", '\\u233?', '\\cell', '{', '}', 'a', '\\tab', '{}', '{\\*\\x}', '{\\footnote a}', '\\row', '\\bin9 ', '{\\*\\annotation a}', '\\{', '{\\listtext 1}a\\par'].map((piece) => ({
    name: `RTF with nothing but ${piece}`,
    fileName: 'a.rtf',
    make: () => repeated(piece, RTF),
  })),
  ...['<p>', '<div>', '<b>', 'a ', '&amp;', '<br>', '<table>', '<table><tr><td>', '<li>', '</p>', '<', '<!--', '<a b', '<i>a</i>', '<table><p>', '<p><b><i>', '<pre>\n', '<svg>', '<select>', '<template>', '<a href="#x">', '<font size=1>a'].map((piece) => ({
    name: `HTML with nothing but ${piece.trim()}`,
    fileName: 'a.html',
    make: () => repeated(piece, HTML),
  })),
  { name: 'HTML with attributes without end', fileName: 'a.html', make: () => new Uint8Array(Buffer.from(`${HTML}<p ${Array.from({ length: 1_000_000 }, (_none, at) => `a${at}`).join(' ')}>oui`)) },
  { name: 'HTML with formats that differ', fileName: 'a.html', make: () => new Uint8Array(Buffer.from(`${HTML}${Array.from({ length: 300_000 }, (_none, at) => `<p><b a${at}>oui`).join('')}`)) },
  ...['*', '**a ', '[', '> ', '- ', '`', '<a', '| ', '&', '\\', '![', '[^1]', '_a*', '<!--', 'a\n', '- a\n', '[a](b) ', '# a\n', '|a|\n|-|\n'].map((piece) => ({
    name: `Markdown with nothing but ${piece.trim()}`,
    fileName: 'a.md',
    make: () => repeated(piece),
  })),
  ...['*', '**a ', '[', '> ', '`', '<a', '| ', '![', '_a*', '[a](b) ', '<b>', 'a\n', '- a\n', '**R1 :** oui\n', '**R1 :** oui\n\n', '[^1] '].map((piece) => ({
    name: `Markdown of 1.5 MB with nothing but ${piece.trim()}`,
    fileName: 'a.md',
    make: () => repeated(piece).subarray(0, 1_500_000),
  })),
  ...['**R1 :** oui\n', '**R1 :** oui\n\n', '- a\n', 'a\n', '# a\n', '|a|b|c|\n'].map((piece) => ({
    name: `Markdown of 19,000 lines of ${piece.trim()}`,
    fileName: 'a.md',
    make: () => repeated(piece).subarray(0, 19_000 * Math.ceil(piece.length / piece.split('\n').slice(1).length)),
  })),
  ...['*a **b ', '[a](b) ', '[', '_a*', '<b>', '![a][', '[^1] ', '`a``'].map((piece) => ({
    name: `Markdown of 19,000 signs ${piece.trim()}`,
    fileName: 'a.md',
    make: () => repeated(piece).subarray(0, Math.floor(19_000 / (piece.match(/[*_[\]!<&`~|(]/gu)?.length ?? 1)) * piece.length),
  })),
  { name: 'RTF of 100,000 groups', fileName: 'a.rtf', make: () => nested('{', '}', 100_000, RTF, '}') },
  { name: 'RTF of 10,000 nested tables', fileName: 'a.rtf', make: () => new Uint8Array(Buffer.from(`${RTF}${Array.from({ length: 10_000 }, (_none, at) => `\\intbl\\itap${at} a\\nestcell `).join('')}}`)) },
  { name: 'HTML of 10,000 elements', fileName: 'a.html', make: () => nested('<div>', '</div>', 10_000, HTML) },
  { name: 'HTML of 100,000 elements', fileName: 'a.html', make: () => nested('<div>', '</div>', 100_000, HTML) },
  { name: 'HTML of 10,000 nested tables', fileName: 'a.html', make: () => nested('<table><tr><td>', '', 10_000, HTML) },
  { name: 'Word of 10,000 nested tables', fileName: 'a.docx', make: () => buildDocx(`${'<w:tbl><w:tr><w:tc>'.repeat(10_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(10_000)}`) },
  { name: 'Word with nothing but paragraphs', fileName: 'a.docx', make: () => buildDocx('<w:p/>'.repeat(3_400_000)) },
  { name: 'OpenDocument with nothing but paragraphs', fileName: 'a.odt', make: () => odtOf('<text:p/>'.repeat(2_200_000)) },
  { name: 'OpenDocument of 10,000 nested tables', fileName: 'a.odt', make: () => odtOf('<table:table><table:table-row><table:table-cell>'.repeat(10_000)) },
  { name: 'EPUB with a page that inflates', fileName: 'a.epub', make: () => epubOf(['<p>'.repeat(7_000_000)]) },
  { name: 'EPUB that is a bomb', fileName: 'a.epub', make: () => epubOf(['a'.repeat(40 * MEBIBYTE)]) },
  { name: 'EPUB with entities', fileName: 'a.epub', make: () => epubOf([`${ENTITIES}<html><body><p>${'&b;'.repeat(1000)}</p></body></html>`]) },
  { name: 'EPUB with a package of entities', fileName: 'a.epub', make: () => buildZip([{ name: 'mimetype', data: 'application/epub+zip', stored: true }, { name: 'META-INF/container.xml', data: `${ENTITIES}<a>&b;</a>` }]) },
  { name: 'PDF whose page tree is its own child', fileName: 'a.pdf', make: () => pdfWithPageTree('2 0 R', 3) },
  { name: 'PDF that says to have a billion pages', fileName: 'a.pdf', make: () => pdfWithPageTree('', 1_000_000_000) },
  { name: 'PDF that says to have 5,000 pages', fileName: 'a.pdf', make: () => pdfWithPageTree('', 5_000) },
  { name: 'PDF with a page that inflates', fileName: 'a.pdf', make: () => pdfWithContent(Buffer.alloc(200 * MEBIBYTE, 32)) },
  { name: 'PDF of 100,000 pieces of text', fileName: 'a.pdf', make: () => pdfWithContent(Array.from({ length: 100_000 }, (_none, at) => `BT /F1 1 Tf ${(at % 300) * 1.9} ${800 - Math.floor(at / 300) * 2} Td (a) Tj ET`).join('\n')) },
  { name: 'PDF of 100,000 pieces in one place', fileName: 'a.pdf', make: () => pdfWithContent('BT /F1 12 Tf 72 700 Td (a) Tj ET\n'.repeat(100_000)) },
  { name: 'text with nothing but line ends', fileName: 'a.txt', make: () => repeated('\n', '', 'a') },
  { name: 'text with nothing but a letter', fileName: 'a.txt', make: () => repeated('é') },
]; // prettier-ignore
