import type { Command } from 'commander';
import { fill } from '../errors/describe.ts';
import { changeLine } from './change-line.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { CommandFailed } from './failure.ts';
import { codeIdOf } from './named.ts';
import { textTable } from './table.ts';
import { versionName } from './version-name.ts';
import { word } from './words.ts';

interface MergeOptions extends CommonOptions {
  readonly joinDefinitions?: boolean;
  readonly dryRun?: boolean;
}

/** `codebook`: its versions, what differs between them, and codes that become one. */
export function addCodebookCommand(program: Command): void {
  const codebook = program.command('codebook').description('versions of the codebook, and merging codes');
  addCommand(codebook, 'versions <file>', 'list the versions that were kept', { isDefault: true }).action(
    (file: string, options: CommonOptions) =>
      withProject(options, file, 'read', (context) => listVersions(context)),
  );
  addCommand(codebook, 'keep <file> <name>', 'keep the codebook as it is under a name').action(
    (file: string, name: string, options: CommonOptions) =>
      withProject(options, file, 'write', async ({ client, locale, json, print }) => {
        const result = await client.versions.create({ name });
        print(json ? JSON.stringify(result) : fill(word('versionKept', locale), { name }));
      }),
  );
  addCommand(
    codebook,
    'diff <file> <from> [to]',
    'tell what differs from a version (name or number) to another one, or to now',
  ).action((file: string, from: string, to: string | undefined, options: CommonOptions) =>
    withProject(options, file, 'read', (context) => tellDifference(context, from, to)),
  );
  addCommand(codebook, 'merge <file> <into> <codes...>', 'make several codes (paths) one, in one step')
    .option('--join-definitions', 'put the texts of all definitions together')
    .option('--dry-run', 'only tell what would join')
    .action((file: string, into: string, codes: string[], options: MergeOptions) =>
      withProject(options, file, options.dryRun === true ? 'read' : 'write', (context) =>
        mergeCodes(context, into, codes, options),
      ),
    );
}

async function listVersions({ client, locale, json, print }: CliContext): Promise<void> {
  const versions = await client.versions.list({});
  if (json) return print(JSON.stringify(versions, null, 2));
  print(
    textTable(
      ['id', 'version', 'codes', 'coder', 'created_at'],
      versions.map((each) => [
        each.id,
        versionName(each, locale),
        each.codes,
        each.coderName,
        each.createdAt,
      ]),
    ),
  );
}

async function tellDifference(context: CliContext, from: string, to: string | undefined): Promise<void> {
  const { client, locale, json, print } = context;
  const changes = await client.versions.difference({
    fromId: await versionIdOf(context, from),
    toId: to === undefined ? null : await versionIdOf(context, to),
  });
  if (json) return print(JSON.stringify(changes, null, 2));
  if (changes.length === 0) return print(word('noDifference', locale));
  print(changes.map((change) => changeLine(change, locale)).join('\n'));
}

/** By name, the newest of that name, or by number; fails with `not-found`. */
async function versionIdOf({ client, locale }: CliContext, wanted: string): Promise<number> {
  const versions = await client.versions.list({});
  const version =
    versions.find((each) => versionName(each, locale) === wanted) ??
    versions.find((each) => String(each.id) === wanted);
  if (version === undefined)
    throw new CommandFailed(`not-found: ${fill(word('noSuch', locale), { name: wanted })}`);
  return version.id;
}

async function mergeCodes(
  context: CliContext,
  into: string,
  codes: readonly string[],
  options: MergeOptions,
): Promise<void> {
  const { client, locale, json, print } = context;
  const codeIds: number[] = [];
  for (const path of codes) codeIds.push(await codeIdOf(context, path));
  const chosen = { codeIds, intoId: await codeIdOf(context, into) };
  const definitions = options.joinDefinitions === true ? 'join' : 'keep';
  const result =
    options.dryRun === true
      ? await client.codes.mergePreview(chosen)
      : await client.codes.merge({ ...chosen, definitions });
  print(json ? JSON.stringify(result) : fill(word('merged', locale), { ...result }));
}
