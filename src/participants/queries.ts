import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import type { participantsContract, Variable } from './contract.ts';
import { participantReads, type ValueRow } from './store.ts';

const naturalOrder = new Intl.Collator('fr', { numeric: true });

export const participantQueries: QueryHandlers<InFeature<typeof participantsContract, 'query'>> = {
  'participants.list': ({ db, session }) => {
    const reads = participantReads(db);
    const documents = Map.groupBy(reads.documents.all(), (row) => row.participant_id);
    const values = byTarget(reads.participantValues.all());
    const segments = session.analysis.segmentsByParticipant(db);
    return reads.list.all().map((row) => ({
      ...row,
      documentIds: (documents.get(row.id) ?? []).map((each) => each.document_id),
      values: values[row.id] ?? {},
      segments: segments.get(row.id) ?? 0,
    }));
  },

  'variables.list': ({ db }) => {
    const reads = participantReads(db);
    const distinct = new Map<number, Set<string>>();
    for (const row of [...reads.participantValues.all(), ...reads.documentValues.all()]) {
      const known = distinct.get(row.variable_id);
      if (known === undefined) distinct.set(row.variable_id, new Set([row.value]));
      else known.add(row.value);
    }
    return reads.variables.all().map((row): Variable => ({
      ...row,
      values: [...(distinct.get(row.id) ?? [])].toSorted(naturalOrder.compare),
    }));
  },

  'variables.documentValues': ({ db }) => byTarget(participantReads(db).documentValues.all()),
};

/** Values as target id → variable id → value. */
export function byTarget(rows: readonly ValueRow[]): Record<string, Record<string, string>> {
  const targets: Record<string, Record<string, string>> = {};
  for (const row of rows) (targets[row.target_id] ??= {})[row.variable_id] = row.value;
  return targets;
}
