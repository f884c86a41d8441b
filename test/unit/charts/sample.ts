import type { ChartRequest, ChartVariant } from '../../../src/charts/chart.ts';
import type { ChartModel } from '../../../src/charts/model.ts';
import { chartTheme } from '../../../src/charts/theme.ts';
import { parseFont } from '../../../src/reports/svg-text.ts';

const code = (codeId: number, name: string, n: number) =>
  ({ codeId, name, n, colour: ((codeId - 1) % 24) + 1, shape: 'diamond' }) as const;

export const MODEL: ChartModel = {
  participants: 8,
  participantNames: ['Référent 1', 'Référent 2'],
  hypotheses: [
    {
      hypothesisId: 1,
      label: 'H1',
      title: 'L’accompagnement s’oriente autour d’objectifs',
      groups: [
        { name: null, codes: [code(1, 'Répondre à l’urgence', 8)] },
        {
          name: 'Cognitif',
          codes: [code(2, 'Modalités d’évaluation & « QCM »', 6), code(3, 'Forum d’entraide', 6)],
        },
        { name: 'Idéologique', codes: [code(2, 'Modalités d’évaluation & « QCM »', 6)] },
      ],
      stances: { supports: 51, qualifies: 21, contradicts: 1 },
    },
    {
      hypothesisId: 2,
      label: 'H2',
      title: 'Une communauté d’apprentissage en réseau',
      groups: [{ name: null, codes: [code(4, 'Entraide', 0)] }],
      stances: { supports: 0, qualifies: 0, contradicts: 0 },
    },
    {
      hypothesisId: null,
      label: '',
      title: 'Hors hypothèse',
      groups: [{ name: null, codes: [code(5, 'Autre', 2)] }],
      stances: { supports: 0, qualifies: 0, contradicts: 0 },
    },
  ],
};

export function request(variant: ChartVariant, model: ChartModel = MODEL): ChartRequest {
  return {
    model,
    variant,
    width: variant === 'compact' ? 316 : 768,
    theme: chartTheme('light'),
    locale: 'fr',
    contacted: 15,
    measure: (text, font) => text.length * parseFont(font).sizePx * 0.55,
  };
}
