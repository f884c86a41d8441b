import { codeReads } from '../codebook/store.ts';
import { codingReads } from '../codings/store.ts';
import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import { checkRange } from '../documents/ranges.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { hypothesisReads } from '../hypotheses/store.ts';
import { participantReads } from '../participants/store.ts';
import type { ProjectSession } from '../project/session.ts';
import type { TextRange } from '../text/range.ts';
import type { memosContract, MemoTarget } from './contract.ts';
import { addMemo, memoReads, removeMemo, updateMemo } from './store.ts';

/** A memo is attached to something that exists. Throws `not-found`. */
function checkTarget(db: Connection, target: MemoTarget): void {
  switch (target.kind) {
    case 'free':
    case 'project':
      return;
    case 'document':
      found(documentReads(db).byId.get(target.id), target.kind, target.id);
      return;
    case 'code':
      found(codeReads(db).byId.get(target.id), target.kind, target.id);
      return;
    case 'coding':
      found(codingReads(db).byId.get(target.id), target.kind, target.id);
      return;
    case 'participant':
      found(participantReads(db).byId.get(target.id), target.kind, target.id);
      return;
    case 'hypothesis':
      found(hypothesisReads(db).byId.get(target.id), target.kind, target.id);
  }
}

/** Only a document has passages. Throws `range.…`. */
function checkPassage(db: Connection, session: ProjectSession, target: MemoTarget, passage: TextRange): void {
  if (target.kind !== 'document') throw new RepereError('range.invalid', { ...passage });
  checkRange(db, session, target.id, passage);
}

export const memoCommands: CommandHandlers<InFeature<typeof memosContract, 'command'>> = {
  'memos.create': ({ db, session, now, describe, coderId }, { title, body, target, passage }) => {
    checkTarget(db, target);
    if (passage !== undefined) checkPassage(db, session, target, passage);
    describe({ memo: title });
    return { memoId: addMemo(db, { title, body, target, passage, coderId: coderId() }, now) };
  },

  'memos.update': ({ db, now, describe }, { memoId, title, body }) => {
    const memo = found(memoReads(db).byId.get(memoId), 'memo', memoId);
    const values = { title: title ?? memo.title, body: body ?? memo.body };
    if (values.title !== memo.title || values.body !== memo.body) updateMemo(db, memoId, values, now);
    describe({ memo: values.title });
    return {};
  },

  'memos.remove': ({ db, describe }, { memoId }) => {
    const memo = found(memoReads(db).byId.get(memoId), 'memo', memoId);
    removeMemo(db, memoId);
    describe({ memo: memo.title });
    return {};
  },
};
