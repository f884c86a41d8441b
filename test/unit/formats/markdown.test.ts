import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/formats/markdown.ts';
import { bytesOf } from './documents.ts';

function textOf(source: string): string {
  return readMarkdown(new TextEncoder().encode(source)).text;
}

describe('the text of a Markdown file', () => {
  it.each([
    ['labels lose their signs', '**R1 :** oui\n**R2 :** non', 'R1 : oui\nR2 : non'],
    ['lines stay lines', 'a\nb\\\nc  \nd\n\ne', 'a\nb\nc\nd\ne'],
    ['escapes are characters', '\\*a\\* 1\\. &eacute;', '*a* 1. é'],
    ['links are their words', '[mot](http://x) et <http://y.fr>', 'mot et http://y.fr'],
    ['lists have their numbers and bullets', '3. a\n4. b\n\n2) c\n\n- d\n  - e\n* f', '3. a\n4. b\n2) c\n• d\n• e\n• f'],
    ['tables are lines with tabs', '| a | b |\n|---|---|\n| c | *d* |', 'a\tb\nc\td'],
    ['code is lines', '```\na  b\nc\n```', 'a  b\nc'],
    ['quotations are paragraphs', '> a\n> b', 'a\nb'],
    ['notes stand at the end', 'a[^x] b[^y]\n\n[^y]: deux\n[^x]: un', 'a[1] b[2]\n[1] un\n[2] deux'],
    ['elements go, what only looks like one stays', 'a <b>b</b> <rires> <!-- c --> <R1>\n\n<soupir>', 'a b <rires>  <R1>\n<soupir>'],
    ['rules are nothing, a line drawn under speech makes no title', 'a\n\n***\n\nb\nc\n---', 'a\nb\nc'],
    ['about and hash are themselves', '~10 ans, ~20 ans, #1', '~10 ans, ~20 ans, #1'],
  ])('%s', (_rule, source, expected) => {
    expect(textOf(source)).toBe(expected);
  }); // prettier-ignore

  it('has headings, and properties of its front matter', () => {
    const { text, headings, properties } = readMarkdown(bytesOf('source/entretien-pandoc.md'));
    expect(properties).toEqual({ title: 'Entretien R6', author: 'Camille Renaud', created: '2020-05-20' });
    expect(headings.map(({ level, title }) => [level, title])).toEqual([
      [1, 'Partie 1. Les débuts'],
      [2, 'Outils'],
    ]);
    expect(text).toContain('C’était long, très long.\n');
    expect(textOf('---\nR1 : oui, et non\n---\n\nfin')).toContain('R1 : oui');
  });

  it('is read as it is written when it is nothing but signs', () => {
    const signs = '*a **b '.repeat(10_000);
    expect(readMarkdown(new TextEncoder().encode(signs))).toMatchObject({ format: 'text', text: signs });
  });
});
