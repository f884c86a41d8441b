import type { Command } from 'commander';
import type { OutputOf } from '../contract/contract.ts';
import { fill } from '../errors/describe.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { CommandFailed } from './failure.ts';
import { documentIdOf } from './named.ts';
import { word } from './words.ts';
import { reportFile } from './write-report.ts';

interface DeleteOptions extends CommonOptions {
  readonly document: string;
  readonly forGood?: boolean;
  readonly dryRun?: boolean;
}

interface WithdrawOptions extends CommonOptions {
  readonly participant: string;
  readonly dryRun?: boolean;
  readonly out?: string;
}

/** `documents delete`: so that it can be undone, or for good. */
export function addDeleteCommand(documents: Command): void {
  addCommand(documents, 'delete <file>', 'delete a document; its words stay in the history unless --for-good')
    .requiredOption('--document <name>', 'which document; with --for-good also one that was deleted')
    .option('--for-good', 'take every word out of the file, its history and its backups; cannot be undone')
    .option('--dry-run', 'only say what would go')
    .action((file: string, options: DeleteOptions) =>
      withProject(options, file, options.dryRun === true ? 'read' : 'write', (context) =>
        deleteDocument(context, options),
      ),
    );
}

/** `participants withdraw`: the withdrawal of a person's consent. */
export function addWithdrawCommand(participants: Command): void {
  addCommand(
    participants,
    'withdraw <file>',
    'take all that a participant said out of the file, its history and its backups; cannot be undone',
  )
    .requiredOption('--participant <name>', 'who withdraws')
    .option('--dry-run', 'only say what would go, and what would still mention the person')
    .option('--out <path>', 'write the report to this file, as JSON')
    .action((file: string, options: WithdrawOptions) =>
      withProject(options, file, options.dryRun === true ? 'read' : 'write', (context) =>
        withdraw(context, options),
      ),
    );
}

async function deleteDocument(context: CliContext, options: DeleteOptions): Promise<void> {
  const { client, locale, json, print } = context;
  const name = options.document;
  if (options.forGood !== true) {
    const documentIds = [await documentIdOf(context, name)];
    const impact = await client.documents.removalImpact({ documentIds });
    if (options.dryRun !== true) await client.documents.remove({ documentIds });
    if (json) return print(JSON.stringify(impact));
    return print(
      fill(word(options.dryRun === true ? 'wouldDelete' : 'deleted', locale), { name, ...impact }),
    );
  }
  const documentIds = [await documentOrDeleted(context, name)];
  if (options.dryRun === true) {
    const impact = await client.documents.erasureImpact({ documentIds });
    return print(json ? JSON.stringify(impact) : fill(word('wouldErase', locale), { name, ...impact }));
  }
  const report = await client.documents.deleteForGood({ confirmed: true, documentIds });
  if (json) return print(JSON.stringify(report));
  print(fill(word('erased', locale), { name, ...report }));
  printRest(context, report);
}

/** A document of the project, or else one that was deleted and that the history keeps, the latest of this name. */
async function documentOrDeleted(context: CliContext, name: string): Promise<number> {
  const present = (await context.client.documents.list({})).find((each) => each.name === name);
  const deleted = (await context.client.documents.deleted({})).findLast((each) => each.name === name);
  return present?.id ?? deleted?.id ?? documentIdOf(context, name);
}

async function withdraw(context: CliContext, options: WithdrawOptions): Promise<void> {
  const { client, locale, json, print } = context;
  const person = (await client.participants.list({})).find(({ name }) => name === options.participant);
  if (person === undefined)
    throw new CommandFailed(`not-found: ${fill(word('noSuch', locale), { name: options.participant })}`);
  const participantId = person.id;
  const keep = await reportFile(context, options.out);
  if (options.dryRun === true) {
    const plan = await client.participants.withdrawal({ participantId });
    await keep(plan);
    if (json) return print(JSON.stringify(plan, null, 2));
    return printWithdrawal(context, plan, 'wouldWithdraw');
  }
  const report = await client.participants.withdraw({ confirmed: true, participantId });
  await keep(report);
  if (json) return print(JSON.stringify(report, null, 2));
  printWithdrawal(context, report, 'withdrawn');
  printRest(context, report);
}

function printWithdrawal(
  { locale, print }: CliContext,
  plan: OutputOf<'participants.withdrawal'>,
  sentence: 'wouldWithdraw' | 'withdrawn',
): void {
  print(fill(word(sentence, locale), { ...plan, count: plan.mentions.length }));
  for (const { name, whole, turns } of plan.documents)
    print(fill(word(whole ? 'wholeDocument' : 'sharedDocument', locale), { name, turns }));
  for (const each of plan.mentions)
    print(fill(word('stillNamed', locale), { ...each, paragraph: each.paragraph ?? '–' }));
}

function printRest(
  { locale, print }: CliContext,
  report: {
    readonly backupsRemoved: number;
    readonly unfinished: boolean;
    readonly otherFiles: readonly string[];
  },
): void {
  print(fill(word('backupsRenewed', locale), { backupsRemoved: report.backupsRemoved }));
  if (report.unfinished) print(word('erasureUnfinished', locale));
  for (const file of report.otherFiles) print(fill(word('otherFiles', locale), { file }));
  print(word('copiesUnknown', locale));
}
