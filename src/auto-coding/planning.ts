import { coderReads } from '../coders/store.ts';
import { codeReads } from '../codebook/store.ts';
import { codingReads } from '../codings/store.ts';
import type { Connection } from '../database/connection.ts';
import { found } from '../errors/lookup.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Reached } from '../search/searching.ts';
import { mergeRanges, type TextRange } from '../text/range.ts';
import { MOST_PASSAGES, type FoundPassage, type Plan, type ShownPassage } from './contract.ts';
import { showPassage } from './show-passage.ts';
import { findingPassages, type PlanInput } from './sources.ts';

/** How many passages an answer shows when nobody says. */
const SHOWN = 200;

/** What would be coded, in small pieces: whoever runs it may let others in between two of them. */
export function* planning(
  db: Connection,
  session: ProjectSession,
  input: PlanInput,
): Generator<Reached, Plan, boolean> {
  const { codeId = null, offset = 0, limit = SHOWN } = input;
  if (codeId !== null) found(codeReads(db).byId.get(codeId), 'code', codeId);
  const passages: FoundPassage[] = [];
  const shown: ShownPassage[] = [];
  const documents: Plan['documents'] = [];
  let total = 0;
  yield* findingPassages(db, session, input, (each) => {
    const { row } = each;
    const codedAs = codeId === null ? () => 'no' as const : codedIn(db, session, row.id, codeId);
    for (const passage of each.passages.slice(0, MOST_PASSAGES - passages.length)) {
      const { start, end } = passage;
      if (passages.length >= offset && shown.length < limit) shown.push(showPassage(db, each, passage));
      passages.push({ documentId: row.id, start, end, coded: codedAs({ start, end }) });
    }
    total += each.passages.length;
    documents.push({
      documentId: row.id,
      documentName: row.name,
      textVersionId: row.text_version_id,
      passages: each.passages.length,
    });
  });
  return { total, passages, shown, documents };
}

/** Whether passages of a document, asked for in their order, have the code already. */
function codedIn(
  db: Connection,
  session: ProjectSession,
  documentId: number,
  codeId: number,
): (passage: TextRange) => FoundPassage['coded'] {
  const coderId = coderReads(db).byName.get(session.coderName) ?? null;
  const codings = codingReads(db)
    .placesIn.all(documentId)
    .filter((coding) => coding.code_id === codeId);
  const own = new Set(
    codings.filter((coding) => coding.coder_id === coderId).map(({ start, end }) => `${start} ${end}`),
  );
  const covered = mergeRanges(codings);
  let next = 0;
  return ({ start, end }) => {
    if (own.has(`${start} ${end}`)) return 'same';
    while (next < covered.length && (covered[next]?.end ?? 0) <= start) next += 1;
    return (covered[next]?.start ?? Infinity) < end ? 'touching' : 'no';
  };
}
