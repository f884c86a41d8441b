import { createCode, ensureCodePath, mapNewCode } from '../codebook/create-code.ts';
import { codeReads, type CodeRow } from '../codebook/store.ts';
import type { CommandContext, CommandHandlers, InFeature } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { checkRange } from '../documents/ranges.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { addMemo, memoReads, removeMemo, updateMemo } from '../memos/store.ts';
import type { codingsContract } from './contract.ts';
import {
  addCoding,
  codingReads,
  removeCoding,
  resizeCoding,
  setCodingStance,
  type CodingRow,
} from './store.ts';

function applicableCode(db: Connection, codeId: number): CodeRow {
  const code = found(codeReads(db).byId.get(codeId), 'code', codeId);
  if (code.is_folder === 1) throw new RepereError('code.is-folder', { name: code.name });
  return code;
}

function codingById(db: Connection, codingId: number): CodingRow {
  return found(codingReads(db).byId.get(codingId), 'coding', codingId);
}

/** What a label says of an existing coding: its code and its paragraph. */
function placeOf(
  context: CommandContext,
  coding: CodingRow,
): { readonly code: string; readonly paragraph: number } {
  const code = found(codeReads(context.db).byId.get(coding.code_id), 'code', coding.code_id);
  return {
    code: code.name,
    paragraph: checkRange(context.db, context.session, coding.document_id, coding).paragraph,
  };
}

export const codingCommands: CommandHandlers<InFeature<typeof codingsContract, 'command'>> = {
  'codings.create': (context, { documentId, start, end, codeIds, stance }) => {
    const { db, session, now, describe } = context;
    const range = checkRange(db, session, documentId, { start, end });
    const codes = [...new Set(codeIds)].map((id) => applicableCode(db, id));
    const coderId = context.coderId();
    const ids = codes.map((code) =>
      addCoding(db, { documentId, codeId: code.id, coderId, range, stance: stance ?? null }, now),
    );
    describe({ code: codes.map((code) => code.name).join(', '), paragraph: range.paragraph });
    const codingIds = ids.filter((id) => id !== null);
    return { codingIds, alreadyThere: ids.length - codingIds.length };
  },

  'codings.createWithNewCode': (context, input) => {
    const { db, session, now, describe } = context;
    const range = checkRange(db, session, input.documentId, input);
    const codeId = createCode(db, input, now);
    mapNewCode(db, codeId, input);
    const codingId = addCoding(
      db,
      {
        documentId: input.documentId,
        codeId,
        coderId: context.coderId(),
        range,
        stance: input.stance ?? null,
      },
      now,
    );
    describe({ code: input.name, paragraph: range.paragraph });
    return { codeId, codingId: found(codingId ?? undefined, 'coding', '') };
  },

  'codings.createMany': (context, { codePath, passages }) => {
    const { db, session, now, describe } = context;
    const codeId = ensureCodePath(db, codePath, now);
    const code = applicableCode(db, codeId);
    const coderId = context.coderId();
    let codings = 0;
    for (const { documentId, start, end } of passages) {
      const range = checkRange(db, session, documentId, { start, end });
      if (addCoding(db, { documentId, codeId, coderId, range, stance: null }, now) !== null) codings += 1;
    }
    describe({ code: code.name, count: codings });
    return { codeId, codings, alreadyThere: passages.length - codings };
  },

  'codings.resize': (context, { codingId, start, end }) => {
    const { db, session, now, describe } = context;
    const coding = codingById(db, codingId);
    const range = checkRange(db, session, coding.document_id, { start, end });
    describe(placeOf(context, coding));
    if (range.start === coding.start && range.end === coding.end) return {};
    const same = codingReads(db).same.get(
      coding.code_id,
      coding.document_id,
      coding.coder_id,
      range.start,
      range.end,
    );
    // Grown onto an equal coding of the same person: one of the two is enough, and the one in hand stays.
    if (same !== undefined) removeCoding(db, same);
    resizeCoding(db, codingId, range, now);
    return {};
  },

  'codings.setStance': (context, { codingIds, stance }) => {
    const { db, now, describe } = context;
    const codings = codingIds.map((id) => codingById(db, id));
    for (const coding of codings) if (coding.stance !== stance) setCodingStance(db, coding.id, stance, now);
    const [first] = codings;
    describe({ stance, count: codings.length, ...(first === undefined ? {} : placeOf(context, first)) });
    return {};
  },

  'codings.setMemo': (context, { codingId, body }) => {
    const { db, now, describe } = context;
    const coding = codingById(db, codingId);
    const place = placeOf(context, coding);
    const known = memoReads(db).ofCoding.get(codingId);
    if (body.trim() === '') {
      if (known !== undefined) removeMemo(db, known.id);
    } else if (known === undefined) {
      const target = { kind: 'coding', id: codingId } as const;
      addMemo(db, { title: place.code, body, target, coderId: context.coderId() }, now);
    } else if (known.body !== body) {
      updateMemo(db, known.id, { title: known.title, body }, now);
    }
    describe(place);
    return {};
  },

  'codings.remove': (context, { codingIds }) => {
    const { db, describe } = context;
    const codings = [...new Set(codingIds)].map((id) => codingById(db, id));
    const [first] = codings;
    describe({ count: codings.length, ...(first === undefined ? {} : placeOf(context, first)) });
    for (const coding of codings) removeCoding(db, coding.id);
    return {};
  },
};
