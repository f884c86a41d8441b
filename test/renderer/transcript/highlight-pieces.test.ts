import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST, overlapPieces, paintPieces } from '../../../renderer/transcript/highlight-pieces.ts';
import { highlightRules, patternRules, tintName } from '../../../renderer/transcript/highlight-rules.ts';
import { shownPieces } from '../../../renderer/transcript/model.ts';
import { INTERVIEW, lines, modelOf, ranges } from './sample.ts';

const codingsOf = (list: readonly { start: number; end: number }[]) =>
  list.map((range, at) => ({ id: at + 1, colour: (at % 24) + 1, shape: 'round' as const, ...range }));

describe('tints and underlines', () => {
  const model = modelOf(INTERVIEW);

  it('gives the longest coding the first lane, so that a shorter one lies on top', () => {
    const paragraph = model.paragraphs[3];
    const start = paragraph?.start ?? 0;
    const pieces = paintPieces(
      model,
      codingsOf([
        { start: start + 10, end: start + 20 },
        { start, end: start + 40 },
      ]),
    );
    expect(pieces.find((piece) => piece.codingId === 2)?.lane).toBe(0);
    expect(pieces.find((piece) => piece.codingId === 1)?.lane).toBe(1);
  });

  it('cuts a coding over several paragraphs into pieces without labels', () => {
    const pieces = paintPieces(model, codingsOf([{ start: 0, end: model.text.length }]));
    expect(pieces.map((piece) => model.text.slice(piece.start, piece.end))).toEqual(
      INTERVIEW.map((line) => line.words),
    );
  });

  it('never puts two codings of one paragraph in the same lane where they overlap', () => {
    fc.assert(
      fc.property(
        lines.chain((made) => fc.tuple(fc.constant(made), ranges(modelOf(made).text.length, 15))),
        ([made, list]) => {
          const any = modelOf(made);
          const pieces = paintPieces(any, codingsOf(list));
          expect(pieces.length).toBe(list.reduce((sum, range) => sum + shownPieces(any, range).length, 0));
          for (const [index, a] of pieces.entries()) {
            for (const b of pieces.slice(index + 1)) {
              if (a.index !== b.index || a.lane !== b.lane) continue;
              expect(a.end <= b.start || b.end <= a.start).toBe(true);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells exactly where two or more codings lie on each other, and how many', () => {
    fc.assert(
      fc.property(
        lines.chain((made) => fc.tuple(fc.constant(made), ranges(modelOf(made).text.length, 10))),
        ([made, list]) => {
          const any = modelOf(made);
          const pieces = paintPieces(any, codingsOf(list));
          const deep = overlapPieces(pieces);
          for (let unit = 0; unit < any.text.length; unit += 1) {
            const depth = pieces.filter((piece) => piece.start <= unit && unit < piece.end).length;
            const told = deep.filter((piece) => piece.start <= unit && unit < piece.end);
            expect(told.map((piece) => piece.depth)).toEqual(depth < 2 ? [] : [Math.min(depth, DEEPEST)]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('writes rules for 24 colours that use the tokens only', () => {
    const rules = highlightRules();
    expect(rules).toContain('::highlight(rp-c24-2)');
    expect(rules).not.toMatch(/#[0-9a-f]{3,6}\b/u);
  });

  it('underlines squares with dashes and diamonds with dots, once patterns are asked for', () => {
    expect(highlightRules()).not.toMatch(/dashed|dotted/u);
    const ruleOf = (name: string) =>
      patternRules()
        .split('\n')
        .find((rule) => rule.startsWith(`.tr-text::highlight(${name})`));
    expect(ruleOf(tintName(5, 1, 'square'))).toContain('underline dashed 2px var(--c5)');
    expect(ruleOf(tintName(5, 1, 'diamond'))).toContain('underline dotted 2px var(--c5)');
    expect(tintName(5, 1, 'round')).toBe(tintName(5, 1));
  });
});
