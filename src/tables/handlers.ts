import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Connection } from '../database/connection.ts';
import type {
  CommandHandlers,
  InFeature,
  QueryHandlers,
  TaskContext,
  TaskHandlers,
} from '../contract/handlers.ts';
import type { CheckedInputOf } from '../contract/contract.ts';
import { RepereError } from '../errors/codes.ts';
import { openSession } from '../host/state.ts';
import { bytesOf, byPercent, WHOLE } from '../imports/file-bytes.ts';
import { formatProblem } from '../imports/format-problem.ts';
import type { ProjectSession } from '../project/session.ts';
import { participantReads } from '../participants/store.ts';
import { transcriptReads } from '../transcripts/store.ts';
import { applyParticipants, applySurvey } from './apply.ts';
import type { ParticipantsTable, SurveyTable, TableDraft, tablesContract } from './contract.ts';
import type { KeptTable } from './draft.ts';
import { readKnown, valueColumns } from './known.ts';
import { participantsOutcome, surveyOutcome } from './outcome.ts';
import type { TableWish } from './lay-out.ts';
import { planParticipants, type ParticipantsPlan } from './participants-plan.ts';
import { planSurvey, type SurveyPlan } from './survey-plan.ts';

type Tables = typeof tablesContract;
type Inspect = CheckedInputOf<'tables.inspect'>;

export const tableTasks: TaskHandlers<InFeature<Tables, 'task'>> = {
  'tables.inspect': async (context, input) => {
    const session = openSession(context.core);
    const { table, draft } = await readFor(context, session, input);
    session.tables.set(table.id, table);
    return draft;
  },

  'tables.discard': ({ core }, { draftIds }) => {
    for (const id of draftIds) core.session?.tables.delete(id);
    return {};
  },
};

export const tableQueries: QueryHandlers<InFeature<Tables, 'query'>> = {
  'participants.planTable': ({ db, session }, input) =>
    participantsOutcome(participantsPlan(db, session, input)),
  'surveys.plan': ({ db, session }, input) =>
    surveyOutcome(surveyPlan(db, session, input), (title) => isTopic(db, title)),
};

export const tableCommands: CommandHandlers<InFeature<Tables, 'command'>> = {
  'participants.importTable': ({ db, session, now, describe }, input) => {
    const plan = participantsPlan(db, session, input);
    applyParticipants(db, plan, now);
    describe({ file: tableOf(session, input.draftId).fileName, count: plan.people.length });
    return participantsOutcome(plan);
  },

  'surveys.import': ({ db, session, now, describe }, input) => {
    const table = tableOf(session, input.draftId);
    const plan = surveyPlan(db, session, input);
    // Counted before the topics are made.
    const outcome = surveyOutcome(plan, (title) => isTopic(db, title));
    const documentIds = applySurvey(db, table, plan, now);
    describe({ file: table.fileName, count: documentIds.length });
    return { ...outcome, documentIds };
  },
};

function isTopic(db: Connection, title: string): boolean {
  return transcriptReads(db).topicByTitle.get(title) !== undefined;
}

function tableOf(session: ProjectSession, draftId: string): KeptTable {
  const table = session.tables.get(draftId);
  if (table === undefined) throw new RepereError('draft.missing', { draftId });
  return table;
}

function participantsPlan(
  db: Connection,
  session: ProjectSession,
  { draftId, columns, clearEmpty, ...wish }: ParticipantsTable,
): ParticipantsPlan {
  const { rows } = tableOf(session, draftId).layout;
  const known = readKnown(db);
  return planParticipants({
    ...wish,
    ...known,
    rows,
    columns: valueColumns(columns, known),
    clearEmpty: clearEmpty === true,
  });
}

function surveyPlan(
  db: Connection,
  session: ProjectSession,
  { draftId, variables, answers, respondent }: SurveyTable,
): SurveyPlan {
  const { rows } = tableOf(session, draftId).layout;
  const known = readKnown(db);
  return planSurvey({ ...known, rows, respondent, answers, columns: valueColumns(variables, known) });
}

/** The file, read and laid out: one that was read before as it was, or with another encoding, delimiter, sheet or header. */
async function readFor(
  context: TaskContext,
  session: ProjectSession,
  { source, sheet, headerRow, ...chosen }: Inspect,
): Promise<{ readonly table: KeptTable; readonly draft: TableDraft }> {
  const { locale, signal } = context;
  const before = source.kind === 'draft' ? tableOf(session, source.draftId) : null;
  const fileName =
    before?.fileName ?? (source.kind === 'staged' ? source.fileName : basename(pathOf(source)));
  const tell = (percent: number): Promise<void> => context.progress(percent, WHOLE, fileName);
  const isAsBefore = chosen.encoding === undefined && chosen.delimiter === undefined;
  const asText = before !== null && isAsBefore ? before.asText : chosen;
  try {
    await tell(0);
    const bytes =
      source.kind === 'draft' ? tableOf(session, source.draftId).bytes : await bytesOf(context, source);
    const wish = { ...knownNames(session), id: before?.id ?? randomUUID(), locale, sheet, headerRow };
    const options = { signal, onProgress: byPercent(tell) };
    const { table, draft } = await context.core.readers.read(
      'laidOut',
      bytes,
      { ...asText, fileName, wish },
      options,
    );
    return { table: { ...table, bytes, asText }, draft };
  } catch (thrown) {
    if (signal.aborted) throw new RepereError('call.cancelled', {}, { cause: thrown });
    throw formatProblem(thrown, locale);
  }
}

/** What of the project a table is compared with. */
function knownNames({ reader }: ProjectSession): Pick<TableWish, 'participants' | 'variables'> {
  const reads = participantReads(reader);
  return {
    participants: reads.list.all().map(({ name }) => name),
    variables: reads.variables
      .all()
      .filter(({ scope }) => scope === 'participant')
      .map(({ name, type }) => ({ name, type })),
  };
}

function pathOf(source: Inspect['source']): string {
  return source.kind === 'path' ? source.path : '';
}
