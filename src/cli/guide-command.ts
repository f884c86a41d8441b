import { basename } from 'node:path';
import type { Command } from 'commander';
import { fill } from '../errors/describe.ts';
import { sharedReaders } from '../host/readers.ts';
import { bytesOfPath } from '../imports/file-bytes.ts';
import { formatProblem } from '../imports/format-problem.ts';
import type { Locale } from '../settings/contract.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { CommandFailed } from './failure.ts';
import { documentIdOf } from './named.ts';
import { textTable } from './table.ts';
import { word } from './words.ts';

interface MatchOptions extends CommonOptions {
  readonly document?: string;
  readonly threshold: number;
  readonly dryRun?: boolean;
}

/** `guide`: the interview guide, listed, imported from text, and found again in the interviews. */
export function addGuideCommand(program: Command): void {
  const guide = program.command('guide').description('list, import and match the interview guide');
  addCommand(guide, 'list <file>', 'list parts and questions with n/N of who answers', {
    isDefault: true,
  }).action((file: string, options: CommonOptions) =>
    withProject(options, file, 'read', (context) => listGuide(context)),
  );
  addCommand(guide, 'import <file> <text>', 'take parts and questions from a text file')
    .option('--replace', 'remove the topics that the text does not have')
    .action((file: string, path: string, options: CommonOptions & { replace?: boolean }) =>
      withProject(options, file, 'write', async ({ client, locale, json, print }) => {
        const result = await client.guide.importText({
          text: await guideText(path, locale),
          replace: options.replace === true,
        });
        print(json ? JSON.stringify(result) : fill(word('guideImported', locale), result));
      }),
    );
  addCommand(guide, 'match <file>', 'find where the interviewer asks the questions of the guide')
    .option('--document <name>', 'only in this document')
    .option('--threshold <score>', 'how alike question and turn must be, 0 to 1', score, 0.6)
    .option('--dry-run', 'only list what was found')
    .action((file: string, options: MatchOptions) =>
      withProject(options, file, options.dryRun === true ? 'read' : 'write', (context) =>
        matchGuide(context, options),
      ),
    );
}

async function listGuide({ client, json, print }: CliContext): Promise<void> {
  const topics = await client.guide.list({});
  const { participants, topics: coverage } = await client.guide.coverage({});
  const byId = new Map(coverage.map((each) => [each.guideTopicId, each]));
  const rows = topics.map(({ id, title, level }) => ({
    level,
    title,
    participants_n: byId.get(id)?.participantIds.length ?? 0,
    participants_total: participants,
    passages: byId.get(id)?.spans.length ?? 0,
  }));
  if (json) return print(JSON.stringify(rows, null, 2));
  print(
    textTable(
      ['topic', 'n', 'passages'],
      rows.map((row) => [
        `${'  '.repeat(row.level - 1)}${row.title}`,
        `${row.participants_n}/${row.participants_total}`,
        row.passages,
      ]),
    ),
  );
}

async function matchGuide(context: CliContext, options: MatchOptions): Promise<void> {
  const { client, locale, json, print } = context;
  const proposed = await client.guide.proposeSpans({
    threshold: options.threshold,
    ...(options.document === undefined
      ? {}
      : { documentIds: [await documentIdOf(context, options.document)] }),
  });
  const titles = new Map((await client.guide.list({})).map(({ id, title }) => [id, title]));
  const names = new Map((await client.documents.list({})).map(({ id, name }) => [id, name]));
  const rows = proposed.map((each) => ({
    document: names.get(each.documentId) ?? '',
    topic: titles.get(each.guideTopicId) ?? '',
    score: each.score,
    asked: each.asked,
  }));
  if (options.dryRun !== true) {
    const spans = proposed.map(({ guideTopicId, documentId, start, end }) => ({
      guideTopicId,
      documentId,
      start,
      end,
    }));
    await client.guide.addSpans({ spans });
  }
  if (json) return print(JSON.stringify(rows, null, 2));
  if (options.dryRun === true)
    return print(
      textTable(
        ['document', 'topic', 'score', 'asked'],
        rows.map((row) => [row.document, row.topic, row.score, row.asked]),
      ),
    );
  print(fill(word('guideMatched', locale), { count: rows.length }));
}

/** The text of a guide in whatever format and encoding the file is; its headings are marked as in Markdown. */
async function guideText(path: string, locale: Locale): Promise<string> {
  const isPlain = /\.(?:txt|md|markdown)$/iu.test(path);
  const { text, headings } = await bytesOfPath(path)
    .then((bytes) => sharedReaders().read(isPlain ? 'text' : 'document', bytes, { fileName: basename(path) }))
    .catch((error: unknown) => {
      throw formatProblem(error, locale);
    });
  if (isPlain) return text;
  const levels = new Map(headings.map(({ paragraph, level }) => [paragraph, level]));
  return splitParagraphs(text)
    .map(({ start, end }, at) => `${'#'.repeat(levels.get(at) ?? 0)} ${text.slice(start, end)}`)
    .map((line, at) => (levels.has(at) ? line : line.slice(1)))
    .join('\n');
}

function score(value: string): number {
  const number = Number(value.replace(',', '.'));
  if (!(number >= 0 && number <= 1)) throw new CommandFailed(`--threshold: ${value}`);
  return number;
}
