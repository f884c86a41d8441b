import type { Command } from 'commander';
import type { InputOf } from '../contract/contract.ts';
import type { SearchHit } from '../search/contract.ts';
import { toCsv } from '../reports/csv.ts';
import { fill } from '../errors/describe.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand, choice } from './define-command.ts';
import { documentIdOf } from './named.ts';
import { searchLimits, type LimitOptions } from './search-limits.ts';
import { word } from './words.ts';

interface SearchOptions extends CommonOptions, LimitOptions {
  readonly in?: string;
  readonly stem?: 'fr' | 'en';
  readonly accents?: boolean;
  readonly whose: 'everyone' | 'participants';
  readonly scope: 'document' | 'paragraph' | 'sentence' | 'turn';
  readonly unit: 'match' | 'sentence' | 'paragraph' | 'turn';
  readonly limit: string;
  readonly format: 'table' | 'csv' | 'json';
}

/** `search FILE QUERY`: keywords in context, without a window. */
export function addSearchCommand(program: Command): void {
  addCommand(program, 'search <file> <query>', 'find words in all texts, each hit in its context')
    .option('--in <document>', 'only in this document')
    .option('--participant <name>', 'only what this participant says')
    .option('--speaker <name>', 'only what speakers of this name say')
    .addOption(
      choice('--role <role>', 'only what speakers in this role say', [
        'participant',
        'interviewer',
        'ignored',
      ]),
    )
    .option('--topic <title>', 'only in this topic of the guide')
    .option('--code <path>', 'only inside segments of this code or its sub-codes')
    .option('--variable <name=value>', 'only where this variable has this value')
    .addOption(choice('--stem <language>', 'also other forms of the words', ['fr', 'en']))
    .option('--accents', 'accents matter')
    .addOption(choice('--whose <who>', 'whose words', ['everyone', 'participants'], 'everyone'))
    .addOption(
      choice(
        '--scope <scope>',
        'where AND and NOT must hold',
        ['document', 'paragraph', 'sentence', 'turn'],
        'paragraph',
      ),
    )
    .addOption(choice('--unit <unit>', 'what is listed', ['match', 'sentence', 'paragraph', 'turn'], 'match'))
    .option('--limit <number>', 'how many hits at most', '200')
    .addOption(choice('--format <format>', 'how to print', ['table', 'csv', 'json'], 'table'))
    .action((file: string, query: string, options: SearchOptions) =>
      withProject(options, file, 'read', (context) => search(context, query, options)),
    );
}

async function search(context: CliContext, query: string, options: SearchOptions): Promise<void> {
  const { locale, json, print, note } = context;
  const documentIds = options.in === undefined ? undefined : [await documentIdOf(context, options.in)];
  const input: InputOf<'search.all'> = {
    text: query,
    syntax: 'query',
    ...(documentIds === undefined ? {} : { documentIds }),
    within: await searchLimits(context, options),
    whose: options.whose,
    scope: options.scope,
    unit: options.unit,
    respectAccents: options.accents ?? false,
    ...(options.stem === undefined ? {} : { stem: options.stem }),
    limit: Number.parseInt(options.limit, 10) || 200,
  };
  const found = await searchAll(context, input);
  if (json || options.format === 'json') return print(JSON.stringify(found, null, 2));
  if (options.format === 'csv') return print(csv(found.hits));
  for (const hit of found.hits) print(keywordInContext(hit));
  if (found.forms.length > 0) note(found.forms.map((form) => `${form.written} (${form.count})`).join(', '));
  note(
    fill(word('found', locale), {
      count: found.total,
      documents: found.documents.length,
      shown: found.hits.length,
    }),
  );
}

/** Searches to the end; on a terminal, a line that is wiped afterwards says how far it is. */
async function searchAll({ client, locale }: CliContext, input: InputOf<'search.all'>) {
  const line = (text: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${text}\u001B[K`);
  };
  const found = await client.search.all(input, {
    onProgress: (done, documents) => line(fill(word('searched', locale), { done, documents })),
  });
  line('');
  return found;
}

/** Characters before a hit, so that hits stand one below the other. */
const BEFORE = 40;

function keywordInContext(hit: SearchHit): string {
  const before = hit.snippet.slice(0, hit.snippetStart).slice(-BEFORE).padStart(BEFORE);
  const words = hit.snippet.slice(hit.snippetStart, hit.snippetEnd);
  const after = hit.snippet.slice(hit.snippetEnd).slice(0, BEFORE);
  return `${before}[${words}]${after}  ${hit.documentName} §${hit.paragraph}`;
}

const COLUMNS = [
  'document',
  'paragraph',
  'speaker',
  'participant',
  'start',
  'end',
  'before',
  'hit',
  'after',
] as const;

function csv(hits: readonly SearchHit[]): string {
  const records = hits.map((hit) => ({
    document: hit.documentName,
    paragraph: hit.paragraph,
    speaker: hit.speakerName ?? '',
    participant: hit.participantName ?? '',
    start: hit.start,
    end: hit.end,
    before: hit.snippet.slice(0, hit.snippetStart),
    hit: hit.snippet.slice(hit.snippetStart, hit.snippetEnd),
    after: hit.snippet.slice(hit.snippetEnd),
  }));
  return toCsv(COLUMNS, records, ',');
}
