import type { Command } from 'commander';
import { fill } from '../errors/describe.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { addWithdrawCommand } from './erasure-commands.ts';
import { UsageError } from './failure.ts';
import { listParticipants } from './read-commands.ts';
import { Columns, inspectTable, noteLeftOut, type TableOptions } from './table-draft.ts';
import { word } from './words.ts';

interface ParticipantsOptions extends TableOptions {
  readonly key?: string;
  readonly only?: readonly string[];
  readonly create: boolean;
  readonly update: boolean;
  readonly clearEmpty?: boolean;
}

interface SurveyOptions extends TableOptions {
  readonly name: string;
  readonly open?: readonly string[];
  readonly variables?: readonly string[];
}

/** `participants` and `survey`: people and answers from tables. */
export function addTableCommands(program: Command): void {
  const participants = program
    .command('participants')
    .description('list the participants with their variables, take them from a table, or withdraw one');
  addCommand(participants, 'list <file>', 'list the participants with their variables', {
    isDefault: true,
  }).action((file: string, options: CommonOptions) => withProject(options, file, 'read', listParticipants));
  addWithdrawCommand(participants);
  withTableOptions(
    addCommand(participants, 'import <file> <table>', 'take participants and their variables from a table'),
  )
    .option('--key <title>', 'the column with the names of the participants')
    .option('--only <titles...>', 'only these columns become variables')
    .option('--no-create', 'only participants that are there')
    .option('--no-update', 'only participants that are new')
    .option('--clear-empty', 'an empty cell takes the value away')
    .action((file: string, table: string, options: ParticipantsOptions) =>
      withProject(options, file, options.dryRun === true ? 'read' : 'write', (context) =>
        importParticipants(context, table, options),
      ),
    );

  const survey = program.command('survey').description('take the answers of a survey');
  withTableOptions(
    addCommand(survey, 'import <file> <table>', 'make a document of each respondent’s open answers'),
  )
    .requiredOption('--name <title>', 'the column with the respondents’ names, or a name with {n}')
    .option('--open <titles...>', 'columns with open answers; without, those that look like it')
    .option('--variables <titles...>', 'columns that become variables of the respondents')
    .action((file: string, table: string, options: SurveyOptions) =>
      withProject(options, file, options.dryRun === true ? 'read' : 'write', (context) =>
        importSurvey(context, table, options),
      ),
    );
}

function withTableOptions(command: Command): Command {
  return command
    .option('--sheet <name>', 'which sheet of a workbook')
    .option('--encoding <name>', 'how a text table is encoded, when the guess is wrong')
    .option('--delimiter <sign>', 'what stands between cells: ; , | or tab')
    .option('--header <row>', 'number of the row with the titles; 0 when there is none')
    .option('--type <title=type...>', 'text, integer, float, boolean, date or category')
    .option('--dry-run', 'only tell what would be done');
}

async function importParticipants(
  context: CliContext,
  path: string,
  options: ParticipantsOptions,
): Promise<void> {
  const { client, locale, json, print } = context;
  const draft = await inspectTable(context, path, options);
  const columns = new Columns(context, draft, options.type);
  const keyColumn = options.key === undefined ? draft.keyColumn : columns.named(options.key).column;
  if (keyColumn === null) throw new UsageError(word('keyNeeded', locale));
  const chosen =
    options.only?.map((title) => columns.named(title)) ??
    draft.columns.filter(({ filled, column }) => filled > 0 && column !== keyColumn);
  const table = {
    draftId: draft.draftId,
    keyColumn,
    columns: chosen.map((column) => columns.asVariable(column)),
    updateExisting: options.update,
    createMissing: options.create,
    clearEmpty: options.clearEmpty === true,
  };
  const outcome =
    options.dryRun === true
      ? await client.participants.planTable(table)
      : await client.participants.importTable(table);
  noteLeftOut(context, outcome);
  const { skipped } = outcome;
  print(
    json
      ? JSON.stringify(outcome, null, 2)
      : fill(word('participantsImported', locale), { ...outcome, skipped: skipped.count }),
  );
}

async function importSurvey(context: CliContext, path: string, options: SurveyOptions): Promise<void> {
  const { client, locale, json, print } = context;
  const draft = await inspectTable(context, path, options);
  const columns = new Columns(context, draft, options.type);
  const open =
    options.open?.map((title) => columns.named(title)) ?? draft.columns.filter(({ isOpen }) => isOpen);
  if (open.length === 0) throw new UsageError(word('openNeeded', locale));
  const table = {
    draftId: draft.draftId,
    respondent: options.name.includes('{n}')
      ? { template: options.name }
      : { column: columns.named(options.name).column },
    variables: (options.variables ?? []).map((title) => columns.asVariable(columns.named(title))),
    answers: open.map(({ column, title }) => ({ column, question: title })),
  };
  const outcome =
    options.dryRun === true ? await client.surveys.plan(table) : await client.surveys.import(table);
  noteLeftOut(context, outcome);
  const { skipped } = outcome;
  print(
    json
      ? JSON.stringify(outcome, null, 2)
      : fill(word('surveyImported', locale), { ...outcome, skipped: skipped.count }),
  );
}
