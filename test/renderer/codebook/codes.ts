import type { Code } from '../../../src/codebook/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';

/** A code with nothing but what a test says of it. */
export function codeOf(id: number, name: string, parentId: number | null = null, position = 0): Code {
  return {
    id,
    guid: `guid-${id}`,
    parentId,
    position,
    name,
    path: name,
    colour: ((id - 1) % 24) + 1,
    shape: 'round',
    isFolder: false,
    briefDefinition: '',
    fullDefinition: '',
    whenToUse: '',
    whenNotToUse: '',
    example: '',
    createdAt: '2021-03-03T09:38:00.000Z',
    modifiedAt: '2021-03-03T09:38:00.000Z',
  };
}

interface Place {
  readonly code: number;
  readonly group?: number;
  readonly alone?: boolean;
}

export function hypothesisOf(
  id: number,
  places: readonly Place[],
  groups: readonly string[] = [],
): Hypothesis {
  return {
    id,
    guid: `guid-h${id}`,
    position: id - 1,
    label: `H${id}`,
    title: `Hypothèse ${id}`,
    statement: '',
    groups: groups.map((name, at) => ({ id: id * 10 + at, guid: `guid-g${id}${at}`, name, position: at })),
    mappings: places.map((place, at) => ({
      id: id * 100 + at,
      codeId: place.code,
      hypothesisGroupId: place.group ?? null,
      wholeBranch: place.alone !== true,
    })),
  };
}
