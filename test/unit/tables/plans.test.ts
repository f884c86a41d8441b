import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataRow } from '../../../src/tables/layout.ts';
import { NameIndex } from '../../../src/tables/name-index.ts';
import { planParticipants, type ParticipantsPlanInput } from '../../../src/tables/participants-plan.ts';
import { planSurvey } from '../../../src/tables/survey-plan.ts';
import { surveyText } from '../../../src/tables/survey-text.ts';
import type { ValueColumn } from '../../../src/tables/values-plan.ts';

const rowsOf = (...cells: string[][]): DataRow[] =>
  cells.map((row, index) => ({ number: index + 2, cells: row }));
const age: ValueColumn = { column: 1, name: 'Âge', type: 'integer', variableId: 7 };

const plan = (rows: DataRow[], more: Partial<ParticipantsPlanInput> = {}) =>
  planParticipants({
    rows,
    keyColumn: 0,
    columns: [age],
    updateExisting: true,
    createMissing: true,
    clearEmpty: false,
    participants: new NameIndex([['Anna', 1], ['Boris', 2]]),
    present: (participantId) => (participantId === 1 ? '34' : undefined),
    ...more,
  }); // prettier-ignore

describe('a plan for participants', () => {
  it('makes who is missing, changes what differs, and leaves the rest', () => {
    const { people, skipped } = plan(rowsOf(['anna', '34'], ['Boris', '51'], ['Cléa', '']));
    expect(skipped).toEqual([]);
    expect(people).toEqual([
      { name: 'anna', participantId: 1, values: [] },
      { name: 'Boris', participantId: 2, values: [{ column: age, value: '51' }] },
      { name: 'Cléa', participantId: null, values: [] },
    ]);
  });
  it('lists rows without a name, with one that came before, and those that are not wanted', () => {
    const rows = rowsOf(['', '1'], ['Dan', '2'], ['DAN', '3'], ['Anna', '4'], ['x'.repeat(201), '5']);
    expect(plan(rows).skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'key-empty'],
      [4, 'key-twice'],
      [6, 'key-too-long'],
    ]);
    const wary = plan(rows, { updateExisting: false, createMissing: false });
    expect(wary.people).toEqual([]);
    expect(wary.skipped.map(({ reason }) => reason)).toEqual(['key-empty', 'not-created', 'not-created', 'not-updated', 'key-too-long']); // prettier-ignore
  });
  it('lists cells that do not fit and keeps their rows; empty ones clear only when asked', () => {
    const rows = rowsOf(['Anna', ''], ['Boris', 'beaucoup']);
    expect(plan(rows).people.flatMap(({ values }) => values)).toEqual([]);
    expect(plan(rows).misfits).toEqual([{ column: age, cells: [{ row: 3, value: 'beaucoup' }] }]);
    expect(plan(rows, { clearEmpty: true }).people[0]?.values).toEqual([{ column: age, value: null }]);
  });
  it('refuses two columns for one variable', () => {
    expect(() => plan([], { columns: [age, { ...age, column: 2 }] })).toThrow('name.taken');
  });
  it('says of every row one thing: planned once, or skipped', () => {
    const name = fc.constantFrom('', 'Anna', 'ANNA', 'Boris', 'Cléa', 'clea', 'Dan', ' Dan ');
    const rows = fc.array(fc.tuple(name, fc.constantFrom('', '1', 'x')));
    fc.assert(
      fc.property(rows, fc.boolean(), fc.boolean(), (cells, updateExisting, createMissing) => {
        const { people, skipped } = plan(rowsOf(...cells), { updateExisting, createMissing });
        expect(people.length + skipped.length).toBe(cells.length);
        expect(new Set(people.map((each) => each.participantId ?? each.name.toLowerCase())).size).toBe(people.length);
        expect(people.every(({ participantId }) => (participantId === null ? createMissing : updateExisting))).toBe(true);
      }),
    ); // prettier-ignore
  });
});

describe('a plan for a survey', () => {
  const survey = (rows: DataRow[], respondent: { column: number } | { template: string }) =>
    planSurvey({
      rows,
      respondent,
      answers: [{ column: 1, question: 'Quoi ?' }, { column: 2, question: 'Et puis ?' }],
      columns: [],
      participants: new NameIndex([['Anna', 1]]),
      documents: new Set(['Dan']),
      present: () => undefined,
    }); // prettier-ignore
  it('takes the answers that were given, and leaves out who gave none or is there already', () => {
    const rows = rowsOf(['Anna', 'a', ''], ['Boris', '', ' '], ['Dan', 'd', 'e'], ['', 'f']);
    const { respondents, skipped } = survey(rows, { column: 0 });
    expect(respondents).toEqual([
      { name: 'Anna', participantId: 1, answers: [{ question: 'Quoi ?', answer: 'a' }], values: [] },
    ]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['no-answer', 'document-there', 'key-empty']);
  });
  it('numbers respondents who have no name, those without answers counted', () => {
    const rows = rowsOf(['', 'a'], ['', ''], ['', 'c']);
    expect(survey(rows, { template: 'Répondant {n}' }).respondents.map(({ name }) => name)).toEqual(['Répondant 1', 'Répondant 3']); // prettier-ignore
    expect(survey(rows, { template: 'R' }).respondents.map(({ name }) => name)).toEqual(['R 1', 'R 3']);
  });
});

describe('the text of a survey', () => {
  it('has the questions as headings and the answers below', () => {
    const { text, headings, answers, paragraphs } = surveyText([
      { question: 'Quoi ?', answer: 'Ceci.\n\nEt cela.' },
      { question: 'Et puis ?', answer: 'Rien.' },
    ]);
    expect(text).toBe('Quoi ?\nCeci.\nEt cela.\n\nEt puis ?\nRien.\n');
    expect(headings.map(({ paragraph, title }) => [paragraph, title])).toEqual([[0, 'Quoi ?'], [3, 'Et puis ?']]);
    expect(answers.map(({ start, end }) => text.slice(start, end))).toEqual(['Ceci.\nEt cela.', 'Rien.']);
    expect(paragraphs).toHaveLength(5);
  }); // prettier-ignore
  it('keeps places right, whatever is asked and answered', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => `a${text.replaceAll(/[\r\v\f\u0085\u2028\u2029]/gu, '')}`);
    const answered = fc.array(fc.record({ question: word, answer: word }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(answered, (list) => {
        const { text, paragraphs, headings, answers } = surveyText(list);
        for (const [index, { paragraph, title }] of headings.entries()) {
          expect(text.slice(paragraphs[paragraph]?.start, paragraphs[paragraph]?.end)).toBe(title);
          const { start, end } = answers[index]!;
          expect(start).toBe(paragraphs[paragraph + 1]?.start);
          expect(text.slice(start, end)).toBe(list[index]!.answer.split('\n').map((line) => line.trimEnd()).filter((line) => line.trim() !== '').join('\n'));
        }
      }),
    ); // prettier-ignore
  });
});
