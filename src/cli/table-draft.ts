import { fill } from '../errors/describe.ts';
import { variableType, type VariableType } from '../participants/contract.ts';
import type { ParticipantsOutcome, TableColumn, TableDelimiter, TableDraft } from '../tables/contract.ts';
import { NameIndex } from '../tables/name-index.ts';
import type { CliContext, CommonOptions } from './context.ts';
import { CommandFailed, UsageError } from './failure.ts';
import { word } from './words.ts';

/** How a table is read, and what its columns are. */
export interface TableOptions extends CommonOptions {
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header?: string;
  /** `Title=type`, each. */
  readonly type?: readonly string[];
  readonly dryRun?: boolean;
}

const DELIMITERS: Readonly<Record<string, TableDelimiter>> = {
  ';': ';',
  ',': ',',
  '|': '|',
  '\t': '\t',
  tab: '\t',
  '\\t': '\t',
};

/** Reads the table of a command, and notes what its reader noticed. */
export async function inspectTable(
  { client, note }: CliContext,
  path: string,
  { sheet, encoding, delimiter, header }: TableOptions,
): Promise<TableDraft> {
  const sign = delimiter === undefined ? undefined : DELIMITERS[delimiter];
  if (delimiter !== undefined && sign === undefined) throw new UsageError(`--delimiter: ${delimiter}`);
  const draft = await client.tables.inspect({
    source: { kind: 'path', path },
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sign === undefined ? {} : { delimiter: sign }),
    ...(header === undefined ? {} : { headerRow: rowNumber(header) }),
  });
  for (const { message } of draft.warnings) note(`${draft.fileName}: ${message}`);
  return draft;
}

function rowNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new UsageError(`--header: ${text}`);
  return number;
}

/** Finds the columns of a table by their titles, accents and case aside. */
export class Columns {
  readonly #index: NameIndex<TableColumn>;
  readonly #types = new Map<number, VariableType>();
  readonly #context: CliContext;
  readonly #titles: string;

  constructor(context: CliContext, { columns }: TableDraft, types: readonly string[] = []) {
    this.#context = context;
    this.#index = new NameIndex(columns.map((column) => [column.title, column]));
    this.#titles = columns.map(({ title }) => title).join(', ');
    for (const text of types) {
      const at = text.lastIndexOf('=');
      const type = variableType.safeParse(text.slice(at + 1).trim());
      if (at === -1 || !type.success) throw new UsageError(`--type: ${text}`);
      this.#types.set(this.named(text.slice(0, at)).column, type.data);
    }
  }

  /** Fails with `not-found` and the titles that there are. */
  named(title: string): TableColumn {
    const found = this.#index.find(title.trim());
    if (found !== undefined) return found;
    const sentence = fill(word('noColumn', this.#context.locale), { name: title, columns: this.#titles });
    throw new CommandFailed(`not-found: ${sentence}`);
  }

  asVariable({ column, name, type }: TableColumn): {
    readonly column: number;
    readonly name: string;
    readonly type: VariableType;
  } {
    return { column, name, type: this.#types.get(column) ?? type };
  }
}

/** Notes the rows and cells that were left out, on standard error. */
export function noteLeftOut(
  { note, locale }: CliContext,
  { skipped, misfits }: Pick<ParticipantsOutcome, 'skipped' | 'misfits'>,
): void {
  for (const { row, name, reason } of skipped.rows) {
    const who = name === '' ? '' : ` (${name})`;
    note(fill(word('rowSkipped', locale), { row, who, reason: word(`skip.${reason}`, locale) }));
  }
  for (const { name, type, cells } of misfits)
    for (const { row, value } of cells) note(fill(word('cellMisfit', locale), { row, name, type, value }));
}
