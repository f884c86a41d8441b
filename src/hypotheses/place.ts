import type { Connection } from '../database/connection.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { hypothesisReads, type HypothesisRow } from './store.ts';

/** The hypothesis, or `not-found`. */
export function hypothesisById(db: Connection, hypothesisId: number): HypothesisRow {
  return found(hypothesisReads(db).byId.get(hypothesisId), 'hypothesis', hypothesisId);
}

/** A group must be one of its hypothesis. Throws `group.elsewhere`. */
export function checkPlace(db: Connection, hypothesisId: number, groupId: number | null): HypothesisRow {
  const hypothesis = hypothesisById(db, hypothesisId);
  if (groupId !== null) {
    const group = found(hypothesisReads(db).groupById.get(groupId), 'hypothesisGroup', groupId);
    if (group.hypothesis_id !== hypothesisId) throw new RepereError('group.elsewhere', { group: group.name });
  }
  return hypothesis;
}
