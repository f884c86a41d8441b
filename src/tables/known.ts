import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import { addVariable, participantReads, setValue, type VariableRow } from '../participants/store.ts';
import type { VariableColumn } from './contract.ts';
import { NameIndex } from './name-index.ts';
import type { PlannedValue, ValueColumn } from './values-plan.ts';

/** What of the project tables are compared with. */
export interface Known {
  readonly participants: NameIndex<number>;
  readonly variables: NameIndex<VariableRow>;
  readonly documents: ReadonlySet<string>;
  /** The value that a participant has. */
  readonly present: (participantId: number, column: ValueColumn) => string | undefined;
}

export function readKnown(db: Connection): Known {
  const reads = participantReads(db);
  const variables = reads.variables.all().filter(({ scope }) => scope === 'participant');
  const values = new Map(
    reads.participantValues.all().map((row) => [`${row.variable_id}:${row.target_id}`, row.value]),
  );
  return {
    participants: new NameIndex(reads.list.all().map(({ id, name }) => [name, id])),
    variables: new NameIndex(variables.map((variable) => [variable.name, variable])),
    documents: new Set(
      documentReads(db)
        .list.all()
        .map(({ name }) => name),
    ),
    present: (participantId, { variableId }) =>
      variableId === null ? undefined : values.get(`${variableId}:${participantId}`),
  };
}

/** Chosen columns with the variables that the project has for them; such a variable keeps its name and its type. */
export function valueColumns(columns: readonly VariableColumn[], { variables }: Known): ValueColumn[] {
  return columns.map(({ column, name, type }) => {
    const variable = variables.find(name);
    return variable === undefined
      ? { column, name, type, variableId: null }
      : { column, name: variable.name, type: variable.type, variableId: variable.id };
  });
}

/** Writes values of participants; variables that are new are made before the first of them. */
export class ValueWriter {
  readonly #db: Connection;
  readonly #ids = new Map<ValueColumn, number>();

  constructor(db: Connection, columns: readonly ValueColumn[]) {
    this.#db = db;
    for (const column of columns)
      this.#ids.set(column, column.variableId ?? addVariable(db, column.name, 'participant', column.type));
  }

  write(participantId: number, values: readonly PlannedValue[]): void {
    for (const { column, value } of values) {
      const id = this.#ids.get(column);
      if (id !== undefined) setValue(this.#db, { id, scope: 'participant' }, participantId, value);
    }
  }
}
