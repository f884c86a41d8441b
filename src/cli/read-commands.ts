import type { Command } from 'commander';
import { addDeleteCommand } from './erasure-commands.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { CommandFailed } from './failure.ts';
import { topicFilter } from './named.ts';
import { textTable } from './table.ts';
import { fill } from '../errors/describe.ts';
import { word } from './words.ts';
import { addCommand, choice } from './define-command.ts';

const OVERWRITE = 'replace a file of another kind too; never a project, an imported file or a folder';

interface ExportOptions extends CommonOptions {
  readonly what: 'segments' | 'frequencies';
  readonly out: string;
  readonly topic?: string;
  readonly overwrite?: boolean;
}

/** Commands that read a project and change nothing in it. */
export function addReadCommands(program: Command): void {
  const documents = program.command('documents').description('list the documents, or delete one');
  addDeleteCommand(documents);
  addCommand(documents, 'list <file>', 'list the documents', { isDefault: true }).action(
    (file: string, options: CommonOptions) =>
      withProject(options, file, 'read', async ({ client, json, print }) => {
        const documents = await client.documents.list({});
        if (json) return print(JSON.stringify(documents, null, 2));
        const people = new Map((await client.participants.list({})).map((each) => [each.id, each.name]));
        print(
          textTable(
            ['document', 'participant', 'words', 'segments'],
            documents.map((each) => [
              each.name,
              people.get(each.participantId ?? 0) ?? '',
              each.words,
              each.codings,
            ]),
          ),
        );
      }),
  );

  addCommand(program, 'codes <file>', 'list the codes with n and segments').action(
    (file: string, options: CommonOptions) =>
      withProject(options, file, 'read', async ({ client, json, print }) => {
        const codes = await client.codes.list({});
        const { total, counts } = await client.codes.counts({});
        const byId = new Map(counts.map((each) => [each.codeId, each]));
        const rows = codes.map((code) => ({
          path: code.path,
          participants_n: byId.get(code.id)?.participants ?? 0,
          participants_total: total,
          segments: byId.get(code.id)?.segments ?? 0,
          colour: code.colour,
          shape: code.shape,
          definition: code.briefDefinition,
        }));
        if (json) return print(JSON.stringify(rows, null, 2));
        print(
          textTable(
            ['code', 'n', 'segments'],
            rows.map((row) => [row.path, `${row.participants_n}/${row.participants_total}`, row.segments]),
          ),
        );
      }),
  );

  addCommand(program, 'frequencies <file>', 'how many participants say it: n / N, segments, words')
    .addOption(choice('--format <format>', 'how to print', ['table', 'csv', 'json'], 'table'))
    .addOption(
      choice('--by <what>', 'one row per code, or per hypothesis and group', ['code', 'hypothesis'], 'code'),
    )
    .option('--topic <title>', 'only what answers this topic of the guide')
    .action(
      (
        file: string,
        options: CommonOptions & {
          format: 'table' | 'csv' | 'json';
          by: 'code' | 'hypothesis';
          topic?: string;
        },
      ) =>
        withProject(options, file, 'read', async (context) => {
          const { client, json, print } = context;
          const format = json ? 'json' : options.format === 'table' ? 'text' : options.format;
          const report = await client.reports.render({
            what: 'frequencies',
            format,
            delimiter: ',',
            by: options.by,
            ...(await topicFilter(context, options.topic)),
          });
          print(report.content);
        }),
    );

  addCommand(program, 'export <file>', 'write a table to a file')
    .addOption(choice('--what <what>', 'which table', ['segments', 'frequencies']).makeOptionMandatory())
    .addOption(choice('--format <format>', 'file format', ['csv'], 'csv'))
    .requiredOption('--out <path>', 'where to write')
    .option('--overwrite', OVERWRITE)
    .option('--topic <title>', 'only what answers this topic of the guide')
    .action((file: string, options: ExportOptions) =>
      withProject(options, file, 'read', async (context) => {
        const { client, locale, json, print } = context;
        const common = { format: 'csv', delimiter: ',' } as const;
        const limit = await topicFilter(context, options.topic);
        const written = await client.reports.save({
          report:
            options.what === 'segments'
              ? { what: 'segments', selection: limit, ...common }
              : { what: 'frequencies', by: 'code', ...limit, ...common },
          path: options.out,
          overwrite: options.overwrite,
        });
        print(json ? JSON.stringify(written) : fill(word('written', locale), written));
      }),
    );

  addCommand(program, 'chart <file>', 'draw a chart to a file')
    .addOption(choice('--what <what>', 'which chart', ['hypotheses', 'stances']).makeOptionMandatory())
    .addOption(choice('--format <format>', 'file format', ['svg', 'png'], 'svg'))
    .requiredOption('--out <path>', 'where to write')
    .option('--overwrite', OVERWRITE)
    .action(
      (
        file: string,
        options: CommonOptions & {
          what: 'hypotheses' | 'stances';
          format: 'svg' | 'png';
          out: string;
          overwrite?: boolean;
        },
      ) =>
        withProject(options, file, 'read', async ({ client, locale, json, print }) => {
          const report = { what: 'chart', chart: options.what, format: options.format } as const;
          const written = await client.reports.save({
            report,
            path: options.out,
            overwrite: options.overwrite,
          });
          print(json ? JSON.stringify(written) : fill(word('written', locale), written));
        }),
    );

  addCommand(
    program,
    'check <file>',
    'look for damage: integrity, references, ranges, derived tables, history',
  ).action((file: string, options: CommonOptions) =>
    withProject(options, file, 'read', async ({ client, locale, json, print }) => {
      const report = await client.project.check({});
      if (json) print(JSON.stringify(report, null, 2));
      else {
        for (const finding of report.findings) print(finding);
        for (const check of report.checks) {
          print(`${word(check.ok ? 'checkOk' : 'checkBad', locale)}  ${check.name} (${check.examined})`);
          for (const problem of check.problems) print(`    ${problem}`);
        }
      }
      if (!report.ok) throw new CommandFailed('');
    }),
  );
}

/** Prints the participants with a column per variable. */
export async function listParticipants({ client, json, print }: CliContext): Promise<void> {
  const participants = await client.participants.list({});
  const variables = (await client.variables.list({})).filter((each) => each.scope === 'participant');
  const named = participants.map((each) => ({
    ...each,
    values: Object.fromEntries(variables.map(({ id, name }) => [name, each.values[id] ?? ''])),
  }));
  if (json) return print(JSON.stringify(named, null, 2));
  print(
    textTable(
      ['participant', 'documents', 'segments', ...variables.map((each) => each.name)],
      named.map((each) => [each.name, each.documentIds.length, each.segments, ...Object.values(each.values)]),
    ),
  );
}
