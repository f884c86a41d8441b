import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGuideText } from '../../../src/text/guide-text.ts';

const outline = (text: string) => parseGuideText(text).map(({ level, title }) => `${level} ${title}`);

describe('a guide written as text', () => {
  test('numbered parts hold numbered questions, and bullets ask further', () => {
    expect(
      outline(
        'Thème 1 : Parcours\n1. Pouvez-vous vous présenter ?\n   - Et avant ?\n2) Votre poste ?\nThème 2 – Usages\n1. Quels outils ?',
      ),
    ).toEqual([
      '1 Thème 1 : Parcours',
      '2 Pouvez-vous vous présenter ?',
      '3 Et avant ?',
      '2 Votre poste ?',
      '1 Thème 2 – Usages',
      '2 Quels outils ?',
    ]);
  });

  test('Markdown headings give their depth', () => {
    expect(outline('# Guide\n## Partie\n### Une question ?\n## Autre partie')).toEqual([
      '1 Guide',
      '2 Partie',
      '3 Une question ?',
      '2 Autre partie',
    ]);
  });

  test('lines without marks are parts, and questions stand below them', () => {
    expect(outline('Parcours\nD’où venez-vous ?\nEt depuis ?\n\nUsages\nQuels outils ?')).toEqual([
      '1 Parcours',
      '2 D’où venez-vous ?',
      '2 Et depuis ?',
      '1 Usages',
      '2 Quels outils ?',
    ]);
  });

  test('decimal numbers nest by their length, indentation nests anything', () => {
    expect(outline('1 Parcours\n1.1 Études\n1.2 Métier\n2 Usages')).toEqual([
      '1 Parcours',
      '2 Études',
      '2 Métier',
      '1 Usages',
    ]);
    expect(outline('- A\n\t- B\n\t\t- C\n- D')).toEqual(['1 A', '2 B', '3 C', '1 D']);
  });

  test('a question alone is no part', () => {
    expect(outline('1. Comment ?\r\n2. Pourquoi ?')).toEqual(['2 Comment ?', '2 Pourquoi ?']);
  });

  test('rules, blank lines and bullets alone are no topics; long titles are cut between characters', () => {
    expect(outline('---\n\n-\n* \n')).toEqual([]);
    const [line] = parseGuideText(`${'a'.repeat(9)}😀`, 10);
    expect(line?.title.isWellFormed()).toBe(true);
    expect(line?.title.length).toBeLessThanOrEqual(10);
  });

  test('whatever the text, levels are from 1 to 9 and go down one at a time, but for questions', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('', '  ', '\t', '\t\t'),
            fc.constantFrom('', '- ', '1. ', '1.2 ', 'a) ', '# ', '### ', 'Partie 2 : '),
            fc.constantFrom('Usages', 'Et vous ?', 'x'),
          ),
        ),
        (lines) => {
          const parsed = parseGuideText(lines.map((parts) => parts.join('')).join('\n'));
          expect(parsed).toHaveLength(lines.length);
          for (const [at, { level, title }] of parsed.entries()) {
            expect(level).toBeGreaterThanOrEqual(1);
            const below = (parsed[at - 1]?.level ?? 0) + 1;
            expect(level).toBeLessThanOrEqual(title.endsWith('?') ? Math.max(2, below) : below);
          }
        },
      ),
    );
  });
});
