import type { Connection } from '../database/connection.ts';
import type { Locale } from '../settings/contract.ts';
import type { HistoryStep, Touched } from './contract.ts';
import { stepLabel } from './labels.ts';
import { historyReads, type StepRow } from './store.ts';

/** A step with its sentence, as a person reads it. */
export function toStep(db: Connection, row: StepRow, locale: Locale): HistoryStep {
  return {
    id: row.id,
    command: row.command,
    label: stepLabel(row.command, row.details, locale),
    coderName: row.coder_name,
    at: row.at,
    state: row.state,
    changes: historyReads(db).changeCount.get(row.id) ?? 0,
  };
}

/** So many names are told; a step may touch thousands. */
const NAMES = 3;

/** Says of steps which documents and codes they touched. Names are of today, or the last ones of what is gone. */
export function touchedBy(db: Connection): (stepId: number) => Touched {
  const nameOf = namesOf(db);
  const named = (table: 'document' | 'code', ids: readonly number[]) =>
    ids.flatMap((id) => {
      const name = nameOf(table, id);
      return name === undefined ? [] : [{ id, name }];
    });
  return (stepId) => {
    const reads = historyReads(db);
    const documents = named('document', reads.documents.all(stepId));
    const codes = named('code', reads.codes.all(stepId));
    return {
      documents: documents.slice(0, NAMES),
      documentCount: documents.length,
      codes: codes.slice(0, NAMES),
      codeCount: codes.length,
    };
  };
}

/** Names of documents and codes by id, of those that are gone too. */
export function namesOf(db: Connection): (table: 'document' | 'code', id: number) => string | undefined {
  const reads = historyReads(db);
  const now = { document: reads.documentName, code: reads.codeName };
  const gone = new Map<string, ReadonlyMap<number, string>>();
  return (table, id) => {
    const name = now[table].get(id);
    if (name !== undefined) return name;
    let names = gone.get(table);
    if (names === undefined) {
      names = new Map(reads.goneNames.all(table).map((row) => [row.id, row.name]));
      gone.set(table, names);
    }
    return names.get(id);
  };
}
