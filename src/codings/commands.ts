import { createCode, ensureCodePath, mapNewCode } from '../codebook/create-code.ts';
import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import { checkRange } from '../documents/ranges.ts';
import { documentReads } from '../documents/store.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { addMemo, memoReads, removeMemo, updateMemo } from '../memos/store.ts';
import type { codingsContract } from './contract.ts';
import { joinOverlapping, moveCoding, overlapsSetting } from './join.ts';
import { linkCommands } from './link-commands.ts';
import { addJoined, applicableCode, codingById, placeOf } from './lookups.ts';
import { reshapeCommands } from './reshape-commands.ts';
import { addCoding, removeCoding, setCodingKey, setCodingStance, setCodingWeight } from './store.ts';

export const codingCommands: CommandHandlers<InFeature<typeof codingsContract, 'command'>> = {
  ...reshapeCommands,
  ...linkCommands,

  'codings.create': (context, { documentId, start, end, codeIds, stance }) => {
    const { db, session, describe } = context;
    const range = checkRange(db, session, documentId, { start, end });
    const codes = [...new Set(codeIds)].map((id) => applicableCode(db, id));
    const coderId = context.coderId();
    const ids = codes.map((code) =>
      addJoined(context, { documentId, codeId: code.id, coderId, range, stance: stance ?? null }),
    );
    describe({
      code: codes.map((code) => code.name).join(', '),
      count: codes.length,
      paragraph: range.paragraph,
    });
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

  'codings.createMany': (context, { codePath, passages, texts = [] }) => {
    const { db, session, now, describe } = context;
    for (const { documentId, textVersionId } of texts) {
      const document = documentReads(db).byId.get(documentId);
      if (document !== undefined && document.text_version_id !== textVersionId)
        throw new RepereError('codings.stale', { document: document.name });
    }
    const codeId = ensureCodePath(db, codePath, now);
    const code = applicableCode(db, codeId);
    const coderId = context.coderId();
    const overlaps = overlapsSetting(db);
    let codings = 0;
    for (const { documentId, start, end } of passages) {
      const range = checkRange(db, session, documentId, { start, end });
      const coding = { documentId, codeId, coderId, range, stance: null };
      if (addJoined(context, coding, overlaps) !== null) codings += 1;
    }
    describe({ code: code.name, count: codings });
    return { codeId, codings, alreadyThere: passages.length - codings };
  },

  'codings.resize': (context, { codingId, start, end }) => {
    const { db, describe } = context;
    const coding = codingById(db, codingId);
    describe(placeOf(context, coding));
    moveCoding(context, coding, { start, end });
    if (overlapsSetting(db) === 'join') joinOverlapping(context, codingId, codingId);
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

  'codings.setWeight': (context, { codingIds, weight }) => {
    const { db, now, describe } = context;
    const codings = codingIds.map((id) => codingById(db, id));
    for (const coding of codings) if (coding.weight !== weight) setCodingWeight(db, coding.id, weight, now);
    const [first] = codings;
    describe({ weight, count: codings.length, ...(first === undefined ? {} : placeOf(context, first)) });
    return {};
  },

  'codings.setKey': (context, { codingIds, isKey }) => {
    const { db, now, describe } = context;
    const codings = codingIds.map((id) => codingById(db, id));
    for (const coding of codings)
      if ((coding.is_key === 1) !== isKey) setCodingKey(db, coding.id, isKey, now);
    const [first] = codings;
    describe({ isKey, count: codings.length, ...(first === undefined ? {} : placeOf(context, first)) });
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
