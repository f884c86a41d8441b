import type { Command } from 'commander';
import type { InputOf, OutputOf } from '../contract/contract.ts';
import type { SpeakerRole } from '../contract/common.ts';
import { fill } from '../errors/describe.ts';
import { labelKey } from '../text/speaker-label.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand, choice } from './define-command.ts';
import { CommandFailed } from './failure.ts';
import { documentIdOf, topicIdsOf } from './named.ts';
import { word } from './words.ts';

interface CodeOptions extends CommonOptions {
  readonly code: string;
  readonly find?: string;
  readonly search?: string;
  readonly topic?: string;
  readonly speaker?: string;
  readonly role?: SpeakerRole;
  readonly regex?: string;
  readonly accents?: boolean;
  readonly unit?: Unit;
  readonly document?: string;
  readonly dryRun?: boolean;
}

type Source = InputOf<'autoCoding.plan'>['source'];
type Plan = OutputOf<'autoCoding.plan'>;
type Unit = Source['unit'];

/** `code FILE --code PATH …`: codes all passages that one source gives, in one step. */
export function addCodeCommand(program: Command): void {
  addCommand(
    program,
    'code <file>',
    'apply a code to what is found, to all answers to a topic, or to all that a speaker says',
  )
    .requiredOption('--code <path>', 'the code, written Parent/Child; made when missing')
    .option('--find <text>', 'whole words, accents and case do not matter; * and ? stand for letters')
    .option('--search <query>', 'as the command search reads it, with AND, OR, NOT, NEAR/n')
    .option('--topic <title>', 'all answers to this topic of the guide')
    .option('--speaker <name>', 'all turns of the speakers with this name or label')
    .addOption(
      choice('--role <role>', 'all turns of the speakers in this role', [
        'participant',
        'interviewer',
        'ignored',
      ]),
    )
    .option('--regex <pattern>', 'paragraphs in which a regular expression is found')
    .option('--accents', 'accents matter')
    .addOption(
      choice('--unit <unit>', 'what is coded of it', ['match', 'sentence', 'paragraph', 'turn', 'answer']),
    )
    .option('--document <name>', 'only in this document')
    .option('--dry-run', 'only list what would be coded')
    .action((file: string, options: CodeOptions) =>
      withProject(options, file, options.dryRun === true ? 'read' : 'write', (context) =>
        codePassages(context, options),
      ),
    );
}

/** Codes every passage that is there, in one step; with none nothing is made. */
async function codePassages(context: CliContext, options: CodeOptions): Promise<void> {
  const { client, locale, json, print } = context;
  const source = await sourceOf(context, options);
  const code = (await client.codes.list({})).find((each) => each.path === options.code);
  const plan = await client.autoCoding.plan({
    source,
    codeId: code?.id ?? null,
    limit: options.dryRun === true ? 5_000 : 0,
    ...(options.document === undefined
      ? {}
      : { documentIds: [await documentIdOf(context, options.document)] }),
  });
  if (options.dryRun === true) return printPlan(context, plan);
  const passages = plan.passages.map(({ documentId, start, end }) => ({ documentId, start, end }));
  const texts = plan.documents.map(({ documentId, textVersionId }) => ({ documentId, textVersionId }));
  const coded =
    passages.length === 0
      ? { codings: 0, alreadyThere: 0 }
      : await client.codings.createMany({ codePath: options.code, passages, texts });
  const { codings, alreadyThere } = coded;
  print(
    json ? JSON.stringify(coded) : fill(word('coded', locale), { count: codings, already: alreadyThere }),
  );
}

async function sourceOf(context: CliContext, options: CodeOptions): Promise<Source> {
  const { find, search, topic, speaker, role, regex, unit } = options;
  const given = [find, search, topic, speaker ?? role, regex].filter((each) => each !== undefined);
  if (given.length !== 1) throw new CommandFailed(word('codeNeedsPassages', context.locale));
  const among = <U extends Unit>(allowed: readonly U[], otherwise: U): U => {
    const known = unit === undefined ? otherwise : allowed.find((each) => each === unit);
    if (known !== undefined) return known;
    throw new CommandFailed(
      fill(word('codeUnit', context.locale), { unit: unit ?? '', units: allowed.join(', ') }),
    );
  };
  const around = ['match', 'sentence', 'paragraph', 'turn'] as const;
  const respectAccents = options.accents ?? false;
  if (topic !== undefined)
    return {
      kind: 'topic',
      topicIds: await topicIdsOf(context, topic),
      unit: among(['answer', 'paragraph', 'sentence'], 'answer'),
    };
  if (speaker !== undefined || role !== undefined)
    return {
      kind: 'speaker',
      speakerIds: speaker === undefined ? [] : await speakersCalled(context, speaker, role),
      roles: speaker === undefined && role !== undefined ? [role] : [],
      unit: among(['turn', 'paragraph', 'sentence'], 'turn'),
    };
  if (regex !== undefined)
    return { kind: 'pattern', pattern: regex, respectAccents, unit: among(around, 'paragraph') };
  return {
    kind: 'search',
    search: { text: search ?? find ?? '', syntax: search === undefined ? 'plain' : 'query', respectAccents },
    unit: among(around, 'match'),
  };
}

/** The ids of all speakers with this name or label, in any document; with a role, only those in it. */
async function speakersCalled(
  { client, locale }: CliContext,
  name: string,
  role: SpeakerRole | undefined,
): Promise<number[]> {
  const wanted = labelKey(name);
  const called = (await client.speakers.list({})).filter(
    (each) =>
      (labelKey(each.name) === wanted || labelKey(each.label) === wanted) &&
      (role === undefined || each.role === role),
  );
  if (called.length === 0) throw new CommandFailed(`not-found: ${fill(word('noSuch', locale), { name })}`);
  return called.map(({ id }) => id);
}

/** One line for each passage, with a sign before what has the code already: `=` exactly, `~` in part. */
function printPlan({ locale, json, print, note }: CliContext, plan: Plan): void {
  if (json) return print(JSON.stringify(plan, null, 2));
  const names = new Map(plan.documents.map((each) => [each.documentId, each.documentName]));
  for (const [at, shown] of plan.shown.entries()) {
    const passage = plan.passages[at];
    const sign = passage?.coded === 'same' ? '=' : passage?.coded === 'touching' ? '~' : ' ';
    const words = `${shown.cutBefore ? '… ' : ''}${shown.words}${shown.cutAfter ? ' …' : ''}`;
    const who = shown.participantName ?? shown.speakerName ?? '';
    const place = `${names.get(passage?.documentId ?? 0) ?? ''} §${shown.paragraph}`;
    print(`${sign} ${place}${who === '' ? '' : ` (${who})`}: ${words}`);
  }
  note(
    fill(word('codePlan', locale), {
      count: plan.total,
      documents: plan.documents.length,
      already: plan.passages.filter((each) => each.coded === 'same').length,
      shown: plan.shown.length,
    }),
  );
}
