import type { Command } from 'commander';
import type { SpeakerRole } from '../contract/common.ts';
import { fill } from '../errors/describe.ts';
import { labelKey } from '../text/speaker-label.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { CommandFailed } from './failure.ts';
import { documentIdOf } from './named.ts';
import { textTable } from './table.ts';
import { word } from './words.ts';

interface InDocument extends CommonOptions {
  readonly document: string;
}
interface MergeOptions extends InDocument {
  readonly from: readonly string[];
  readonly into: string;
}
interface RenameOptions extends InDocument {
  readonly speaker: string;
  readonly to: string;
  readonly everywhere?: boolean;
}
interface DetectOptions extends InDocument {
  readonly pattern?: string;
  readonly dryRun?: boolean;
}

/** A speaker as the command line lists it. */
interface SpeakerLine {
  readonly id: number;
  readonly document: string;
  readonly label: string;
  readonly name: string;
  readonly role: SpeakerRole;
  readonly participant: string | null;
  readonly turns: number;
}

/** `speakers`: who speaks in the documents, listed, renamed, merged, and looked for again by a pattern. */
export function addSpeakerCommands(program: Command): void {
  const speakers = program
    .command('speakers')
    .description('list, rename, merge and detect the speakers of transcripts');
  addCommand(speakers, 'list <file>', 'list speakers with their roles, participants and turns', {
    isDefault: true,
  })
    .option('--document <name>', 'only of this document')
    .action((file: string, options: CommonOptions & { document?: string }) =>
      withProject(options, file, 'read', (context) => listSpeakers(context, options.document)),
    );
  addCommand(speakers, 'rename <file>', 'give a speaker another name; the label in the text stays')
    .requiredOption('--document <name>', 'which document')
    .requiredOption('--speaker <label>', 'which speaker, by label or name')
    .requiredOption('--to <name>', 'the new name')
    .option('--everywhere', 'also the speakers of other documents that have the same label')
    .action((file: string, options: RenameOptions) =>
      withProject(options, file, 'write', (context) => renameSpeaker(context, options)),
    );
  addCommand(speakers, 'merge <file>', 'give the turns of speakers to another speaker of the document')
    .requiredOption('--document <name>', 'which document')
    .requiredOption('--from <label...>', 'the speakers that go, by label or name')
    .requiredOption('--into <label>', 'the speaker that stays')
    .action((file: string, options: MergeOptions) =>
      withProject(options, file, 'write', (context) => mergeSpeakers(context, options)),
    );
  addCommand(speakers, 'detect <file>', 'look for the speakers of a document again')
    .requiredOption('--document <name>', 'which document')
    .option(
      '--pattern <pattern>',
      'how they are marked: "[%NOM%]", "%NOM% (%HEURE%) :", or /a regular expression/',
    )
    .option('--dry-run', 'only list what would be found')
    .action((file: string, options: DetectOptions) =>
      withProject(options, file, options.dryRun === true ? 'read' : 'write', (context) =>
        detectSpeakers(context, options),
      ),
    );
}

type People = ReadonlyMap<number, string>;

/** Names of the participants by id. */
async function peopleOf({ client }: CliContext): Promise<People> {
  return new Map((await client.participants.list({})).map(({ id, name }) => [id, name]));
}

async function speakersOf(context: CliContext, documentId: number, known?: People): Promise<SpeakerLine[]> {
  const { name: document, speakers, turns } = await context.client.documents.get({ documentId });
  const people = known ?? (await peopleOf(context));
  const counts = Map.groupBy(turns, ({ speakerId }) => speakerId);
  return speakers.map(({ id, label, name, role, participantId }) => ({
    id,
    document,
    label,
    name,
    role,
    participant: participantId === null ? null : (people.get(participantId) ?? null),
    turns: counts.get(id)?.length ?? 0,
  }));
}

async function listSpeakers(context: CliContext, document: string | undefined): Promise<void> {
  const documentIds =
    document === undefined
      ? (await context.client.documents.list({})).map(({ id }) => id)
      : [await documentIdOf(context, document)];
  const people = await peopleOf(context);
  const lines: SpeakerLine[] = [];
  for (const documentId of documentIds) lines.push(...(await speakersOf(context, documentId, people)));
  if (context.json) return context.print(JSON.stringify(lines.map(withoutId), null, 2));
  context.print(
    textTable(
      ['document', 'label', 'name', 'role', 'participant', 'turns'],
      lines.map((line) => [
        line.document,
        line.label,
        line.name,
        line.role,
        line.participant ?? '–',
        line.turns,
      ]),
    ),
  );
}

function withoutId({ id: _id, ...line }: SpeakerLine): Omit<SpeakerLine, 'id'> {
  return line;
}

/** The speaker with this label, or else this name, accents and case aside; fails with `not-found`. */
function speakerNamed(lines: readonly SpeakerLine[], wanted: string, { locale }: CliContext): SpeakerLine {
  const key = labelKey(wanted);
  const speaker =
    lines.find(({ label }) => labelKey(label) === key) ?? lines.find(({ name }) => labelKey(name) === key);
  if (speaker !== undefined) return speaker;
  const known = lines.map(({ label }) => label).join(', ');
  throw new CommandFailed(`not-found: ${fill(word('noSpeaker', locale), { name: wanted, known })}`);
}

async function renameSpeaker(context: CliContext, options: RenameOptions): Promise<void> {
  const documentId = await documentIdOf(context, options.document);
  const speaker = speakerNamed(await speakersOf(context, documentId), options.speaker, context);
  await context.client.speakers.update({
    speakerId: speaker.id,
    name: options.to,
    everywhere: options.everywhere === true,
  });
  const done = { label: speaker.label, from: speaker.name, to: options.to };
  context.print(context.json ? JSON.stringify(done) : fill(word('speakerRenamed', context.locale), done));
}

async function mergeSpeakers(context: CliContext, options: MergeOptions): Promise<void> {
  const documentId = await documentIdOf(context, options.document);
  const before = await speakersOf(context, documentId);
  const into = speakerNamed(before, options.into, context);
  const speakerIds = options.from.map((label) => speakerNamed(before, label, context).id);
  await context.client.speakers.merge({ speakerIds, intoSpeakerId: into.id });
  const { turns } = speakerNamed(await speakersOf(context, documentId), into.label, context);
  const done = { name: into.name, turns };
  context.print(context.json ? JSON.stringify(done) : fill(word('speakersMerged', context.locale), done));
}

async function detectSpeakers(context: CliContext, options: DetectOptions): Promise<void> {
  const { client, locale, json, print } = context;
  const documentId = await documentIdOf(context, options.document);
  const pattern = options.pattern ?? null;
  const { turns, labels } = await client.speakers.detect({ documentId, pattern });
  const rows = labels.map(({ label, turns: count, roleGuess, accepted, sample }) => ({
    label,
    turns: count,
    role: roleGuess,
    accepted,
    sample,
  }));
  if (options.dryRun !== true) {
    await client.speakers.redetect({ documentIds: [documentId], pattern });
    if (!json) return print(fill(word('speakersDetected', locale), { turns, count: rows.length }));
  }
  if (json) return print(JSON.stringify({ turns, labels: rows }, null, 2));
  print(
    textTable(
      ['label', 'turns', 'role', 'accepted', 'sample'],
      rows.map((row) => [row.label, row.turns, row.role, row.accepted ? '+' : '–', row.sample]),
    ),
  );
}
