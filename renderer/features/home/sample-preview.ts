import type { Shape } from '../../../src/contract/common.ts';

export interface SampleCode {
  readonly name: string;
  readonly colour: number;
  readonly shape: Shape;
  /** The referents who speak of it, of 1 to 8. */
  readonly referents: readonly number[];
}

/** Six codes of the sample study as they stand in it; a test compares them with the study. */
export const SAMPLE_CODES: readonly SampleCode[] = [
  {
    name: 'Outils de visioconférence signalés par courriel',
    colour: 1,
    shape: 'round',
    referents: [1, 2, 3, 4, 5, 6, 7, 8],
  },
  { name: 'Modalités d’évaluation', colour: 11, shape: 'square', referents: [1, 3, 4, 6, 7, 8] },
  { name: 'Pas de suivi : manque de temps', colour: 10, shape: 'square', referents: [1, 2, 4, 5, 6, 8] },
  { name: 'Entraide nécessaire', colour: 18, shape: 'diamond', referents: [2, 3, 4, 7, 8] },
  { name: 'Outils démystifiés par l’usage', colour: 15, shape: 'square', referents: [1, 3, 7, 8] },
  { name: 'Nouveaux outils non maîtrisés', colour: 5, shape: 'round', referents: [2, 3, 5, 7] },
];

/** How many referents answered. */
export const SAMPLE_N = 8;
