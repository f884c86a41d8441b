import type { Filter } from '../contract/common.ts';
import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import { byTarget } from '../participants/queries.ts';
import { participantReads, type VariableRow } from '../participants/store.ts';
import type { ProjectSession } from '../project/session.ts';
import type { analysisContract, SegmentSelection } from './contract.ts';
import { resolveFilter, type FilterPlaces, type ResolvedFilter, type VariableValues } from './filter.ts';
import { filterPlaces } from './filter-places.ts';
import { frequencies } from './frequency.ts';
import { quotations } from './quotations.ts';
import { segmentsFor, type FoundSegments } from './retrieval.ts';
import { STANCE_NUMBERS } from './store.ts';

/** All variables, and the value each has for a participant or a document, by its scope. */
export function variableValues(
  db: Connection,
): Pick<VariableValues, 'valueOf'> & { readonly variables: VariableRow[] } {
  const reads = participantReads(db);
  const variables = reads.variables.all();
  const scopes = new Map(variables.map((variable) => [variable.id, variable.scope]));
  const [people, documents] = [byTarget(reads.participantValues.all()), byTarget(reads.documentValues.all())];
  return {
    variables,
    valueOf: (variableId, targetId) =>
      (scopes.get(variableId) === 'document' ? documents : people)[targetId]?.[variableId] ?? null,
  };
}

/** A filter with its variables looked up; its topics and speakers only where `places` says where they are. */
export function resolvedSets(
  db: Connection,
  filter: Filter | undefined,
  places?: FilterPlaces,
): ResolvedFilter {
  const values = {
    ...variableValues(db),
    participantIds: participantReads(db)
      .list.all()
      .map((row) => row.id),
    documentIds: documentReads(db)
      .list.all()
      .map((row) => row.id),
  };
  return resolveFilter(filter, values, places);
}

/** A filter with its variables, topics and speakers looked up. */
export function resolved(
  db: Connection,
  session: ProjectSession,
  filter: Filter | undefined,
): ResolvedFilter {
  return resolvedSets(db, filter, filterPlaces(db, session, filter));
}

/** How many quotations an answer holds when nobody says. */
const SEGMENTS_SHOWN = 1_000;

/** The codings that a selection means, in document order. */
export function findSegments(
  db: Connection,
  session: ProjectSession,
  { stance, filter, ...wanted }: SegmentSelection,
): FoundSegments {
  return segmentsFor(session.analysis.data(db), {
    ...wanted,
    stance: stance === undefined ? undefined : STANCE_NUMBERS[stance],
    filter: resolved(db, session, filter),
  });
}

export const analysisQueries: QueryHandlers<InFeature<typeof analysisContract, 'query'>> = {
  'analysis.frequencies': ({ db, session }, { by, ownOnly, filter }) =>
    frequencies(session.analysis.data(db), {
      by,
      ownOnly: ownOnly ?? false,
      filter: resolved(db, session, filter),
    }),

  'analysis.segmentIds': ({ db, session }, selection) => [...findSegments(db, session, selection).codingIds],

  'analysis.segments': ({ db, session }, selection) => {
    const found = findSegments(db, session, selection);
    const from = selection.offset ?? 0;
    return {
      total: found.codingIds.length,
      participants: found.segmentsByParticipant.filter((segments) => segments > 0).length,
      participantIds: [...found.participantIds],
      segmentsByParticipant: [...found.segmentsByParticipant],
      quotations: quotations(
        db,
        session,
        found.codingIds.slice(from, from + (selection.limit ?? SEGMENTS_SHOWN)),
      ),
    };
  },
};
