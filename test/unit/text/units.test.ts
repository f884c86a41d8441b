import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps, type TextRange } from '../../../src/text/range.ts';
import {
  nextUntouched,
  touched,
  unitAt,
  UNIT_KINDS,
  unitsOf,
  type UnitSource,
} from '../../../src/text/units.ts';

/** A transcript from its lines: `# ` opens a heading, `1: ` a turn of speaker 1, other lines go on. */
function transcript(...lines: readonly string[]): UnitSource {
  const paragraphs: { start: number; end: number; heading: boolean }[] = [];
  const turns: { start: number; bodyStart: number; end: number; speakerId: number }[] = [];
  let start = 0;
  for (const line of lines) {
    const end = start + line.length;
    const heading = line.startsWith('# ');
    const label = /^(\d): /u.exec(line);
    if (line.trim() !== '') paragraphs.push({ start, end, heading });
    if (label !== null)
      turns.push({ start, bodyStart: start + label[0].length, end, speakerId: Number(label[1]) });
    else if (line.trim() !== '') {
      const last = turns.pop();
      if (last !== undefined) turns.push({ ...last, end });
    }
    start = end + 1;
  }
  return { text: lines.join('\n'), paragraphs, turns };
}

const SMALL = transcript(
  'Avant tout.',
  '# Les outils',
  '1: Et alors ? Vous avez utilisé quoi ?',
  '2: Moodle. Zoom aussi,',
  'et Teams, un peu. ',
  '   ',
  '# La suite',
  'Ensuite, rien.',
  '1: ',
  '2: Voilà.',
);
const said = (source: UnitSource, kind: (typeof UNIT_KINDS)[number]) =>
  unitsOf(source, kind).map(({ start, end, speakerId }) => [speakerId, source.text.slice(start, end)]);

describe('units of a transcript', () => {
  it('are its sentences, its paragraphs or its turns, without labels and headings', () => {
    expect(said(SMALL, 'sentence')).toEqual([
      [null, 'Avant tout.'],
      [1, 'Et alors ?'],
      [1, 'Vous avez utilisé quoi ?'],
      [2, 'Moodle.'],
      [2, 'Zoom aussi,'],
      [2, 'et Teams, un peu.'],
      [2, 'Ensuite, rien.'],
      [2, 'Voilà.'],
    ]);
    expect(said(SMALL, 'paragraph')).toHaveLength(6);
    expect(said(SMALL, 'turn')).toEqual([
      [null, 'Avant tout.'],
      [1, 'Et alors ? Vous avez utilisé quoi ?'],
      [2, 'Moodle. Zoom aussi,\net Teams, un peu.'],
      [2, 'Ensuite, rien.'],
      [2, 'Voilà.'],
    ]);
  });

  it('say the paragraph they begin in', () => {
    expect(unitsOf(SMALL, 'turn').map(({ paragraph }) => paragraph)).toEqual([0, 2, 3, 6, 8]);
  });

  const line = fc.constantFrom(
    '# Titre',
    '1: Oui. Non ? ',
    '2: « Bien ! » dit-il',
    'Suite. Et fin',
    ' ',
    '1: ',
    '',
  );
  const source = fc.array(line, { maxLength: 12 }).map((lines) => transcript(...lines));

  it('stand apart, in order, hold no white space at their ends, and refine each other', () => {
    fc.assert(
      fc.property(source, (made) => {
        const [bySentence = [], byParagraph = [], byTurn = []] = UNIT_KINDS.map((kind) =>
          unitsOf(made, kind),
        );
        for (const units of [bySentence, byParagraph, byTurn])
          for (const [at, unit] of units.entries()) {
            const words = made.text.slice(unit.start, unit.end);
            expect(words.trim()).toBe(words);
            expect(words).not.toBe('');
            expect(unit.start).toBeGreaterThanOrEqual(units[at - 1]?.end ?? 0);
          }
        for (const [fine, coarse] of [
          [bySentence, byParagraph],
          [byParagraph, byTurn],
        ] as const) {
          const holders = fine.map((unit) => coarse.filter((each) => overlaps(unit, each)));
          expect(holders.every(({ length }) => length === 1)).toBe(true);
          expect(new Set(holders.flat()).size).toBe(coarse.length);
        }
        const letters = (ranges: readonly TextRange[]) =>
          ranges.reduce(
            (sum, { start, end }) => sum + made.text.slice(start, end).replaceAll(/\s/gu, '').length,
            0,
          );
        expect(letters(bySentence)).toBe(letters(byParagraph));
        expect(letters(byTurn)).toBe(letters(byParagraph));
      }),
    );
  });

  const range = fc
    .tuple(fc.nat(120), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => ({ start, end: start + length }));

  it('are touched by what shares a character with them, in whatever order it comes', () => {
    fc.assert(
      fc.property(source, fc.array(range, { maxLength: 8 }), (made, ranges) => {
        const units = unitsOf(made, 'sentence');
        expect(touched(units, ranges)).toEqual(
          units.map((unit) => ranges.some((each) => overlaps(unit, each))),
        );
      }),
    );
  });

  it('are found by a position: the one it stands in or at the end of, else the one before', () => {
    const units = unitsOf(SMALL, 'sentence');
    for (const [at, { start, end }] of units.entries()) {
      expect([unitAt(units, start), unitAt(units, start + 1), unitAt(units, end)]).toEqual([at, at, at]);
    }
    expect(unitAt(units, -1)).toBe(-1);
    expect(
      unitAt(
        [
          { start: 0, end: 3 },
          { start: 3, end: 5 },
        ],
        3,
      ),
    ).toBe(0);
    expect(unitAt([], 4)).toBe(-1);
  });

  it('the next one without a code is found round the end, both ways, and never where one stands', () => {
    const isTouched = [false, true, true, false];
    expect(nextUntouched(isTouched, 0, 1)).toBe(3);
    expect(nextUntouched(isTouched, 3, 1)).toBe(0);
    expect(nextUntouched(isTouched, 0, -1)).toBe(3);
    expect(nextUntouched(isTouched, 2, -1)).toBe(0);
    expect(nextUntouched(isTouched, -1, 1)).toBe(0);
    expect(nextUntouched([true, false], 1, 1)).toBeNull();
    expect(nextUntouched([], -1, 1)).toBeNull();
  });
});
