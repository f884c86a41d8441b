import type { Command } from 'commander';
import type { InputOf } from '../contract/contract.ts';
import type { Memo, MemoKind, MemoSummary } from '../memos/contract.ts';
import { toCsv } from '../reports/csv.ts';
import { linkKey, linksOf, readableBody } from '../text/memo-links.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand, choice } from './define-command.ts';
import { textTable } from './table.ts';

const KINDS = ['free', 'project', 'document', 'passage', 'code', 'coding', 'participant', 'hypothesis'];
/** More than a project has: the command prints all that fit. */
const LIMIT = 10_000;

interface MemosOptions extends CommonOptions {
  readonly search?: string;
  readonly kind?: MemoKind;
  readonly author?: string;
  readonly sort: 'modified' | 'created' | 'title';
  readonly format: 'table' | 'markdown' | 'csv' | 'json';
}

/** `memos FILE`: the memos with what they are about, or whole texts whose links are readable. */
export function addMemosCommand(program: Command): void {
  addCommand(program, 'memos <file>', 'list the memos, or print them whole with readable links')
    .option('--search <words>', 'only memos that say these words')
    .addOption(choice('--kind <kind>', 'only memos of this kind', KINDS))
    .option('--author <name>', 'only memos of this coder')
    .addOption(choice('--sort <order>', 'in which order', ['modified', 'created', 'title'], 'modified'))
    .addOption(choice('--format <format>', 'how to print', ['table', 'markdown', 'csv', 'json'], 'table'))
    .action((file: string, options: MemosOptions) =>
      withProject(options, file, 'read', (context) => printMemos(context, options)),
    );
}

async function printMemos(context: CliContext, options: MemosOptions): Promise<void> {
  const { client, json, print } = context;
  const input: InputOf<'memos.search'> = {
    sort: options.sort,
    limit: LIMIT,
    ...(options.search === undefined ? {} : { text: options.search }),
    ...(options.kind === undefined ? {} : { kinds: [options.kind] }),
    ...(options.author === undefined ? {} : { coderNames: [options.author] }),
  };
  const { memos } = await client.memos.search(input);
  const format = json ? 'json' : options.format;
  if (format === 'table') {
    return print(
      textTable(
        ['memo', 'kind', 'about', 'coder', 'changed'],
        memos.map((memo) => [memo.title, memo.kind, memo.targetName ?? '', memo.coderName, memo.modifiedAt]),
      ),
    );
  }
  const whole = await Promise.all(memos.map((memo) => wholeMemo(context, memo)));
  if (format === 'json') return print(JSON.stringify(whole, null, 2));
  if (format === 'csv') return print(toCsv(COLUMNS, whole, ','));
  print(whole.map(markdown).join('\n\n'));
}

const COLUMNS = ['title', 'kind', 'about', 'coder', 'created_at', 'modified_at', 'text'] as const;
type WholeMemo = Readonly<Record<(typeof COLUMNS)[number], string>>;

async function wholeMemo({ client }: CliContext, summary: MemoSummary): Promise<WholeMemo> {
  const memo = await client.memos.get({ memoId: summary.id });
  return {
    title: summary.title,
    kind: summary.kind,
    about: summary.targetName ?? '',
    coder: summary.coderName,
    created_at: summary.createdAt,
    modified_at: summary.modifiedAt,
    text: memo === null ? '' : await readable(client, memo),
  };
}

/** The text with the present names of what it links to. */
async function readable(client: CliContext['client'], { body }: Memo): Promise<string> {
  const links = linksOf(body).map(({ kind, guid }) => ({ kind, guid }));
  if (links.length === 0) return body;
  const names = new Map(
    (await client.memos.resolveLinks({ links })).map((thing) => [linkKey(thing), thing.name]),
  );
  return readableBody(body, (ref) => names.get(linkKey(ref)) ?? null);
}

function markdown({ title, kind, about, coder, modified_at: at, text }: WholeMemo): string {
  const facts = [kind, about, coder, at].filter((fact) => fact !== '').join(' · ');
  return `# ${title}\n\n_${facts}_\n\n${text}`.trimEnd();
}
