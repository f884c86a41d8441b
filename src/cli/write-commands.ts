import type { Command } from 'commander';
import { fill } from '../errors/describe.ts';
import type { SearchUnit } from '../search/contract.ts';
import type { Answer } from '../transcripts/guide-contract.ts';
import { withCore, withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand, choice } from './define-command.ts';
import { CommandFailed } from './failure.ts';
import { documentIdOf, topicIdsOf } from './named.ts';
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

  addCommand(program, 'code <file>', 'apply a code wherever a text is found, or to all answers to a topic')
    .requiredOption('--code <path>', 'the code, written Parent/Child; made when missing')
    .option('--find <text>', 'whole words, accents and case do not matter; * and ? stand for letters')
    .addOption(
      choice(
        '--unit <unit>',
        'what to code around each hit',
        ['match', 'sentence', 'paragraph', 'turn'],
        'match',
      ),
    )
    .option('--topic <title>', 'all answers to this topic of the guide (without --find)')
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

interface CodeOptions extends CommonOptions {
  readonly code: string;
  readonly find?: string;
  readonly topic?: string;
  readonly unit: SearchUnit;
  readonly document?: string;
}

/** Codes every hit of a search, or every answer to a topic, in one step; with none nothing is made. */
async function codeHits(context: CliContext, options: CodeOptions): Promise<void> {
  const { client, locale, json, print } = context;
  const documentId = options.document === undefined ? null : await documentIdOf(context, options.document);
  const passages = (await passagesToCode(context, options, documentId)).map(
    ({ documentId: id, start, end }) => ({ documentId: id, start, end }),
  );
  const coded = await client.codings.createMany({ codePath: options.code, passages });
  const { codings, alreadyThere } = coded;
  print(
    json ? JSON.stringify(coded) : fill(word('coded', locale), { count: codings, already: alreadyThere }),
  );
}

async function passagesToCode(
  context: CliContext,
  { find, unit, topic }: CodeOptions,
  documentId: number | null,
): Promise<readonly { readonly documentId: number; readonly start: number; readonly end: number }[]> {
  const { client, locale } = context;
  if ((find === undefined) === (topic === undefined))
    throw new CommandFailed(word('codeNeedsPassages', locale));
  if (find !== undefined) {
    const documents = documentId === null ? {} : { documentIds: [documentId] };
    return (await client.search.all({ text: find, unit, limit: 200_000, ...documents })).hits;
  }
  const answers: Answer[] = [];
  for (const guideTopicId of await topicIdsOf(context, topic ?? ''))
    answers.push(...(await client.guide.answers({ guideTopicId })));
  return answers.filter((each) => documentId === null || each.documentId === documentId);
}
