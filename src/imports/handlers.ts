import { basename } from 'node:path';
import type {
  CommandHandlers,
  InFeature,
  QueryHandlers,
  TaskContext,
  TaskHandlers,
} from '../contract/handlers.ts';
import { baseOf } from '../documents/correct.ts';
import { speakerPattern } from '../documents/speaker-pattern.ts';
import { digest, documentReads } from '../documents/store.ts';
import { RepereError } from '../errors/codes.ts';
import { describeError } from '../errors/describe.ts';
import { ENCODINGS } from '../formats/text.ts';
import { openSession } from '../host/state.ts';
import { found } from '../errors/lookup.ts';
import { participantReads } from '../participants/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { addCommentMemos } from './comments.ts';
import { importDraft } from './confirm.ts';
import type { Draft, FileSource, importContract, Inspected } from './contract.ts';
import { bytesOf, byPercent, WHOLE } from './file-bytes.ts';
import { describeDraft, documentNameOf, makeDraft, withPattern, type ImportDraft } from './draft.ts';
import { formatProblem } from './format-problem.ts';
import { proposeReplacement, replaceText } from './replace.ts';
import { warningText } from './warnings.ts';

type Import = typeof importContract;

export const importTasks: TaskHandlers<InFeature<Import, 'task'>> = {
  'import.inspect': async (context, { files, encoding }) => {
    const session = openSession(context.core);
    const results: Inspected[] = [];
    for (const [index, source] of files.entries()) {
      const fileName = source.kind === 'path' ? basename(source.path) : source.fileName;
      const tell = (percent: number) =>
        context.progress(index * WHOLE + percent, files.length * WHOLE, fileName);
      await tell(0);
      const file = { fileName, encoding };
      results.push(await inspectOne(context, session, source, file, byPercent(tell)));
    }
    await context.progress(files.length * WHOLE, files.length * WHOLE, '');
    return results;
  },

  'import.reread': async (context, { draftId, encoding }) => {
    const session = openSession(context.core);
    const known = draftOf(session, draftId);
    const { fileName } = known;
    const tell = (percent: number) => context.progress(percent, WHOLE, fileName);
    await tell(0);
    const { pattern } = known;
    const { signal } = context;
    const analysed = await context.core.readers
      .read('draft', known.bytes, { fileName, encoding, pattern }, { signal, onProgress: byPercent(tell) })
      .catch((error: unknown) => {
        throw formatProblem(error, context.locale);
      });
    await tell(WHOLE);
    const fresh = makeDraft(fileName, known.bytes, analysed, { id: draftId, pattern });
    session.drafts.set(draftId, fresh);
    return describe(context, session, fresh);
  },

  'import.redetect': async (context, { draftIds, pattern }) => {
    const session = openSession(context.core);
    const results: Draft[] = [];
    for (const [index, draftId] of draftIds.entries()) {
      await context.progress(index, draftIds.length, draftOf(session, draftId).fileName);
      const fresh = withPattern(draftOf(session, draftId), pattern);
      session.drafts.set(draftId, fresh);
      results.push(describe(context, session, fresh));
    }
    return results;
  },

  'import.encodings': () => ENCODINGS.map(({ name, label }) => ({ name, label })),

  'import.discard': ({ core }, { draftIds }) => {
    for (const id of draftIds) core.session?.drafts.delete(id);
    return {};
  },
};

export const importQueries: QueryHandlers<InFeature<Import, 'query'>> = {
  'import.proposeReplacement': ({ db, session }, { draftId, documentId }) => {
    const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
    return proposeReplacement(db, session, document, draftOf(session, draftId));
  },
};

export const importCommands: CommandHandlers<InFeature<Import, 'command'>> = {
  'import.confirm': ({ db, session, now, locale, coderId, describe: label }, { drafts }) => {
    const documentIds: number[] = [];
    const names: string[] = [];
    for (const wish of drafts) {
      const draft = draftOf(session, wish.draftId);
      for (const speaker of wish.speakers ?? []) {
        if (speaker.participantId === undefined) continue;
        found(participantReads(db).byId.get(speaker.participantId), 'participant', speaker.participantId);
      }
      const documentId = importDraft(db, draft, wish, now);
      if (wish.commentsAsMemos === true && (draft.parsed.comments ?? []).length > 0)
        addCommentMemos(db, draft.parsed, documentId, { coderId: coderId(), locale, now });
      documentIds.push(documentId);
      names.push(wish.documentName ?? draft.documentName);
    }
    label({
      documents: names.slice(0, names.length > 3 ? 2 : 3).join(', '),
      count: names.length > 3 ? names.length : undefined,
    });
    return { documentIds };
  },

  'import.replace': ({ db, session, now, describe: label }, { draftId, placements, ...base }) => {
    const document = baseOf(db, base);
    const draft = draftOf(session, draftId);
    label({ document: document.name, file: draft.fileName });
    return replaceText(db, session, document, draft, placements ?? [], now);
  },
};

function draftOf(session: ProjectSession, draftId: string): ImportDraft {
  const draft = session.drafts.get(draftId);
  if (draft === undefined) throw new RepereError('draft.missing', { draftId });
  return draft;
}

/** Reads one file. Whatever is wrong with it is said of it alone; only a stop by the person ends the whole. */
async function inspectOne(
  context: TaskContext,
  session: ProjectSession,
  source: FileSource,
  file: { readonly fileName: string; readonly encoding: string | undefined },
  onProgress: (share: number) => void,
): Promise<Inspected> {
  const { fileName } = file;
  try {
    const bytes = await bytesOf(context, source);
    // What was said of the speakers of a document holds for a newer version of it.
    const older = documentReads(session.reader).byFile.get(fileName, documentNameOf(fileName));
    const pattern = (older === undefined ? null : speakerPattern(session.reader, older)) ?? undefined;
    const options = { signal: context.signal, onProgress };
    const analysed = await context.core.readers.read('draft', bytes, { ...file, pattern }, options);
    const draft = makeDraft(fileName, bytes, analysed, { pattern });
    session.drafts.set(draft.id, draft);
    return { ok: true, draft: describe(context, session, draft) };
  } catch (thrown) {
    if (context.signal.aborted) throw new RepereError('call.cancelled', {}, { cause: thrown });
    const { code, message } = describeError(formatProblem(thrown, context.locale), context.locale);
    return { ok: false, fileName, error: { code, message } };
  }
}

function describe(context: TaskContext, session: ProjectSession, draft: ImportDraft): Draft {
  const same = documentReads(session.reader).byDigest.get(digest(draft.bytes));
  const older = documentReads(session.reader).byFile.get(draft.fileName, draft.documentName);
  const likeness = {
    duplicateOf: same === undefined ? null : { documentId: same.id, name: same.name },
    versionOf: older === undefined ? null : { documentId: older.id, name: older.name },
  };
  return describeDraft(draft, likeness, (code, details) => warningText(code, details, context.locale));
}
