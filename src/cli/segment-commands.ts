import type { Command } from 'commander';
import type { Quotation } from '../analysis/contract.ts';
import type { LinkKind } from '../codings/contract.ts';
import { fill } from '../errors/describe.ts';
import { fold } from '../text/fold.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand, choice } from './define-command.ts';
import { CommandFailed } from './failure.ts';
import { codeIdOf, documentIdOf } from './named.ts';
import { textTable } from './table.ts';
import { word } from './words.ts';

/** Which segments a command is about. */
interface Which {
  readonly code: string;
  readonly find?: string;
  readonly document?: string;
}
type WhichOptions = CommonOptions & Which;

interface RecodeOptions extends WhichOptions {
  readonly to: string;
  readonly dryRun?: boolean;
}

interface LinkOptions extends WhichOptions {
  readonly kind: LinkKind;
  readonly toCode: string;
  readonly toFind?: string;
  readonly toDocument?: string;
  readonly remove?: boolean;
}

/** `segments`: coded segments listed, recoded, weighed, starred and linked. */
export function addSegmentCommands(program: Command): void {
  const segments = program
    .command('segments')
    .description('list coded segments, replace their code, weigh, star and link them');
  const about = (signature: string, description: string, isDefault = false): Command =>
    addCommand(segments, signature, description, { isDefault })
      .requiredOption('--code <path>', 'segments of this code itself')
      .option('--find <text>', 'only those that hold this text, accents and case aside')
      .option('--document <name>', 'only in this document');

  about('list <file>', 'list segments with weight, star and text', true).action(
    (file: string, options: WhichOptions) =>
      withProject(options, file, 'read', (context) => listSegments(context, options)),
  );
  about('recode <file>', 'give the segments another code, in one step')
    .requiredOption('--to <path>', 'the code they get')
    .option('--dry-run', 'only tell what would change')
    .action((file: string, options: RecodeOptions) =>
      withProject(options, file, options.dryRun === true ? 'read' : 'write', (context) =>
        recodeSegments(context, options),
      ),
    );
  about('weigh <file> <weight>', 'say how much the segments weigh: 0 to 100, or none').action(
    (file: string, weight: string, options: WhichOptions) =>
      withProject(options, file, 'write', (context) =>
        change(context, options, (codingIds) =>
          context.client.codings.setWeight({ codingIds, weight: weight === 'none' ? null : Number(weight) }),
        ),
      ),
  );
  about('star <file>', 'mark the segments as key quotations')
    .option('--off', 'take the mark off')
    .action((file: string, options: WhichOptions & { off?: boolean }) =>
      withProject(options, file, 'write', (context) =>
        change(context, options, (codingIds) =>
          context.client.codings.setKey({ codingIds, isKey: options.off !== true }),
        ),
      ),
    );
  about('link <file>', 'link one segment to another, or take the link off')
    .addOption(
      choice(
        '--kind <kind>',
        'what the first one does',
        ['explains', 'contradicts', 'continues'],
        'explains',
      ),
    )
    .requiredOption('--to-code <path>', 'the other one is of this code')
    .option('--to-find <text>', 'and holds this text')
    .option('--to-document <name>', 'and stands in this document')
    .option('--remove', 'take the link off')
    .action((file: string, options: LinkOptions) =>
      withProject(options, file, 'write', (context) => linkSegments(context, options)),
    );
}

async function segmentsOf(
  context: CliContext,
  { code, find, document }: Which,
): Promise<readonly Quotation[]> {
  const filter =
    document === undefined ? {} : { filter: { documentIds: [await documentIdOf(context, document)] } };
  const { quotations } = await context.client.analysis.segments({
    codeIds: [await codeIdOf(context, code)],
    ownOnly: true,
    limit: 200_000,
    ...filter,
  });
  const wanted = fold(find ?? '').folded;
  return quotations.filter(({ text }) => fold(text).folded.includes(wanted));
}

async function listSegments(context: CliContext, which: Which): Promise<void> {
  const found = await segmentsOf(context, which);
  if (context.json) return context.print(JSON.stringify(found, null, 2));
  context.print(
    textTable(
      ['document', '§', 'weight', 'key', 'text'],
      found.map(({ documentName, paragraph, weight, isKey, text }) => [
        documentName,
        paragraph,
        weight ?? '',
        isKey ? '*' : '',
        text.replaceAll(/\s+/gu, ' '),
      ]),
    ),
  );
}

async function recodeSegments(context: CliContext, options: RecodeOptions): Promise<void> {
  const { client, locale, json, print } = context;
  const codingIds = (await segmentsOf(context, options)).map(({ codingId }) => codingId);
  const codeId = await codeIdOf(context, options.to);
  const none = { codings: 0, joined: 0 };
  const done =
    codingIds.length === 0
      ? none
      : options.dryRun === true
        ? await client.codings.recodePreview({ codingIds, codeId })
        : await client.codings.recode({ codingIds, codeId });
  print(json ? JSON.stringify(done) : fill(word('recoded', locale), { ...done }));
}

/** Changes the segments, and says how many there were. */
async function change(
  context: CliContext,
  which: Which,
  make: (codingIds: number[]) => Promise<unknown>,
): Promise<void> {
  const { locale, json, print } = context;
  const codingIds = (await segmentsOf(context, which)).map(({ codingId }) => codingId);
  if (codingIds.length > 0) await make(codingIds);
  const count = codingIds.length;
  print(json ? JSON.stringify({ codings: count }) : fill(word('segmentsChanged', locale), { count }));
}

async function linkSegments(context: CliContext, options: LinkOptions): Promise<void> {
  const { client, locale, json, print } = context;
  const { kind, toCode, toFind, toDocument } = options;
  const from = await theOne(context, options);
  const to = await theOne(context, {
    code: toCode,
    ...(toFind === undefined ? {} : { find: toFind }),
    ...(toDocument === undefined ? {} : { document: toDocument }),
  });
  if (options.remove !== true) {
    const made = await client.codings.link({ fromId: from.codingId, toId: to.codingId, kind });
    return print(json ? JSON.stringify(made) : word('segmentsLinked', locale));
  }
  const link = (await client.codings.links({ documentId: from.documentId })).find(
    (each) => each.kind === kind && each.from.codingId === from.codingId && each.to.codingId === to.codingId,
  );
  if (link === undefined) throw new CommandFailed(`not-found: ${word('noLink', locale)}`);
  await client.codings.unlink({ linkId: link.id });
  print(json ? JSON.stringify({ linkId: link.id }) : word('segmentsUnlinked', locale));
}

/** The only segment that is meant; fails when there is none, or more than one. */
async function theOne(context: CliContext, which: Which): Promise<Quotation> {
  const found = await segmentsOf(context, which);
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new CommandFailed(
      `usage: ${fill(word('oneSegment', context.locale), { code: which.code, count: found.length })}`,
    );
  return only;
}
