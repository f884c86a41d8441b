import type { Filter } from '../contract/common.ts';

import type { Passage } from './passages.ts';

/** A filter without variables: `null` does not limit, an empty set keeps nothing. */
export interface ResolvedFilter {
  readonly documentIds: ReadonlySet<number> | null;
  readonly participantIds: ReadonlySet<number> | null;
  readonly coderIds: ReadonlySet<number> | null;
  readonly codeIds: ReadonlySet<number> | null;
  /** The passages of the kept topics and speakers by document, in text order and apart; `null`: whole documents. */
  readonly passages: ReadonlyMap<number, readonly Passage[]> | null;
  /** The participants whom the kept speakers are: nobody else is a column. `null`: speakers do not matter. */
  readonly heardIds: ReadonlySet<number> | null;
}

export const NO_FILTER: ResolvedFilter = {
  documentIds: null,
  participantIds: null,
  coderIds: null,
  codeIds: null,
  passages: null,
  heardIds: null,
};

/** What a filter's variables are looked up in. A missing value is the value `null` of a filter. */
export interface VariableValues {
  readonly variables: readonly { readonly id: number; readonly scope: 'participant' | 'document' }[];
  readonly participantIds: readonly number[];
  readonly documentIds: readonly number[];
  /** The value of a variable for a participant or a document, by the variable's scope; `null` where nobody gave one. */
  valueOf(variableId: number, targetId: number): string | null;
}

/** Where the topics and speakers of a filter are. */
export type FilterPlaces = Pick<ResolvedFilter, 'passages' | 'heardIds'>;

/**
 * Turns a filter's variables into sets of participants and documents. Variables combine with « and », the values of
 * one variable with « or »; a variable that is not there keeps nothing.
 */
export function resolveFilter(
  filter: Filter | undefined,
  values: VariableValues,
  places: FilterPlaces = NO_FILTER,
): ResolvedFilter {
  if (filter === undefined) return NO_FILTER;
  const scopes = new Map(values.variables.map((variable) => [variable.id, variable.scope]));
  let documentIds = setOf(filter.documentIds);
  let participantIds = setOf(filter.participantIds);
  for (const { variableId, values: wanted } of filter.variables ?? []) {
    const accepted = new Set(wanted);
    const keeps = (targetId: number): boolean => accepted.has(values.valueOf(variableId, targetId));
    switch (scopes.get(variableId)) {
      case 'document':
        documentIds = narrowed(documentIds, values.documentIds.filter(keeps));
        break;
      case 'participant':
        participantIds = narrowed(participantIds, values.participantIds.filter(keeps));
        break;
      case undefined:
        participantIds = new Set();
    }
  }
  const { passages, heardIds } = places;
  const [coderIds, codeIds] = [setOf(filter.coderIds), setOf(filter.codeIds)];
  return { documentIds, participantIds, coderIds, codeIds, passages, heardIds };
}

function setOf(ids: readonly number[] | undefined): ReadonlySet<number> | null {
  return ids === undefined ? null : new Set(ids);
}

function narrowed(before: ReadonlySet<number> | null, kept: readonly number[]): ReadonlySet<number> {
  return new Set(before === null ? kept : kept.filter((id) => before.has(id)));
}
