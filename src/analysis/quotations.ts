import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Quotation } from './contract.ts';
import { quotationReads, type QuotationRow } from './quotation-store.ts';

/** Characters of context looked for on either side of a passage, within its paragraph. */
const CONTEXT = 320;

/** The quotations of these codings, in the order of the ids. */
export function quotations(
  db: Connection,
  session: ProjectSession,
  codingIds: readonly number[],
): Quotation[] {
  return quotationReads(db)
    .byIds.all(JSON.stringify(codingIds))
    .map((row) => toQuotation(db, session, row));
}

function toQuotation(db: Connection, session: ProjectSession, row: QuotationRow): Quotation {
  const { text } = session.texts.get(db, row.text_version_id);
  const { start, end } = row;
  const speakers = quotationReads(db).speakers.all({ document: row.document_id, start, end });
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end - 1);
  const bodyStart = Math.max(lineStart, start - CONTEXT);
  return {
    codingId: row.coding_id,
    documentId: row.document_id,
    documentName: row.document_name,
    codeId: row.code_id,
    coderId: row.coder_id,
    coderName: row.coder_name,
    participantIds: participantsOf(db, row, speakers),
    speakerName: speakers.map((speaker) => speaker.name).find((name) => name !== '') ?? null,
    paragraph: row.paragraph,
    topic: row.topic,
    start,
    end,
    text: text.slice(start, end),
    before: withoutLabel(db, row, text, bodyStart, start).toWellFormed(),
    after: text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + CONTEXT)).toWellFormed(),
    stance: row.stance,
    weight: row.weight,
    isKey: row.is_key === 1,
    memo: row.memo,
    createdAt: row.created_at,
  };
}

function participantsOf(
  db: Connection,
  row: QuotationRow,
  speakers: readonly { readonly participant_id: number | null; readonly role: string }[],
): number[] {
  if (quotationReads(db).hasTurns.get(row.document_id) === 1) {
    const ids = speakers.filter((each) => each.role === 'participant').map((each) => each.participant_id);
    return [...new Set(ids.filter((id) => id !== null))];
  }
  const owner = documentReads(db).byId.get(row.document_id)?.participant_id ?? null;
  return owner === null ? [] : [owner];
}

/** The words before a passage in its paragraph; a speaker label at the paragraph's start is not part of them. */
function withoutLabel(db: Connection, row: QuotationRow, text: string, from: number, start: number): string {
  const turn = quotationReads(db).bodyStart.get({ document: row.document_id, from, start });
  return text.slice(turn ?? from, start);
}
