import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/formats/docx.ts';
import { buildDocx, paragraph, stylesXml } from './zip-builder.ts';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function level(at: number, format: string, pattern: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;
}

function definition(id: number, ...levels: string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
}

function list(id: number, definitionId: number, more = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${more}</w:num>`;
}

function item(text: string, listId: number, at = 0): string {
  return paragraph(
    text,
    `<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${listId}"/></w:numPr></w:pPr>`,
  );
}

async function linesOf(numbering: string, body: string, styles = ''): Promise<readonly string[]> {
  const bytes = buildDocx(body, [
    { name: 'word/numbering.xml', data: `<w:numbering ${WORD}>${numbering}</w:numbering>` },
    { name: 'word/styles.xml', data: stylesXml(styles) },
  ]);
  return (await readDocx(bytes)).text.split('\n');
}

describe('lists of a Word document', () => {
  it('are numbered by level, and deeper levels start again', async () => {
    const numbering =
      definition(
        0,
        level(0, 'decimal', '%1.'),
        level(1, 'lowerLetter', '%2)'),
        level(2, 'upperRoman', '%1.%3'),
      ) + list(1, 0);
    const body = [
      item('un', 1),
      item('a', 1, 1),
      item('b', 1, 1),
      item('i', 1, 2),
      item('deux', 1),
      item('a', 1, 1),
      paragraph('entre'),
      item('trois', 1),
    ];
    expect(await linesOf(numbering, body.join(''))).toEqual([
      '1. un',
      'a) a',
      'b) b',
      '1.I i',
      '2. deux',
      'a) a',
      'entre',
      '3. trois',
    ]);
  });

  it('write bullets as one sign, and nothing where the list writes nothing', async () => {
    const numbering = definition(0, level(0, 'bullet', '\uF0B7'), level(1, 'none', '')) + list(1, 0);
    expect(await linesOf(numbering, item('a', 1) + item('b', 1, 1) + item('c', 9))).toEqual([
      '• a',
      'b',
      'c',
    ]);
  });

  it('start again, or go on, where the file says so', async () => {
    const numbering =
      definition(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')) +
      list(1, 0) +
      list(2, 0) +
      list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>') +
      list(4, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1 -')}</w:lvlOverride>`);
    const body = [
      item('a', 1),
      item('sous', 1, 1),
      item('b', 2),
      item('sous', 1, 1),
      item('c', 3),
      item('d', 3),
      item('e', 4),
    ];
    expect(await linesOf(numbering, body.join(''))).toEqual([
      '1. a',
      '1. sous',
      '2. b',
      '2. sous',
      '7. c',
      '8. d',
      'I - e',
    ]);
  });

  it('number headings and other paragraphs through their styles', async () => {
    const numbering =
      definition(
        0,
        level(0, 'upperRoman', '%1.', '<w:pStyle w:val="Heading1"/>'),
        level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Heading2"/><w:isLgl/>'),
      ) + list(1, 0);
    const style = (id: number): string =>
      `<w:style w:type="paragraph" w:styleId="Heading${id}"><w:name w:val="heading ${id}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const heading = (text: string, id: number, more = ''): string =>
      paragraph(text, `<w:pPr><w:pStyle w:val="Heading${id}"/>${more}</w:pPr>`);
    const body =
      heading('Début', 1) +
      heading('Outils', 2) +
      heading('Sans', 2, '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      heading('Suite', 2);
    expect(await linesOf(numbering, body, style(1) + style(2))).toEqual([
      'I. Début',
      '1.1 Outils',
      'Sans',
      '1.2 Suite',
    ]);
  });
});

describe('notes and comments of a Word document', () => {
  const notes = (name: string, content: string): { readonly name: string; readonly data: string } => ({
    name: `word/${name}.xml`,
    data: `<w:${name} ${WORD}>${content}</w:${name}>`,
  });

  it('stand behind the text in the order in which it points to them', async () => {
    const body =
      '<w:p><w:r><w:t>a</w:t><w:endnoteReference w:id="2"/><w:t>b</w:t><w:footnoteReference w:id="5"/></w:r></w:p>' +
      '<w:p><w:del><w:r><w:footnoteReference w:id="6"/></w:r></w:del></w:p>';
    const bytes = buildDocx(body, [
      notes(
        'footnotes',
        `<w:footnote w:id="0" w:type="separator">${paragraph('trait')}</w:footnote><w:footnote w:id="5">${paragraph(' bas')}${paragraph('suite')}</w:footnote>`,
      ),
      notes('endnotes', `<w:endnote w:id="2">${paragraph('fin')}</w:endnote>`),
    ]);
    expect((await readDocx(bytes)).text).toBe('a[1]b[2]\n\n[1] fin\n[2] bas\nsuite');
  });

  it('keep the passage they are about, also across paragraphs and cells', async () => {
    const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
    const end = (id: number): string =>
      `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body =
      `<w:p>${run('Un ')}${start(1)}${run('deux')}</w:p><w:p>${run('trois')}${end(1)}</w:p>` +
      `<w:tbl><w:tr><w:tc><w:p>${run('x')}</w:p></w:tc><w:tc><w:p>${start(2)}${run('yé')}${end(2)}</w:p></w:tc></w:tr></w:tbl>` +
      `<w:p>${run('un mot')}<w:r><w:commentReference w:id="3"/></w:r>${run(' ici')}</w:p>`;
    const remark = (id: number, text: string): string =>
      `<w:comment w:id="${id}" w:author="Ana">${paragraph(text)}</w:comment>`;
    const bytes = buildDocx(body, [
      notes('comments', remark(1, 'long') + remark(2, 'cellule') + remark(3, 'mot') + remark(4, 'perdu')),
    ]);
    const { text, comments = [] } = await readDocx(bytes);
    expect(text).toBe('Un deux\ntrois\nx\tyé\nun mot ici');
    expect(comments.map((comment) => [text.slice(comment.start, comment.end), comment.text])).toEqual([
      ['deux\ntrois', 'long'],
      ['yé', 'cellule'],
      ['mot', 'mot'],
    ]);
    expect(comments[0]?.author).toBe('Ana');
  });
});
