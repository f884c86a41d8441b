import { describe, expect, it } from 'vitest';
import { squareNumbers, gridColumns } from '../../../renderer/features/frequencies/grid-columns.ts';
import { shownRows, type ShownRow } from '../../../renderer/features/frequencies/rows.ts';
import type { FrequencyState } from '../../../renderer/features/frequencies/state.ts';
import { CODES, HYPOTHESES, tableOf } from './study.ts';

const VIEW = { sort: 'codebook', hideEmpty: false, folded: new Set<string>(), ownOnly: false } as const;

function rows(
  view: Partial<FrequencyState> = {},
  by: 'hypothesis' | 'tree' = 'hypothesis',
): readonly ShownRow[] {
  const table = tableOf(by, undefined, view.ownOnly);
  const source = { table, codes: CODES, hypotheses: HYPOTHESES, unmapped: 'Hors hypothèse' };
  return shownRows({ ...source, compareNames: (a, b) => a.localeCompare(b) }, { ...VIEW, ...view });
}
const names = (shown: readonly ShownRow[]): string[] =>
  shown.map(({ level, label, name }) => `${'.'.repeat(level)}${label}${name}`);

describe('the rows of the table', () => {
  it('stand under their hypothesis and group, unmapped codes last', () => {
    expect(names(rows())).toEqual([
      'H1Objectifs',
      '..Urgence',
      '.Cognitif',
      '..Entraide',
      '...Pairs',
      '...Slack',
      'Hors hypothèse',
      '..Fraude',
      '..Rien',
    ]);
  });
  it('have no headings in tree order', () => {
    expect(names(rows({}, 'tree'))).toEqual(['Entraide', '.Pairs', '.Slack', 'Urgence', 'Fraude', 'Rien']);
  });
  it('are sorted among their siblings only', () => {
    expect(names(rows({ sort: 'participants' }, 'tree'))).toEqual([
      'Entraide',
      '.Slack',
      '.Pairs',
      'Urgence',
      'Fraude',
      'Rien',
    ]);
    expect(names(rows({ sort: 'name' }, 'tree'))).toEqual([
      'Entraide',
      '.Pairs',
      '.Slack',
      'Fraude',
      'Rien',
      'Urgence',
    ]);
    expect(names(rows({ sort: 'segments' }, 'tree'))[1]).toBe('.Slack');
    expect(names(rows({ sort: 'words' }, 'tree'))[1]).toBe('.Slack');
  });
  it('can be folded, a hypothesis with its groups', () => {
    const hypothesis = rows().find(({ name }) => name === 'Objectifs');
    expect(names(rows({ folded: new Set([hypothesis!.key]) }))).toEqual([
      'H1Objectifs',
      'Hors hypothèse',
      '..Fraude',
      '..Rien',
    ]);
    const group = rows().find(({ name }) => name === 'Cognitif');
    expect(names(rows({ folded: new Set([group!.key]) }))).not.toContain('..Entraide');
    expect(names(rows({ folded: new Set([group!.key]) }))).toContain('..Urgence');
  });
  it('hide when they are empty, if asked', () => {
    expect(names(rows({ hideEmpty: true }))).not.toContain('..Rien');
    expect(names(rows({ hideEmpty: true }))).toContain('..Fraude');
  });
  it('know what their quotations are', () => {
    const selections = Object.fromEntries(rows().map(({ name, selection }) => [name, selection]));
    expect(selections).toEqual({
      Objectifs: { hypothesisId: 1 },
      Cognitif: { hypothesisId: 1, hypothesisGroupId: 7 },
      Urgence: { codeIds: [4] },
      Entraide: { codeIds: [1] },
      Pairs: { codeIds: [2] },
      Slack: { codeIds: [3] },
      'Hors hypothèse': { codeIds: [5, 6], ownOnly: true },
      Fraude: { codeIds: [5] },
      Rien: { codeIds: [6] },
    });
    const own = rows({ ownOnly: true }).find(({ name }) => name === 'Entraide');
    expect(own?.selection).toEqual({ codeIds: [1], ownOnly: true });
  });
});

describe('the columns of participants', () => {
  it('are squares, then strokes, then a strip', () => {
    const look = (count: number) =>
      gridColumns({ participants: Array.from({ length: count }, (_, id) => ({ id, name: '' })) });
    expect(look(8)).toMatchObject({ look: 'squares', participantsWidth: 125 });
    expect(look(8).cells).toHaveLength(14);
    expect(look(13)).toMatchObject({ look: 'strokes' });
    expect(look(1000)).toMatchObject({ look: 'strip', participantsWidth: 152 });
    expect(look(1000).cells).toHaveLength(7);
  });
  it('carry the numbers of the names where each name has its own', () => {
    expect(squareNumbers(['Référent 2', 'Référent 10'])).toEqual(['2', '10']);
    expect(squareNumbers(['R02', 'R03'])).toEqual(['2', '3']);
    expect(squareNumbers(['Anne', 'Paul'])).toEqual(['1', '2']);
    expect(squareNumbers(['A 1', 'B 1'])).toEqual(['1', '2']);
  });
});
