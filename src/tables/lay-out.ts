import type { ParsedTable } from '../formats/parsed-table.ts';
import { warningText } from '../imports/warnings.ts';
import type { VariableType } from '../participants/contract.ts';
import type { Locale } from '../settings/contract.ts';
import type { TableDraft } from './contract.ts';
import { describeTable, keepTable, type KeptTable, type TableChoices } from './draft.ts';
import { NameIndex } from './name-index.ts';

/** How a table is laid out, and what of the project it is compared with: plain data, so that another thread can do it. */
export interface TableWish extends TableChoices {
  readonly id: string;
  readonly locale: Locale;
  readonly participants: readonly string[];
  readonly variables: readonly { readonly name: string; readonly type: VariableType }[];
}

export interface LaidOut {
  readonly table: Pick<KeptTable, 'id' | 'fileName' | 'parsed' | 'sheet' | 'layout'>;
  readonly draft: TableDraft;
}

/** Lays a table out as wished and describes it. Error: `not-found` for a sheet that is not there. */
export function layTableOut(parsed: ParsedTable, fileName: string, wish: TableWish): LaidOut {
  const { id, locale, participants, variables } = wish;
  const table = keepTable({ id, fileName, parsed }, wish, locale);
  const known = {
    participants: new NameIndex(participants.map((name, index) => [name, index])),
    variables: new NameIndex(variables.map((variable) => [variable.name, variable])),
  };
  return { table, draft: describeTable(table, known, (code, details) => warningText(code, details, locale)) };
}
