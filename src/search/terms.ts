import type { Connection } from '../database/connection.ts';
import { searchReads } from './store.ts';

interface KnownTerms {
  readonly state: string;
  readonly terms: readonly string[];
}

const known = new WeakMap<Connection, KnownTerms>();

/**
 * Terms of the index that begin with a prefix. Without a prefix, these are all terms: reading them takes longer than
 * a search may, so they are kept until the index changes.
 */
export function termsFrom(db: Connection, prefix: string): Iterable<string> {
  // `~` comes after every sign of a term.
  return prefix === '' ? allTerms(db) : searchReads(db).terms.iterate(prefix, `${prefix}~`);
}

function allTerms(db: Connection): readonly string[] {
  const { indexState, allTerms: all } = searchReads(db);
  const state = indexState.get() ?? '';
  const before = known.get(db);
  if (before?.state === state) return before.terms;
  const terms = all.all();
  known.set(db, { state, terms });
  return terms;
}
