import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { OutputOf } from '../contract/contract.ts';
import { RepereError } from '../errors/codes.ts';
import { fill } from '../errors/describe.ts';
import { readText } from '../formats/text.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand, choice } from './define-command.ts';
import { textTable } from './table.ts';
import { checkOutput, writeOutput } from '../reports/write-output.ts';
import { word } from './words.ts';

interface PseudonymiseOptions extends CommonOptions {
  readonly forms: 'all' | 'exact' | 'usual';
  readonly dryRun?: boolean;
  readonly seal?: boolean;
  readonly keyOut?: string;
  readonly overwrite?: boolean;
  readonly keepOriginals?: boolean;
}

type Preview = OutputOf<'pseudonyms.preview'>;

/** Commands that take names out of a project. */
export function addPseudonymCommands(program: Command): void {
  addCommand(program, 'pseudonyms <file>', 'list the table of names and pseudonyms').action(
    (file: string, options: CommonOptions) =>
      withProject(options, file, 'read', async ({ client, json, print }) => {
        const rows = await client.pseudonyms.list({});
        print(
          json
            ? JSON.stringify(rows)
            : textTable(
                ['name', 'pseudonym', 'kind'],
                rows.map(({ name, replacement, kind }) => [name, replacement, kind]),
              ),
        );
      }),
  );

  addCommand(
    program,
    'pseudonymise <file> <table>',
    'replace names by pseudonyms; the table holds name;pseudonym;kind',
  )
    .addOption(choice('--forms <which>', 'which forms of the names', ['all', 'exact', 'usual'], 'usual'))
    .option('--dry-run', 'only list what would be replaced')
    .option('--key-out <path>', 'write the table of names to this file')
    .option('--overwrite', 'with --key-out: replace a file of another kind too')
    .option('--seal', 'take the names out of the history, the imported files and the backups for good')
    .option('--keep-originals', 'with --seal: leave the imported files as they are')
    .action((file: string, table: string, options: PseudonymiseOptions) => {
      const mode = options.dryRun === true ? 'read' : 'write';
      return withProject(options, file, mode, (context) => pseudonymise(context, [file, table], options));
    });

  const originals = program.command('originals').description('the imported files that a project keeps');
  addCommand(originals, 'drop <file>', 'empty the imported files, in the backups too, for good')
    .option('--keep-backups', 'leave the backups, which still hold the files')
    .action((file: string, options: CommonOptions & { readonly keepBackups?: boolean }) =>
      withProject(options, file, 'write', async ({ client, locale, json, print }) => {
        const keepBackups = options.keepBackups ?? false;
        const result = await client.documents.dropOriginals({ confirmed: true, keepBackups });
        if (json) return print(JSON.stringify(result));
        const { otherFiles, ...figures } = result;
        print(fill(word('originalsDropped', locale), figures));
        print(fill(word(keepBackups ? 'backupsKept' : 'backupsRenewed', locale), figures));
        for (const other of otherFiles) print(fill(word('otherFiles', locale), { file: other }));
      }),
    );
}

async function pseudonymise(
  context: CliContext,
  [file, table]: readonly [string, string],
  options: PseudonymiseOptions,
): Promise<void> {
  const { client, locale, json, print } = context;
  const rules = { endings: ['.csv', '.txt'], inUse: [file, table], overwrite: options.overwrite };
  // Before a name is taken up: a key that cannot be written leaves everything as it was.
  if (options.keyOut !== undefined) await checkOutput(options.keyOut, rules);
  const csv = await tableText(table);
  if (options.dryRun === true) {
    const preview = await client.pseudonyms.preview({ csv });
    print(json ? JSON.stringify(preview) : textTable(FORM_COLUMNS, formRows(preview)));
    return;
  }
  await client.pseudonyms.import({ csv });
  const preview = await client.pseudonyms.preview({});
  if (options.keyOut !== undefined)
    await writeOutput(options.keyOut, Buffer.from((await client.pseudonyms.exportKey({})).content), rules);
  const applied = await client.pseudonyms.apply(
    options.forms === 'usual' ? {} : { forms: chosen(preview, options.forms) },
  );
  const sealed =
    options.seal === true
      ? await client.pseudonyms.seal({ confirmed: true, dropOriginals: options.keepOriginals !== true })
      : null;
  if (json) print(JSON.stringify({ ...applied, sealed }));
  else {
    print(fill(word('pseudonymised', locale), { ...applied }));
    if (applied.joined > 0) print(fill(word('personsJoined', locale), { ...applied }));
    if (sealed !== null) printReport(context, sealed);
  }
}

function printReport({ locale, print }: CliContext, report: OutputOf<'pseudonyms.seal'>): void {
  const { originalsKept, remaining, otherFiles, ...figures } = report;
  print(
    fill(word('sealed', locale), {
      ...figures,
      originalsKept: originalsKept.length,
      count: remaining.length,
    }),
  );
  for (const { names, ...file } of originalsKept)
    print(
      fill(word(names === null ? 'originalUnread' : 'originalNames', locale), { ...file, names: names ?? 0 }),
    );
  for (const each of remaining)
    print(fill(word('stillNamed', locale), { ...each, paragraph: each.paragraph ?? '–' }));
  for (const file of otherFiles) print(fill(word('otherFiles', locale), { file }));
  print(word('copiesUnknown', locale));
}

function chosen({ names }: Preview, which: 'all' | 'exact') {
  return names.flatMap(({ pseudonymId, forms }) =>
    forms
      .filter(({ kind }) => which === 'all' || kind === 'exact')
      .map(({ kind }) => ({ pseudonymId, kind })),
  );
}

const FORM_COLUMNS = ['name', 'pseudonym', 'form', 'replaced', 'count', 'documents', 'context'];

function formRows({ names }: Preview) {
  return names.flatMap(({ name, replacement, forms }) =>
    forms.map(({ kind, ticked, count, documents, occurrences }) => [
      name,
      replacement,
      kind,
      ticked ? 1 : 0,
      count,
      documents,
      occurrences[0]?.snippet ?? '',
    ]),
  );
}

/** The table's text, in whatever encoding its program wrote it. */
async function tableText(path: string): Promise<string> {
  const file = await readFile(path).catch((error: unknown) => {
    throw new RepereError('file.missing', { path }, { cause: error });
  });
  return readText(new Uint8Array(file)).text;
}
