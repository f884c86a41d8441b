import type { Command } from 'commander';
import { fill } from '../errors/describe.ts';
import type { Draft, Inspected } from '../imports/contract.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { CommandFailed } from './failure.ts';
import { filesOf } from './import-paths.ts';
import { word } from './words.ts';

interface ImportOptions extends CommonOptions {
  readonly speakers: boolean;
  readonly keepDuplicates?: boolean;
  readonly replace?: boolean;
  readonly dropLost?: boolean;
  readonly comments?: boolean;
  readonly encoding?: string;
  readonly speakerPattern?: string;
}

/** What became of one file. */
interface Outcome {
  readonly file: string;
  readonly document: string | null;
  readonly error: string | null;
}

/** `import`: brings files into a project, or puts them in the place of texts that are there. */
export function addImportCommand(program: Command): void {
  addCommand(
    program,
    'import <file> <paths...>',
    'import transcripts; of a folder, all files in it and below',
  )
    .option('--no-speakers', 'do not look for speakers')
    .option(
      '--speaker-pattern <pattern>',
      'how speakers are marked: "[%NOM%]", "%NOM% (%HEURE%) :", or /a regular expression/',
    )
    .option('--keep-duplicates', 'import files that are in the project already')
    .option(
      '--replace',
      'replace the text of the document that came from a file of this name; codings follow',
    )
    .option('--drop-lost', 'with --replace: drop codings whose words are not in the new text')
    .option('--comments', 'make each comment of a file a memo at its passage')
    .option(
      '--encoding <name>',
      'how text files are encoded, when the guess is wrong (windows-1252, macintosh…)',
    )
    .action((file: string, paths: string[], options: ImportOptions) =>
      withProject(options, file, 'write', (context) => importFiles(context, paths, options)),
    );
}

/** Imports what can be read, in one step; says of every other file why not. Fails when no file could be read. */
async function importFiles(
  context: CliContext,
  paths: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const { client, locale, json, print, note } = context;
  const { encoding } = options;
  const files = (await filesOf(paths)).map((path) => ({ kind: 'path', path }) as const);
  if (files.length === 0) throw new CommandFailed(word('nothingToImport', locale));
  const read = await client.import.inspect({ files, ...(encoding === undefined ? {} : { encoding }) });
  const inspected = await withSpeakers(context, read, options.speakerPattern);
  const outcome: Outcome[] = [];
  const drafts: { draftId: string; headingsAsTopics: boolean; commentsAsMemos: boolean; speakers?: [] }[] =
    [];
  for (const each of inspected) {
    if (!each.ok) {
      note(`${each.fileName}: ${each.error.code}: ${each.error.message}`);
      outcome.push({ file: each.fileName, document: null, error: each.error.code });
      continue;
    }
    const { draft } = each;
    const settled = await settleKnown(context, draft, options);
    if (settled !== null) {
      outcome.push(settled);
      continue;
    }
    for (const warning of draft.warnings) note(`${draft.fileName}: ${warning.message}`);
    drafts.push({
      draftId: draft.draftId,
      headingsAsTopics: true,
      commentsAsMemos: options.comments === true,
      ...(options.speakers ? {} : { speakers: [] }),
    });
    outcome.push({ file: draft.fileName, document: draft.documentName, error: null });
  }
  if (drafts.length > 0) await client.import.confirm({ drafts });
  print(json ? JSON.stringify(outcome, null, 2) : fill(word('imported', locale), { count: drafts.length }));
  const failed = (error: string | null) => error !== null && error !== 'duplicate';
  if (outcome.every(({ error }) => failed(error))) throw new CommandFailed('');
}

/** The same files, their speakers looked for by the pattern that was given; fails when it cannot be read. */
async function withSpeakers(
  { client }: CliContext,
  inspected: readonly Inspected[],
  pattern: string | undefined,
): Promise<readonly Inspected[]> {
  const draftIds = inspected.flatMap((each) => (each.ok ? [each.draft.draftId] : []));
  if (pattern === undefined || draftIds.length === 0) return inspected;
  const drafts = await client.import.redetect({ draftIds, pattern });
  const fresh = new Map(drafts.map((draft) => [draft.draftId, draft]));
  return inspected.map((each) =>
    each.ok ? { ...each, draft: fresh.get(each.draft.draftId) ?? each.draft } : each,
  );
}

/** What is done with a file that the project knows; `null` when it is to be imported. */
async function settleKnown(
  context: CliContext,
  draft: Draft,
  options: ImportOptions,
): Promise<Outcome | null> {
  const known = draft.duplicateOf ?? draft.versionOf;
  if (known !== null && options.replace === true) return replaceOne(context, draft, known, options);
  if (draft.duplicateOf === null || options.keepDuplicates === true) return null;
  const { name } = draft.duplicateOf;
  context.note(fill(word('duplicate', context.locale), { file: draft.fileName, name }));
  return { file: draft.fileName, document: name, error: 'duplicate' };
}

async function replaceOne(
  { client, locale, note }: CliContext,
  { draftId, fileName }: Draft,
  { documentId, name }: { readonly documentId: number; readonly name: string },
  { dropLost }: ImportOptions,
): Promise<Outcome> {
  const { textVersionId, counts, items } = await client.import.proposeReplacement({ draftId, documentId });
  const lost = items.filter(({ fate }) => fate === 'lost');
  for (const item of lost) note(fill(word('notFoundAgain', locale), item));
  if (lost.length > 0 && dropLost !== true) {
    note(`${fileName}: replace.loses (--drop-lost)`);
    return { file: fileName, document: name, error: 'replace.loses' };
  }
  const placements = lost.map(({ kind, id }) => ({ kind, id, range: null }));
  await client.import.replace({ draftId, documentId, textVersionId, placements });
  note(fill(word('replaced', locale), { name, ...counts }));
  return { file: fileName, document: name, error: null };
}
