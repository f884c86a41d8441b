import type { InputOf } from '../../../src/contract/contract.ts';
import type { VariableType } from '../../../src/participants/contract.ts';
import type { TableColumn, TableDraft } from '../../../src/tables/contract.ts';
import { keyOf } from '../../../src/text/name-key.ts';
import type { IncomingFile } from '../../app/windows.ts';

/** What a table is for: people and what is known of them, or a row of answers per respondent. */
export type Purpose = TableDraft['purpose'];

/** What becomes of a column: a variable of its name, answers under a question in a document, or nothing. */
export type ColumnUse = 'variable' | 'answer' | 'ignore';

export interface ColumnChoice {
  readonly column: number;
  /** One for each purpose, so that looking at the other one loses nothing. */
  readonly use: Readonly<Record<Purpose, ColumnUse>>;
  /** Of the variable. */
  readonly name: string;
  /** As the guide gets it. */
  readonly question: string;
  readonly type: VariableType;
}

export interface TableChoices {
  readonly purpose: Purpose;
  /** The column that names whom a row is about; `null`: none, and respondents are numbered. */
  readonly keyColumn: number | null;
  /** The respondents' names where no column has them; `{n}` is the number. */
  readonly template: string;
  readonly columns: readonly ColumnChoice[];
  readonly updateExisting: boolean;
  readonly createMissing: boolean;
  readonly clearEmpty: boolean;
}

export type TableState =
  | { readonly kind: 'waiting' }
  /** `share` is 0 to 1, `null` while unknown. */
  | { readonly kind: 'reading'; readonly share: number | null }
  | {
      readonly kind: 'draft';
      readonly draft: TableDraft;
      readonly choices: TableChoices;
      /** Being read again in another way. */
      readonly rereading: boolean;
    }
  | { readonly kind: 'failed'; readonly message: string };

export interface TableEntry {
  readonly key: number;
  readonly file: IncomingFile;
  readonly state: TableState;
}

export type DraftState = Extract<TableState, { kind: 'draft' }>;

export function initialChoices(draft: TableDraft, template: string): TableChoices {
  return {
    purpose: draft.purpose,
    keyColumn: draft.keyColumn,
    template,
    columns: draft.columns.map(initialColumn),
    updateExisting: true,
    createMissing: true,
    clearEmpty: false,
  };
}

function initialColumn({ column, title, name, type, isOpen, filled }: TableColumn): ColumnChoice {
  const use = filled === 0 ? 'ignore' : 'variable';
  return {
    column,
    use: { participants: use, survey: isOpen ? 'answer' : use },
    name,
    question: title,
    type,
  };
}

/**
 * Choices for a table that was read again: a column with the same title keeps what was chosen for it, and the table its
 * purpose where the person corrected it.
 */
export function carryOver(fresh: TableDraft, before: DraftState): TableChoices {
  const old = new Map(
    before.draft.columns.map(({ title, column }) => [title, before.choices.columns[column]]),
  );
  const initial = initialChoices(fresh, before.choices.template);
  const keyTitle = before.draft.columns[before.choices.keyColumn ?? -1]?.title;
  const sameKey = fresh.columns.find(({ title }) => title === keyTitle);
  const isOwnPurpose = before.choices.purpose !== before.draft.purpose;
  return {
    ...before.choices,
    purpose: isOwnPurpose ? before.choices.purpose : fresh.purpose,
    keyColumn: sameKey?.column ?? initial.keyColumn,
    columns: initial.columns.map((choice, index) => {
      const kept = old.get(fresh.columns[index]?.title ?? '');
      return kept === undefined ? choice : { ...kept, column: choice.column };
    }),
  };
}

/** What becomes of a column now; the one with the names is neither a variable nor an answer. */
export function usedAs({ purpose, keyColumn }: TableChoices, choice: ColumnChoice): ColumnUse {
  return choice.column === keyColumn ? 'ignore' : choice.use[purpose];
}

export function columnsUsedAs(choices: TableChoices, use: ColumnUse): readonly ColumnChoice[] {
  return choices.columns.filter((choice) => usedAs(choices, choice) === use);
}

export type ColumnProblem = 'name-empty' | 'name-twice';

/** Columns that cannot be taken as they are, by their place. */
export function columnProblems(choices: TableChoices): ReadonlyMap<number, ColumnProblem> {
  const problems = new Map<number, ColumnProblem>();
  const seen = new Map<string, number>();
  for (const { column, name } of columnsUsedAs(choices, 'variable')) {
    const key = keyOf(name);
    const twin = seen.get(key);
    if (key === '') problems.set(column, 'name-empty');
    else if (twin === undefined) seen.set(key, column);
    else for (const each of [twin, column]) problems.set(each, 'name-twice');
  }
  for (const { column, question } of columnsUsedAs(choices, 'answer'))
    if (question.trim() === '') problems.set(column, 'name-empty');
  return problems;
}

/** Why nothing can be imported yet. */
export type Obstacle = 'key' | 'template' | 'answers' | 'columns';

export function obstacleOf(choices: TableChoices): Obstacle | null {
  const { purpose, keyColumn, template } = choices;
  if (keyColumn === null && purpose === 'participants') return 'key';
  if (keyColumn === null && template.trim() === '') return 'template';
  if (purpose === 'survey' && columnsUsedAs(choices, 'answer').length === 0) return 'answers';
  return columnProblems(choices).size > 0 ? 'columns' : null;
}

/** What the core is asked to plan, and then to do; `null` while something stands in the way. */
export type TableWish =
  | { readonly purpose: 'participants'; readonly input: InputOf<'participants.importTable'> }
  | { readonly purpose: 'survey'; readonly input: InputOf<'surveys.import'> };

export function wishOf({ draft, choices }: DraftState): TableWish | null {
  if (obstacleOf(choices) !== null) return null;
  const { draftId } = draft;
  const { purpose, keyColumn, template } = choices;
  const variables = columnsUsedAs(choices, 'variable').map(({ column, name, type }) => ({
    column,
    name,
    type,
  }));
  if (purpose === 'survey') {
    const answers = columnsUsedAs(choices, 'answer').map(({ column, question }) => ({ column, question }));
    const respondent = keyColumn === null ? { template } : { column: keyColumn };
    return { purpose, input: { draftId, respondent, variables, answers } };
  }
  if (keyColumn === null) return null;
  const { updateExisting, createMissing, clearEmpty } = choices;
  return {
    purpose,
    input: { draftId, keyColumn, columns: variables, updateExisting, createMissing, clearEmpty },
  };
}

const SAMPLES = 3;

/** The first different values of each column, as the preview has them. */
export function samplesOf({ columns, preview }: TableDraft): readonly (readonly string[])[] {
  return columns.map(({ column }) => {
    const found = new Set<string>();
    for (const { cells } of preview) {
      const cell = cells[column] ?? '';
      if (cell !== '') found.add(cell);
      if (found.size === SAMPLES) break;
    }
    return [...found];
  });
}
