import { codeReads } from '../codebook/store.ts';
import type { CommandHandlers } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import { checkRange } from '../documents/ranges.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import type { ProjectSession } from '../project/session.ts';
import { mergeable, splitAt } from '../text/reshape.ts';
import { absorb, joinOverlapping, moveCoding, overlapsSetting, unionOf } from './join.ts';
import { addJoined, applicableCode, codingById, placeOf } from './lookups.ts';
import { recode } from './recode.ts';
import { addCoding, codingReads, setCodingStance, setCodingWeight, type CodingRow } from './store.ts';

type Reshaping = 'codings.split' | 'codings.merge' | 'codings.recode' | 'codings.copyCodes';

export const reshapeCommands: CommandHandlers<Reshaping> = {
  'codings.split': (context, { codingId, at }) => {
    const { db, session, now, describe } = context;
    const coding = codingById(db, codingId);
    const parts = splitAt(textOf(db, session, coding.document_id), coding, at);
    if (parts === null) throw new RepereError('codings.split-outside', {});
    const [first, second] = parts;
    describe(placeOf(context, coding));
    moveCoding(context, coding, first);
    const { document_id: documentId, code_id: codeId, coder_id: coderId, stance, weight } = coding;
    const range = checkRange(db, session, documentId, second);
    const added = addCoding(db, { documentId, codeId, coderId, range, stance }, now);
    if (added !== null && weight !== null) setCodingWeight(db, added, weight, now);
    const there = codingReads(db).same.get(codeId, documentId, coderId, second.start, second.end);
    return { codingIds: [codingId, added ?? found(there, 'coding', '')] };
  },

  'codings.merge': (context, { codingIds, stance }) => {
    const { db, session, now, describe } = context;
    const codings = [...new Set(codingIds)]
      .map((id) => codingById(db, id))
      .toSorted((a, b) => a.start - b.start || a.end - b.end || a.id - b.id);
    const [first, ...others] = codings;
    if (first === undefined || others.length === 0 || !others.every((each) => isAlike(first, each)))
      throw new RepereError('codings.different', {});
    if (!mergeable(textOf(db, session, first.document_id), codings))
      throw new RepereError('codings.apart', {});
    describe({ ...placeOf(context, first), count: codings.length });
    absorb(db, first, others, now);
    moveCoding(context, first, unionOf(codings));
    if (stance !== undefined && codingById(db, first.id).stance !== stance)
      setCodingStance(db, first.id, stance, now);
    const said = new Set(codings.map((each) => each.stance).filter((each) => each !== null));
    return { codingId: first.id, stancesDiffered: said.size > 1 };
  },

  'codings.recode': (context, { codingIds, codeId }) => {
    const { db, now, describe } = context;
    const code = applicableCode(db, codeId);
    const codings = [...new Set(codingIds)]
      .map((id) => codingById(db, id))
      .filter((each) => each.code_id !== codeId);
    describe({ code: code.name, count: codings.length });
    let joined = 0;
    // Code by code: two codings of different codes on one passage become equal too.
    for (const ofOneCode of Map.groupBy(codings, (each) => each.code_id).values())
      joined += recode(
        db,
        ofOneCode.map((each) => each.id),
        codeId,
        now,
      );
    if (overlapsSetting(db) === 'join') for (const { id } of codings) joinOverlapping(context, id);
    return { codings: codings.length, joined };
  },

  'codings.copyCodes': (context, { from, to }) => {
    const { db, session, describe } = context;
    checkRange(db, session, from.documentId, from);
    const range = checkRange(db, session, to.documentId, to);
    const codes = codingReads(db)
      .codesTouching.all({ document: from.documentId, start: from.start, end: from.end })
      .map((id) => found(codeReads(db).byId.get(id), 'code', id))
      // Made a folder after it was applied: its segments stay, new ones are not made.
      .filter((code) => code.is_folder === 0);
    const coderId = context.coderId();
    const ids = codes.map(({ id }) =>
      addJoined(context, { documentId: to.documentId, codeId: id, coderId, range, stance: null }),
    );
    describe({ code: codes.map((code) => code.name).join(', '), paragraph: range.paragraph });
    const made = ids.filter((id) => id !== null);
    return { codingIds: made, alreadyThere: ids.length - made.length };
  },
};

function textOf(db: Connection, session: ProjectSession, documentId: number): string {
  const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
  return session.texts.get(db, document.text_version_id).text;
}

function isAlike(a: CodingRow, b: CodingRow): boolean {
  return a.code_id === b.code_id && a.document_id === b.document_id && a.coder_id === b.coder_id;
}
