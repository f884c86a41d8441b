import type { Command } from 'commander';
import { fill } from '../errors/describe.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { CommandFailed } from './failure.ts';
import { documentIdOf } from './named.ts';
import { word } from './words.ts';

interface EditOptions extends CommonOptions {
  readonly replace: string;
  readonly with: string;
  readonly document?: string;
  readonly exact?: boolean;
  readonly words?: boolean;
  readonly drop?: boolean;
}

/** Commands about the words of documents: printing them, correcting them. */
export function addTextCommands(program: Command): void {
  addCommand(program, 'text <file>', 'print the text of a document, as positions count it')
    .requiredOption('--document <name>', 'which document')
    .action((file: string, options: CommonOptions & { document: string }) =>
      withProject(options, file, 'read', async (context) => {
        const { client, json, print } = context;
        const documentId = await documentIdOf(context, options.document);
        const { text, name } = await client.documents.get({ documentId });
        print(json ? JSON.stringify({ name, text }) : text);
      }),
    );

  addCommand(program, 'edit <file>', 'replace words in the texts; codings stay on theirs')
    .requiredOption('--replace <text>', 'what to replace; accents and case do not matter')
    .requiredOption('--with <text>', 'what to put in its place')
    .option('--document <name>', 'only in this document')
    .option('--exact', 'accents, capitals and kinds of spaces matter')
    .option('--words', 'only whole words')
    .option('--drop', 'drop codings of which no word is left')
    .action((file: string, options: EditOptions) =>
      withProject(options, file, 'write', (context) => editTexts(context, options)),
    );
}

/** Replaces every occurrence, in one step. */
async function editTexts(context: CliContext, options: EditOptions): Promise<void> {
  const { client, locale, json, print, note } = context;
  const documentIds =
    options.document === undefined ? {} : { documentIds: [await documentIdOf(context, options.document)] };
  const found = await client.documents.findReplace({
    find: options.replace,
    exact: options.exact === true,
    wholeWords: options.words === true,
    ...documentIds,
  });
  const changes = found.map(({ documentId, textVersionId, hits }) => ({
    documentId,
    textVersionId,
    edits: hits.map(({ start, end }) => ({ start, end, text: options.with })),
  }));
  const count = changes.reduce((sum, { edits }) => sum + edits.length, 0);
  if (changes.length > 0) {
    const { lost } = await client.documents.editImpact({ changes });
    for (const anchor of lost) note(fill(word('wordless', locale), anchor));
    if (lost.length > 0 && options.drop !== true) throw new CommandFailed('edit.loses (--drop)');
    await client.documents.edit({ changes, dropEmptied: options.drop === true });
  }
  const documents = changes.length;
  print(json ? JSON.stringify({ count, documents }) : fill(word('edited', locale), { count, documents }));
}
