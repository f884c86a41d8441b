import { resolve } from 'node:path';
import type { Command } from 'commander';
import { fill } from '../errors/describe.ts';
import type { SearchUnit } from '../search/contract.ts';
import { withCore, withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand, choice } from './define-command.ts';
import { CommandFailed } from './failure.ts';
import { word } from './words.ts';

/** Commands that make or change a project. */
export function addWriteCommands(program: Command): void {
  addCommand(program, 'new <file>', 'make an empty project')
    .option('--name <name>', 'name of the study')
    .action((file: string, options: CommonOptions & { name?: string }) =>
      withCore(options, async ({ client, locale, json, print }) => {
        const info = await client.project.create({
          path: file,
          ...(options.name === undefined ? {} : { name: options.name }),
        });
        print(json ? JSON.stringify(info, null, 2) : fill(word('created', locale), { path: info.path }));
      }),
    );

  addCommand(program, 'sample <file>', 'make the sample study').action(
    (file: string, options: CommonOptions) =>
      withCore(options, async ({ client, locale, json, print }) => {
        const info = await client.project.sample({ path: file });
        print(json ? JSON.stringify(info, null, 2) : fill(word('created', locale), { path: info.path }));
      }),
  );

  addCommand(program, 'import <file> <paths...>', 'import transcripts')
    .option('--no-speakers', 'do not look for speakers')
    .option('--keep-duplicates', 'import files that are in the project already')
    .action((file: string, paths: string[], options: ImportOptions) =>
      withProject(options, file, 'write', (context) => importFiles(context, paths, options)),
    );

  addCommand(program, 'code <file>', 'apply a code wherever a text is found')
    .requiredOption('--code <path>', 'the code, written Parent/Child; made when missing')
    .requiredOption('--find <text>', 'whole words, accents and case do not matter; * and ? stand for letters')
    .addOption(
      choice(
        '--unit <unit>',
        'what to code around each hit',
        ['match', 'sentence', 'paragraph', 'turn'],
        'match',
      ),
    )
    .option('--document <name>', 'only in this document')
    .action((file: string, options: CodeOptions) =>
      withProject(options, file, 'write', (context) => codeHits(context, options)),
    );

  for (const direction of ['undo', 'redo'] as const) {
    addCommand(program, `${direction} <file>`, `${direction} the last step`).action(
      (file: string, options: CommonOptions) =>
        withProject(options, file, 'write', async ({ client, locale, json, print }) => {
          const step = await (direction === 'undo' ? client.history.undo({}) : client.history.redo({}));
          if (json) return print(JSON.stringify(step, null, 2));
          if (step === null)
            return print(word(direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo', locale));
          print(fill(word(direction === 'undo' ? 'undone' : 'redone', locale), step));
        }),
    );
  }
}

interface ImportOptions extends CommonOptions {
  readonly speakers: boolean;
  readonly keepDuplicates?: boolean;
}

/** Imports what can be read, in one step; says of every other file why not. Fails when no file could be read. */
async function importFiles(
  context: CliContext,
  paths: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const { client, locale, json, print, note } = context;
  const files = paths.map((path) => ({ kind: 'path', path: resolve(path) }) as const);
  const inspected = await client.import.inspect({ files });
  const outcome: { file: string; document: string | null; error: string | null }[] = [];
  const drafts: { draftId: string; headingsAsTopics: boolean; speakers?: [] }[] = [];
  for (const each of inspected) {
    if (!each.ok) {
      note(`${each.fileName}: ${each.error.code}: ${each.error.message}`);
      outcome.push({ file: each.fileName, document: null, error: each.error.code });
      continue;
    }
    const { draft } = each;
    if (draft.duplicateOf !== null && options.keepDuplicates !== true) {
      note(fill(word('duplicate', locale), { file: draft.fileName, name: draft.duplicateOf.name }));
      outcome.push({ file: draft.fileName, document: draft.duplicateOf.name, error: 'duplicate' });
      continue;
    }
    for (const warning of draft.warnings) note(`${draft.fileName}: ${warning.message}`);
    drafts.push({
      draftId: draft.draftId,
      headingsAsTopics: true,
      ...(options.speakers ? {} : { speakers: [] }),
    });
    outcome.push({ file: draft.fileName, document: draft.documentName, error: null });
  }
  if (drafts.length > 0) await client.import.confirm({ drafts });
  print(json ? JSON.stringify(outcome, null, 2) : fill(word('imported', locale), { count: drafts.length }));
  if (inspected.every((each) => !each.ok)) throw new CommandFailed('');
}

interface CodeOptions extends CommonOptions {
  readonly code: string;
  readonly find: string;
  readonly unit: SearchUnit;
  readonly document?: string;
}

/** Codes every hit of a search, in one step; with no hit nothing is made. */
async function codeHits(context: CliContext, options: CodeOptions): Promise<void> {
  const { client, locale, json, print } = context;
  const documentId = options.document === undefined ? null : await documentIdOf(context, options.document);
  const { hits } = await client.search.find({
    text: options.find,
    unit: options.unit,
    limit: 200_000,
    ...(documentId === null ? {} : { documentIds: [documentId] }),
  });
  const passages = hits.map(({ documentId: id, start, end }) => ({ documentId: id, start, end }));
  const coded = await client.codings.createMany({ codePath: options.code, passages });
  const { codings, alreadyThere } = coded;
  print(
    json ? JSON.stringify(coded) : fill(word('coded', locale), { count: codings, already: alreadyThere }),
  );
}

async function documentIdOf({ client, locale }: CliContext, name: string): Promise<number> {
  const document = (await client.documents.list({})).find((each) => each.name === name);
  if (document === undefined)
    throw new CommandFailed(`not-found: ${fill(word('noDocument', locale), { name })}`);
  return document.id;
}
