import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampToShown,
  paragraphAt,
  paragraphIndexAt,
  paragraphNumberAt,
  shownPieces,
  shownText,
} from '../../../renderer/transcript/model.ts';
import { INTERVIEW, lines, modelOf, ranges } from './sample.ts';

const at = (model: ReturnType<typeof modelOf>, needle: string): number => model.text.indexOf(needle);

describe('the transcript as it is shown', () => {
  const model = modelOf(INTERVIEW);

  it('puts the speaker in the column, on the first paragraph of a turn only', () => {
    expect(model.paragraphs.map((paragraph) => paragraph.speakerName)).toEqual([
      null,
      'Enquêtrice',
      'Référent 3',
      null,
      null,
      'Enquêtrice',
      'Référent 3',
    ]);
  });

  it('begins the words after the label, and keeps the offsets of the text', () => {
    const second = model.paragraphs[2];
    expect(second).toBeDefined();
    expect(model.text.slice(second?.wordsStart, second?.end)).toBe(INTERVIEW[2]?.words);
    expect(second?.start).toBe(at(model, 'Référent 3'));
  });

  it('gives the role of the turn to each of its paragraphs, and none to headings', () => {
    expect(model.paragraphs.map((paragraph) => paragraph.role)).toEqual([
      null,
      'interviewer',
      'participant',
      'participant',
      null,
      'interviewer',
      'participant',
    ]);
  });

  it('numbers paragraphs as the program does everywhere, without showing one on headings', () => {
    expect(model.paragraphs.map((paragraph) => paragraph.number)).toEqual([null, 2, 3, 4, null, 6, 7]);
    expect(paragraphNumberAt(model, at(model, 'Quand'))).toBe(4);
  });

  it('leaves labels out of a quotation over several turns', () => {
    const range = { start: at(model, 'Comment'), end: at(model, 'Puis') - 1 };
    expect(shownText(model, range)).toBe('Comment avez-vous commencé ?\nAu début, oui.');
  });

  it('brings a caret inside a label to the words', () => {
    const paragraph = model.paragraphs[1];
    expect(clampToShown(model, (paragraph?.start ?? 0) + 3)).toBe(paragraph?.wordsStart);
  });

  it('finds for every offset the last paragraph that begins at or before it', () => {
    fc.assert(
      fc.property(lines, fc.nat(2000), (made, offset) => {
        const any = modelOf(made);
        const naive = any.paragraphs.findLastIndex((paragraph) => paragraph.start <= offset);
        expect(paragraphIndexAt(any, offset)).toBe(any.paragraphs.length === 0 ? -1 : Math.max(0, naive));
      }),
    );
  });

  it('shows of a range exactly its units that are no label and no line end', () => {
    fc.assert(
      fc.property(
        lines.chain((made) => fc.tuple(fc.constant(made), ranges(modelOf(made).text.length, 4))),
        ([made, list]) => {
          const any = modelOf(made);
          for (const range of list) {
            const shown = new Set<number>();
            for (const piece of shownPieces(any, range))
              for (let unit = piece.start; unit < piece.end; unit += 1) shown.add(unit);
            for (let unit = range.start; unit < range.end; unit += 1) {
              const paragraph = paragraphAt(any, unit);
              const visible = paragraph !== null && unit >= paragraph.wordsStart && unit < paragraph.end;
              expect(shown.has(unit)).toBe(visible);
            }
          }
        },
      ),
    );
  });
});
