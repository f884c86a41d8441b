import { describe, expect, it } from 'vitest';
import { readOdt } from '../../../src/formats/odt.ts';
import { buildOdt } from './odt-builder.ts';

async function textOf(body: string, styles = ''): Promise<string> {
  return (await readOdt(buildOdt(body, styles))).text;
}

function p(content: string, attributes = ''): string {
  return `<text:p ${attributes}>${content}</text:p>`;
}

describe('the text of an OpenDocument text', () => {
  it.each([
    [
      'white space of the file is one space, and none at the start',
      p('\n  a \n\t b<text:span> c</text:span>'),
      'a b c',
    ],
    [
      'spaces, tabs and breaks are elements',
      p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'),
      'a   b\tc\nd',
    ],
    ['no-break spaces and hyphens stay', p('a\u202F\u00A0b\u00ADc\u2011d'), 'a\u202F\u00A0b\u00ADc\u2011d'],
    ['links and bookmarks count by what they show', p('<text:a>lien</text:a><text:bookmark/> x'), 'lien x'],
    [
      'the reading above a word is left out',
      p('<text:ruby><text:ruby-base>bas</text:ruby-base><text:ruby-text>haut</text:ruby-text></text:ruby>'),
      'bas',
    ],
    [
      'a text box stands behind its paragraph, and one without a paragraph at its place',
      `<draw:frame><draw:text-box>${p('page')}</draw:text-box></draw:frame>${p(`a<draw:frame><draw:text-box>${p('cadre')}</draw:text-box></draw:frame>b`)}${p('c')}`,
      'page\nab\ncadre\nc',
    ],
    [
      'deleted text stands apart, and is left there',
      `<text:tracked-changes><text:changed-region><text:deletion>${p('non')}</text:deletion></text:changed-region></text:tracked-changes>${p('o<text:change/>ui')}`,
      'oui',
    ],
    [
      'a section that does not show is left out',
      `${p('a')}<text:section text:display="none">${p('b')}</text:section><text:section>${p('c')}</text:section>`,
      'a\nc',
    ],
  ])('%s', async (_rule, body, expected) => {
    expect(await textOf(body)).toBe(expected);
  });

  it('leaves hidden text out, through the styles that a style comes from, and says so', async () => {
    const styles =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:name="T1" style:family="text" style:parent-style-name="H"/>' +
      '<style:style style:name="T2" style:family="text" style:parent-style-name="H"><style:text-properties text:display="true"/></style:style>';
    const body = p(
      'a<text:span text:style-name="T1">b</text:span><text:span text:style-name="T2">c</text:span>',
    );
    const { text, warnings } = await readOdt(buildOdt(body, styles));
    expect(text).toBe('ac');
    expect(warnings).toEqual([{ code: 'hidden-text', details: { count: 1 } }]);
  });

  it('has tables row by row, with cells that repeat, and without those that another covers', async () => {
    const cell = (content: string, attributes = ''): string =>
      `<table:table-cell ${attributes}>${content}</table:table-cell>`;
    const row = (...cells: readonly string[]): string =>
      `<table:table-row>${cells.join('')}</table:table-row>`;
    const covered = '<table:covered-table-cell/>';
    const body = `<table:table><table:table-header-rows>${row(cell(p('a'), 'table:number-columns-repeated="2"'), cell(p('b') + p('c')))}</table:table-header-rows>${row(cell(p('d'), 'table:number-columns-spanned="2"'), covered, cell(p('e')))}${row(covered, cell(''), cell(p('f')))}</table:table>`;
    expect(await textOf(body)).toBe('a\ta\tb\nc\nd\te\n\t\tf');
  });

  it('does not repeat a cell without end', async () => {
    const body = `${p('a')}<table:table><table:table-row><table:table-cell table:number-columns-repeated="999999999">${p('b')}</table:table-cell></table:table-row></table:table>`;
    expect((await textOf(body)).length).toBeLessThan(5_000);
  });

  it('puts notes of both kinds behind the text', async () => {
    const note = (kind: string, content: string): string =>
      `<text:note text:note-class="${kind}"><text:note-citation>*</text:note-citation> <text:note-body>${content}</text:note-body></text:note>`;
    const body = p(`a${note('endnote', p('fin'))}b${note('footnote', p('bas') + p('suite'))}`);
    expect(await textOf(body)).toBe('a[1]b[2]\n[1] fin\n[2] bas\nsuite');
  });

  it('keeps comments with the passage they are about, or the word they stand at', async () => {
    const comment = (text: string, name = ''): string =>
      `<office:annotation ${name}><dc:creator>Ana</dc:creator><dc:date>2020-05-20</dc:date>${p(text)}</office:annotation>`;
    const body =
      p(`Un ${comment('long', 'office:name="x"')}deux`) +
      p(`trois<office:annotation-end office:name="x"/> et qua${comment('mot')}tre`);
    const { text, comments = [] } = await readOdt(buildOdt(body));
    expect(text).toBe('Un deux\ntrois et quatre');
    expect(comments.map((found) => [text.slice(found.start, found.end), found.author, found.text])).toEqual([
      ['deux\ntrois', 'Ana', 'long'],
      ['quatre', 'Ana', 'mot'],
    ]);
  });
});

describe('lists of an OpenDocument text', () => {
  const number = (level: number, format: string, more = ''): string =>
    `<text:list-level-style-number text:level="${level}" style:num-format="${format}" style:num-suffix="." ${more}/>`;
  const styles = `<text:list-style style:name="L">${number(1, '1')}${number(2, 'a', 'text:display-levels="2"')}<text:list-level-style-bullet text:level="3" text:bullet-char="◦"/></text:list-style>`;
  const list = (content: string, attributes = ''): string =>
    `<text:list ${attributes}>${content}</text:list>`;
  const item = (content: string, attributes = ''): string =>
    `<text:list-item ${attributes}>${content}</text:list-item>`;

  it('are numbered by level; an item counts once, and not when it only holds a deeper list', async () => {
    const body = list(
      `<text:list-header>${p('titre')}</text:list-header>` +
        item(p('un') + p('encore') + list(item(p('x')) + item(p('y') + list(item(p('z')))))) +
        item(p('deux') + list(item(p('x')))) +
        item(list(item(p('y')), 'text:continue-numbering="true"')),
      'text:style-name="L"',
    );
    expect((await textOf(body, styles)).split('\n')).toEqual([
      'titre',
      '1. un',
      'encore',
      '1.a. x',
      '1.b. y',
      '• z',
      '2. deux',
      '2.a. x',
      '2.b. y',
    ]);
  });

  it('go on, or start elsewhere, where the file says so', async () => {
    const style = 'text:style-name="L"';
    const body = [
      list(item(p('a')) + item(p('b')), `${style} xml:id="l1"`),
      p('entre'),
      list(item(p('c')), `${style} text:continue-numbering="true"`),
      list(item(p('d')), style),
      list(item(p('e')), `${style} text:continue-list="l1"`),
      list(item(p('f'), 'text:start-value="10"') + item(p('g')), style),
    ];
    expect((await textOf(body.join(''), styles)).split('\n')).toEqual([
      '1. a',
      '2. b',
      'entre',
      '3. c',
      '1. d',
      '4. e',
      '10. f',
      '11. g',
    ]);
  });

  it('number chapters by the outline, which stands among the common styles', async () => {
    const outline =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>';
    const heading = (text: string, level: number, more = ''): string =>
      `<text:h text:outline-level="${level}" ${more}>${text}</text:h>`;
    const body =
      heading('Début', 1) +
      heading('Outils', 2) +
      heading('Sans', 2, 'text:is-list-header="true"') +
      heading('Fin', 1);
    const { text, headings } = await readOdt(buildOdt(body, outline));
    expect(text).toBe('I. Début\nI.1 Outils\nSans\nII. Fin');
    expect(headings.map(({ paragraph, level, title }) => [paragraph, level, title])).toEqual([
      [0, 1, 'I. Début'],
      [1, 2, 'I.1 Outils'],
      [2, 2, 'Sans'],
      [3, 1, 'II. Fin'],
    ]);
  });
});
