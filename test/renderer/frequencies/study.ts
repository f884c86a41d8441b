import { frequencies } from '../../../src/analysis/frequency.ts';
import { NO_FILTER, type ResolvedFilter } from '../../../src/analysis/filter.ts';
import type { AnalysisData } from '../../../src/analysis/data.ts';
import type { FrequencyTable } from '../../../src/analysis/contract.ts';
import type { Code } from '../../../src/codebook/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import { document, people } from '../../unit/analysis/project.ts';

const code = (id: number, parentId: number | null, name: string): Code => ({
  id,
  guid: `c${id}`,
  parentId,
  position: 0,
  name,
  path: name,
  colour: id,
  shape: 'round',
  isFolder: false,
  briefDefinition: '',
  fullDefinition: '',
  whenToUse: '',
  whenNotToUse: '',
  example: '',
  createdAt: '',
  modifiedAt: '',
});

/** Entraide (with Pairs and Slack below it) serves H1 / Cognitif; Urgence serves H1; Fraude serves none; Rien is empty. */
export const CODES: readonly Code[] = [
  code(1, null, 'Entraide'),
  code(2, 1, 'Pairs'),
  code(3, 1, 'Slack'),
  code(4, null, 'Urgence'),
  code(5, null, 'Fraude'),
  code(6, null, 'Rien'),
];

export const HYPOTHESES: readonly Hypothesis[] = [
  {
    id: 1,
    guid: 'h1',
    position: 0,
    label: 'H1',
    title: 'Objectifs',
    statement: '',
    groups: [{ id: 7, guid: 'g7', name: 'Cognitif', position: 0 }],
    mappings: [
      { id: 1, codeId: 1, hypothesisGroupId: 7, wholeBranch: true },
      { id: 2, codeId: 4, hypothesisGroupId: null, wholeBranch: true },
    ],
  },
];

export const DATA: AnalysisData = {
  participants: people(1, 2, 3),
  documents: [
    document(
      11,
      [{ from: 0, to: 50, who: 1 }],
      [
        { code: 1, from: 0, to: 5, stance: 1 },
        { code: 4, from: 10, to: 12 },
      ],
    ),
    document(
      12,
      [{ from: 0, to: 50, who: 2 }],
      [
        { code: 2, from: 0, to: 5 },
        { code: 3, from: 3, to: 9, stance: 3 },
        { code: 3, from: 20, to: 22 },
        { code: 5, from: 30, to: 32 },
      ],
    ),
    document(13, [{ from: 0, to: 100, who: 3 }], [{ code: 3, from: 0, to: 1 }]),
  ],
  codes: CODES,
  hypotheses: HYPOTHESES,
};

export function tableOf(
  by: 'hypothesis' | 'tree',
  filter: ResolvedFilter = NO_FILTER,
  ownOnly = false,
): FrequencyTable {
  return frequencies(DATA, { by, filter, ownOnly });
}
