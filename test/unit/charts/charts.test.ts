import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeColour } from '../../../src/charts/code-colours.ts';
import { hypothesesChart } from '../../../src/charts/hypotheses.ts';
import { chartMessages } from '../../../src/charts/messages.ts';
import { distinctCodes, type ChartModel } from '../../../src/charts/model.ts';
import { participantNoun } from '../../../src/charts/participant-noun.ts';
import { stancesChart } from '../../../src/charts/stances.ts';
import { niceStep } from '../../../src/charts/text-items.ts';
import { wrap } from '../../../src/charts/wrap.ts';
import { MODEL, request } from './sample.ts';

const measure = (text: string): number => [...text].length * 10;

describe('wrapping', () => {
  it('breaks at spaces, cuts what is longer than a line, and ends the last allowed line with « … »', () => {
    expect(wrap('un deux trois', 80, '', measure)).toEqual(['un deux', 'trois']);
    expect(wrap('anticonstitutionnellement', 100, '', measure)).toEqual([
      'anticonsti',
      'tutionnell',
      'ement',
    ]);
    expect(wrap('un deux trois quatre', 80, '', measure, 2)).toEqual(['un deux', 'trois…']);
    expect(wrap('', 80, '', measure)).toEqual(['']);
  });
  it('keeps no-break spaces inside a line', () => {
    expect(wrap('voici\u00a0: a', 70, '', measure)).toEqual(['voici\u00a0:', 'a']);
  });
  it('loses no letter and passes no width', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 20, max: 200 }), (text, width) => {
        const lines = wrap(text, width, '', measure, 100);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('the noun for participants', () => {
  it.each([
    [['Référent 1', 'Référent 12'], 'fr', 'référents'],
    [['Référent 1', 'Référent 12'], 'en', 'participants'],
    [['Teacher 1', 'Teacher 2'], 'en', 'teachers'],
    [['Référent 1', 'Directrice'], 'fr', 'participants'],
    [['Enseignante 1', 'Enseignante 2'], 'fr', 'participants'],
    [['R1', 'R2'], 'fr', 'participants'],
    [['Élu 1', 'Élu 2'], 'fr', 'participants'],
    [['Proviseur 1', 'Proviseur 2'], 'fr', 'proviseurs'],
    [[], 'fr', 'participants'],
  ] as const)('of %j in %s is %s', (names, locale, many) => {
    expect(participantNoun(names, locale).many).toBe(many);
  });
});

describe('the source line', () => {
  const noun = { one: 'référent', many: 'référents' };
  it('tells the response rate where it is known', () => {
    expect(chartMessages('fr').source(8, 15, noun)).toBe('8 référents interrogés, sur 15 contactés');
    expect(chartMessages('fr').source(1, null, noun)).toBe('1 référent interrogé');
    expect(chartMessages('en').source(1200, 1500, noun)).toBe(
      '1,200 référents interviewed, out of 1,500 contacted',
    );
  });
});

describe('the steps of an axis', () => {
  it.each([
    [0.3, 1],
    [1, 1],
    [1.1, 2],
    [3, 5],
    [12, 20],
  ])('of at least %d is %d', (least, step) => {
    expect(niceStep(least)).toBe(step);
  });
});

describe('colours', () => {
  it('are those of the design, in both themes', () => {
    expect(codeColour(1, 'light')).toBe('#7f5948');
    expect(codeColour(24, 'dark')).toBe('#9b55b5');
  });
});

describe('the chart of hypotheses', () => {
  it('shows a code of two groups once in the small variant, and in each place when labelled', () => {
    expect(distinctCodes(MODEL.hypotheses[0]!).map((code) => code.codeId)).toEqual([1, 2, 3]);
    expect(hypothesesChart(request('compact')).codeIds).toEqual([1, 2, 3, 4, 5]);
    expect(hypothesesChart(request('labelled')).codeIds).toEqual([1, 2, 3, 2, 4, 5]);
  });
  it('stacks marks with the same figure', () => {
    const { data } = hypothesesChart(request('compact')).config;
    const at = (index: number) => data.datasets[index]!.data[0] as { x: number; y: number };
    expect(at(1).x).toBe(6);
    expect(at(2)).toEqual({ x: 6, y: at(1).y - 15 });
  });
  it('begins its axis at 0 only when a code has nobody', () => {
    const scale = (model: ChartModel) =>
      hypothesesChart(request('compact', model)).config.options?.scales?.['x'];
    expect(scale(MODEL)).toMatchObject({ min: -0.5, max: 8.5 });
    expect(scale({ ...MODEL, hypotheses: [MODEL.hypotheses[0]!] })).toMatchObject({ min: 0.5, max: 8.5 });
  });
  it('grows with its lines, and stands an empty project', () => {
    const empty: ChartModel = { participants: 0, participantNames: [], hypotheses: [] };
    for (const variant of ['compact', 'labelled'] as const) {
      const drawn = hypothesesChart(request(variant, empty));
      expect(drawn.height).toBeGreaterThan(20);
      expect(hypothesesChart(request(variant)).height).toBeGreaterThan(drawn.height);
    }
  });
});

describe('the chart of stances', () => {
  it('gives each hypothesis a whole bar, and leaves codes without a hypothesis out', () => {
    const { data } = stancesChart(request('labelled')).config;
    expect(data.datasets).toHaveLength(3);
    const shares = data.datasets.map((dataset) =>
      (dataset.data as unknown as { x: number }[]).map(({ x }) => x),
    );
    expect(shares.every((each) => each.length === 2)).toBe(true);
    expect(shares.reduce((sum, each) => sum + each[0]!, 0)).toBeCloseTo(1);
    expect(shares.map((each) => each[1])).toEqual([0, 0, 0]);
  });
});
