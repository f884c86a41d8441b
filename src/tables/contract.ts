import { z } from 'zod';
import { command, query, task } from '../contract/define.ts';
import { done, id, name, topicTitle } from '../contract/common.ts';
import { fileSource } from '../imports/contract.ts';
import { variableType } from '../participants/contract.ts';

export const tableDelimiter = z.enum([';', ',', '\t', '|']);
export type TableDelimiter = z.output<typeof tableDelimiter>;

const column = z.number().int().min(0);
const row = z.number().int();

/** A column as it was understood; everything may be chosen otherwise. */
export const tableColumn = z.strictObject({
  column,
  /** Its title in full: a question may be long. */
  title: z.string(),
  /** The variable of the project that has this name, or the title cut to a name. */
  name: z.string(),
  type: variableType,
  /** The project has this variable: its type holds. */
  isExisting: z.boolean(),
  /** Answers in the respondents' own words. */
  isOpen: z.boolean(),
  filled: z.number().int(),
  distinct: z.number().int(),
});
export type TableColumn = z.output<typeof tableColumn>;

/** A table as read, waiting for the person's word. Kept in the core until discarded, or the project is closed. */
export const tableDraft = z.strictObject({
  draftId: z.string(),
  fileName: z.string(),
  format: z.enum(['csv', 'xlsx', 'ods']),
  encoding: z
    .strictObject({ name: z.string(), label: z.string(), confidence: z.number(), hadBom: z.boolean() })
    .nullable(),
  delimiter: tableDelimiter.nullable(),
  sheets: z.array(z.strictObject({ name: z.string(), rows: z.number().int(), isHidden: z.boolean() })),
  /** Which of them is shown, from 0. */
  sheet: z.number().int(),
  /** Number of the row with the titles, 1 for the first; 0: there is none. */
  headerRow: row,
  /** Rows below the titles that hold something. */
  rows: z.number().int(),
  columns: z.array(tableColumn),
  /** The column that seems to say whom a row is about; `null` when none does. */
  keyColumn: column.nullable(),
  /** Rows whose key is the name of a participant. */
  matches: z.number().int(),
  /** What the table seems to be for. */
  purpose: z.enum(['participants', 'survey']),
  /** The first rows below the titles; long cells are cut. */
  preview: z.array(z.strictObject({ row, cells: z.array(z.string()) })),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
});
export type TableDraft = z.output<typeof tableDraft>;

/** A column that becomes a variable of participants. A variable of this name that the project has keeps its type. */
export const variableColumn = z.strictObject({ column, name, type: variableType });
export type VariableColumn = z.output<typeof variableColumn>;

/** Why nothing was made of a row. */
export const skipReason = z.enum([
  'key-empty',
  'key-twice',
  'key-too-long',
  'not-updated',
  'not-created',
  'no-answer',
  'document-there',
]);
export type SkipReason = z.output<typeof skipReason>;

const outcome = {
  /** Values written, and values taken away since their cell is empty. */
  values: z.number().int(),
  cleared: z.number().int(),
  /** Variables that are new in the project. */
  variables: z.number().int(),
  skipped: z.strictObject({
    count: z.number().int(),
    /** The first hundred. */
    rows: z.array(z.strictObject({ row, name: z.string(), reason: skipReason })),
  }),
  /** Cells that are no value of their column's type, by column; they are left out, their rows are not. */
  misfits: z.array(
    z.strictObject({
      column,
      name: z.string(),
      /** The type that counts: the variable's own where the project has it. */
      type: variableType,
      count: z.number().int(),
      /** The first twenty. */
      cells: z.array(z.strictObject({ row, value: z.string() })),
    }),
  ),
};

export const participantsTable = z.strictObject({
  draftId: z.string(),
  keyColumn: column,
  columns: z.array(variableColumn).max(2_000),
  updateExisting: z.boolean(),
  createMissing: z.boolean(),
  /** An empty cell takes the value away; else it changes nothing. */
  clearEmpty: z.boolean().optional(),
});
export type ParticipantsTable = z.output<typeof participantsTable>;

export const participantsOutcome = z.strictObject({
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  ...outcome,
});
export type ParticipantsOutcome = z.output<typeof participantsOutcome>;

export const surveyTable = z.strictObject({
  draftId: z.string(),
  /** A column, or a template in which `{n}` is the number of the respondent. */
  respondent: z.union([z.strictObject({ column }), z.strictObject({ template: name })]),
  variables: z.array(variableColumn).max(2_000),
  /** Columns whose answers become text, under their question. */
  answers: z
    .array(z.strictObject({ column, question: topicTitle }))
    .min(1)
    .max(500),
});
export type SurveyTable = z.output<typeof surveyTable>;

export const surveyOutcome = z.strictObject({
  documents: z.number().int(),
  /** Participants that are new in the project. */
  created: z.number().int(),
  answers: z.number().int(),
  /** Guide topics that are new in the project. */
  topics: z.number().int(),
  ...outcome,
});
export type SurveyOutcome = z.output<typeof surveyOutcome>;

export const tablesContract = {
  /** Reads a table, or again one that was read, with other choices. Nothing enters the project. */
  'tables.inspect': task(
    z.strictObject({
      source: z.discriminatedUnion('kind', [
        ...fileSource.options,
        z.strictObject({ kind: z.literal('draft'), draftId: z.string() }),
      ]),
      /** Of text; one of `import.encodings`. */
      encoding: z.string().optional(),
      delimiter: tableDelimiter.optional(),
      /** By place, from 0, or by name. Absent: the first that is not hidden and holds something. */
      sheet: z.union([z.number().int().min(0), z.string()]).optional(),
      /** 0: there are no titles. Absent: as it seems. */
      headerRow: z.number().int().min(0).optional(),
    }),
    tableDraft,
  ),
  'tables.discard': task(z.strictObject({ draftIds: z.array(z.string()) }), done),
  /** What `participants.importTable` would do. */
  'participants.planTable': query(participantsTable, participantsOutcome),
  /** Participants with their variables, by name; those that are there are updated. */
  'participants.importTable': command(participantsTable, participantsOutcome),
  /** What `surveys.import` would do. */
  'surveys.plan': query(surveyTable, surveyOutcome),
  /** A document per respondent: the questions as headings and guide topics, the answers as their text. */
  'surveys.import': command(surveyTable, surveyOutcome.extend({ documentIds: z.array(id) })),
};
