import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/formats/docx.ts';
import { normaliseText } from '../../../src/text/normalise.ts';
import { splitParagraphs } from '../../../src/text/paragraphs.ts';
import { text as anyText } from '../text/arbitraries.ts';
import { buildDocx, buildZip, documentXml, paragraph, stylesXml } from './zip-builder.ts';

async function textOf(body: string): Promise<string> {
  return (await readDocx(buildDocx(body))).text;
}

describe('the text of a Word document', () => {
  it.each([
    [
      'tab stops are no tabs',
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>',
      'a\tb',
    ],
    [
      'every kind of break is a line',
      '<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type="page"/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r></w:p>',
      'a\nb\nc\nd',
    ],
    [
      'hyphens keep their kind',
      '<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r></w:p>',
      'a\u2011b\u00ADc',
    ],
    [
      'spaces at the ends of runs stay',
      '<w:p><w:r><w:t>a </w:t></w:r><w:r><w:t xml:space="preserve"> b</w:t></w:r></w:p>',
      'a  b',
    ],
    [
      'links, fields and content controls count by what they show',
      '<w:p><w:hyperlink><w:r><w:t>lien</w:t></w:r></w:hyperlink><w:r><w:instrText>DATE</w:instrText></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>' +
        '<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>champ</w:t></w:r></w:p></w:sdtContent></w:sdt>',
      'lien3\nchamp',
    ],
    [
      'symbols are characters',
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Symbol" w:char="F0AE"/><w:sym w:font="Arial" w:char="00E9"/></w:r></w:p>',
      '☺→é',
    ],
    [
      'the reading above a word is left out',
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>haut</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>bas</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
      'bas',
    ],
    ['formulas keep their letters', '<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>', 'x=1'],
    [
      'entities and CDATA are characters',
      '<w:p><w:r><w:t>a &amp; b &#233; <![CDATA[<c>]]></w:t></w:r></w:p>',
      'a & b é <c>',
    ],
    ['a separator of lines inside a run is a line', paragraph('a&#x2028;b'), 'a\nb'],
  ])('%s', async (_rule, body, expected) => {
    expect(await textOf(body)).toBe(expected);
  });

  it('is as after accepting all changes', async () => {
    const mark = (kind: string): string => `<w:pPr><w:rPr><w:${kind} w:id="1"/></w:rPr></w:pPr>`;
    const run = (value: string): string => `<w:r><w:t>${value}</w:t></w:r>`;
    const body =
      `<w:p>${run('a')}<w:ins>${run('b')}</w:ins><w:del><w:r><w:delText>c</w:delText><w:tab/></w:r></w:del></w:p>` +
      `<w:p>${mark('del')}${run('d')}</w:p><w:p>${mark('ins')}${run('e')}</w:p>` +
      `<w:p><w:moveFrom>${run('f')}</w:moveFrom><w:moveTo>${run('g')}</w:moveTo></w:p>` +
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>${run('h')}</w:p></w:tc></w:tr><w:tr><w:tc><w:p>${run('i')}</w:p></w:tc></w:tr></w:tbl>`;
    const { text, warnings } = await readDocx(buildDocx(body));
    expect(text).toBe('ab\nde\ng\ni');
    expect(warnings).toEqual([{ code: 'tracked-changes', details: { insertions: 3, deletions: 4 } }]);
  });

  it('leaves hidden text and pictures out, and says so', async () => {
    const body =
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>vu</w:t>' +
      '<w:drawing><pic:pic/></w:drawing></w:r></w:p>';
    const { text, warnings } = await readDocx(buildDocx(body));
    expect(text).toBe('vu');
    expect(warnings).toEqual(
      ['hidden-text', 'images-left-out'].map((code) => ({
        code,
        details: { count: 1 },
      })),
    );
  });

  it('has a text box once, behind its paragraph, though it is written twice', async () => {
    const box = `<w:txbxContent>${paragraph('cadre')}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent><w:t>texte</w:t></w:r></w:p>`;
    expect(await textOf(body + paragraph('suite'))).toBe('texte\ncadre\nsuite');
  });

  it('has tables row by row, cells by tabs, tables in cells as their lines', async () => {
    const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const inner = `<w:tbl>${row(paragraph('x'), paragraph('y'))}</w:tbl><w:p/>`;
    const body = `<w:tbl>${row(paragraph('a'), paragraph('b') + paragraph('c'))}${row('<w:p/>', inner)}</w:tbl>`;
    expect(await textOf(body)).toBe('a\tb\nc\n\tx\ty\n');
  });

  it('is the same whatever prefix the writer chose, and in strict files', async () => {
    const strict = documentXml(paragraph('oui'))
      .replaceAll('w:', 'ns0:')
      .replaceAll('xmlns:w=', 'xmlns:ns0=')
      .replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      );
    const bytes = buildZip([
      {
        name: '_rels/.rels',
        data: '<Relationships><Relationship Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
      },
      { name: 'word/document2.xml', data: strict },
    ]);
    expect((await readDocx(bytes)).text).toBe('oui');
  });

  it('is read from UTF-16 parts too', async () => {
    const xml = documentXml(paragraph('été'), '<?xml version="1.0" encoding="UTF-16"?>');
    const bytes = buildZip([{ name: 'word/document.xml', data: Buffer.from(`\uFEFF${xml}`, 'utf16le') }]);
    expect((await readDocx(bytes)).text).toBe('été');
  });

  it('comes back as it was written, whatever the paragraphs', async () => {
    const escape = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 8 }), async (paragraphs) => {
        const lines = ['début', ...paragraphs.map((value) => value.replaceAll('\n', ' '))];
        expect(await textOf(lines.map((line) => paragraph(escape(line))).join(''))).toBe(
          normaliseText(lines.join('\n')).text,
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('headings of a Word document', () => {
  const style = (id: string, name: string, more = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const styles = stylesXml(
    style('Titre1', 'heading 1') +
      style('Titre2', 'Titre 2') +
      style('Question', 'Question', '<w:basedOn w:val="Titre2"/>') +
      style('Plan', 'Plan', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
      style('Corps', 'Corps', '<w:basedOn w:val="Titre1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>') +
      style('Boucle', 'Boucle', '<w:basedOn w:val="Boucle"/>') +
      '<w:style w:type="character" w:styleId="Titre1Car"><w:name w:val="heading 1"/></w:style>',
  );
  const styled = (id: string, text: string, more = ''): string =>
    paragraph(text, `<w:pPr><w:pStyle w:val="${id}"/>${more}</w:pPr>`);

  it('are known by style name, by outline level, through parent styles, and by the paragraph itself', async () => {
    const body =
      styled('Titre1', 'un') +
      styled('Titre2', 'deux') +
      styled('Question', 'trois') +
      styled('Plan', 'quatre') +
      styled('Corps', 'cinq') +
      styled('Boucle', 'six') +
      paragraph('sept', '<w:pPr><w:outlineLvl w:val="4"/></w:pPr>') +
      styled('Titre1', 'huit', '<w:outlineLvl w:val="9"/>') +
      styled('Titre1', '') +
      styled('Titre3', 'neuf<w:br/>').replace('neuf<w:br/>', 'neuf</w:t><w:br/><w:t>dix');
    const { headings, text } = await readDocx(buildDocx(body, [{ name: 'word/styles.xml', data: styles }]));
    expect(headings.map(({ paragraph: at, level, title }) => [at, level, title])).toEqual([
      [0, 1, 'un'],
      [1, 2, 'deux'],
      [2, 2, 'trois'],
      [3, 3, 'quatre'],
      [6, 5, 'sept'],
      [8, 3, 'neuf dix'],
    ]);
    expect(splitParagraphs(text)).toHaveLength(9);
  });
});
