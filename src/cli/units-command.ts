import type { Command } from 'commander';
import { IntervalIndex } from '../text/intervals.ts';
import { touched, UNIT_KINDS, unitsOf, type UnitKind } from '../text/units.ts';
import { withProject, type CliContext, type CommonOptions } from './context.ts';
import { addCommand, choice } from './define-command.ts';
import { documentIdOf } from './named.ts';
import { textTable } from './table.ts';

interface UnitsOptions extends CommonOptions {
  readonly document: string;
  readonly by: UnitKind;
  readonly uncoded?: boolean;
  readonly participants?: boolean;
}

/** `units`: a document cut into sentences, paragraphs or turns, with the codes of each. */
export function addUnitsCommand(program: Command): void {
  addCommand(
    program,
    'units <file>',
    'list the sentences, paragraphs or turns of a document with their codes',
  )
    .requiredOption('--document <name>', 'which document')
    .addOption(choice('--by <unit>', 'what the text is cut into', UNIT_KINDS, 'sentence'))
    .option('--uncoded', 'only those that no segment touches')
    .option('--participants', 'only what participants say')
    .action((file: string, options: UnitsOptions) =>
      withProject(options, file, 'read', (context) => listUnits(context, options)),
    );
}

async function listUnits(context: CliContext, options: UnitsOptions): Promise<void> {
  const { client, json, print } = context;
  const documentId = await documentIdOf(context, options.document);
  const document = await client.documents.get({ documentId });
  const codings = await client.codings.ofDocument({ documentId });
  const codes = new Map((await client.codes.list({})).map((code) => [code.id, code.name]));
  const speakers = new Map(document.speakers.map((speaker) => [speaker.id, speaker]));
  const units = unitsOf(document, options.by).filter(
    ({ speakerId }) =>
      options.participants !== true || speakerId === null || speakers.get(speakerId)?.role === 'participant',
  );
  const isTouched = touched(units, codings);
  const index = new IntervalIndex(codings);
  const rows = units.flatMap(({ start, end, paragraph, speakerId }, at) => {
    if (options.uncoded === true && isTouched[at] === true) return [];
    const own = index.overlapping({ start, end });
    return {
      paragraph: paragraph + 1,
      speaker: speakers.get(speakerId ?? 0)?.name ?? '',
      start,
      end,
      text: document.text.slice(start, end),
      codes: [...new Set(own.map(({ codeId }) => codes.get(codeId) ?? ''))],
    };
  });
  if (json) return print(JSON.stringify(rows, null, 2));
  print(
    textTable(
      ['§', 'speaker', 'text', 'codes'],
      rows.map((row) => [
        row.paragraph,
        row.speaker,
        row.text.replaceAll(/\s+/gu, ' '),
        row.codes.join(', '),
      ]),
    ),
  );
}
