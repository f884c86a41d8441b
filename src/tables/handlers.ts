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
import { readTable } from '../formats/table.ts';
import { openSession } from '../host/state.ts';
import { bytesOf, byPercent, WHOLE } from '../imports/file-bytes.ts';
import { formatProblem } from '../imports/format-problem.ts';
import { warningText } from '../imports/warnings.ts';
import type { ProjectSession } from '../project/session.ts';
import { transcriptReads } from '../transcripts/store.ts';
import { applyParticipants, applySurvey } from './apply.ts';
import type { ParticipantsTable, SurveyTable, tablesContract } from './contract.ts';
import { describeTable, keepTable, type KeptTable } from './draft.ts';
import { readKnown, valueColumns } from './known.ts';
import { participantsOutcome, surveyOutcome } from './outcome.ts';
import { planParticipants, type ParticipantsPlan } from './participants-plan.ts';
import { planSurvey, type SurveyPlan } from './survey-plan.ts';

type Tables = typeof tablesContract;
type Inspect = CheckedInputOf<'tables.inspect'>;

export const tableTasks: TaskHandlers<InFeature<Tables, 'task'>> = {
  'tables.inspect': async (context, input) => {
    const session = openSession(context.core);
    const file = await readFor(context, session, input);
    const table = keepTable(file, input, context.locale);
    session.tables.set(table.id, table);
    const known = readKnown(session.reader);
    return describeTable(table, known, (code, details) => warningText(code, details, context.locale));
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

/** The file, read; a table that was read before is read again only for another encoding or delimiter. */
async function readFor(
  context: TaskContext,
  session: ProjectSession,
  { source, encoding, delimiter }: Inspect,
): Promise<Pick<KeptTable, 'fileName' | 'bytes' | 'parsed'> & { readonly id?: string }> {
  const before = source.kind === 'draft' ? tableOf(session, source.draftId) : null;
  if (before !== null && encoding === undefined && delimiter === undefined) return before;
  const fileName =
    before?.fileName ?? (source.kind === 'staged' ? source.fileName : basename(pathOf(source)));
  const tell = (percent: number): Promise<void> => context.progress(percent, WHOLE, fileName);
  try {
    await tell(0);
    const bytes =
      source.kind === 'draft' ? tableOf(session, source.draftId).bytes : await bytesOf(context, source);
    const options = { fileName, encoding, delimiter, signal: context.signal, onProgress: byPercent(tell) };
    const parsed = await readTable(bytes, options);
    return { ...(before === null ? {} : { id: before.id }), fileName, bytes, parsed };
  } catch (thrown) {
    if (context.signal.aborted) throw new RepereError('call.cancelled', {}, { cause: thrown });
    throw formatProblem(thrown, context.locale);
  }
}

function pathOf(source: Inspect['source']): string {
  return source.kind === 'path' ? source.path : '';
}
