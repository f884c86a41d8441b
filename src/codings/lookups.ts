import { codeReads, type CodeRow } from '../codebook/store.ts';
import type { CommandContext } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { checkRange } from '../documents/ranges.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { joinOverlapping, overlapsSetting } from './join.ts';
import { addCoding, codingReads, type CodingRow, type NewCoding } from './store.ts';

export function applicableCode(db: Connection, codeId: number): CodeRow {
  const code = found(codeReads(db).byId.get(codeId), 'code', codeId);
  if (code.is_folder === 1) throw new RepereError('code.is-folder', { name: code.name });
  return code;
}

export function codingById(db: Connection, codingId: number): CodingRow {
  return found(codingReads(db).byId.get(codingId), 'coding', codingId);
}

/** What a label says of an existing coding: its code and its paragraph. */
export function placeOf(
  context: CommandContext,
  coding: CodingRow,
): { readonly code: string; readonly paragraph: number } {
  const code = found(codeReads(context.db).byId.get(coding.code_id), 'code', coding.code_id);
  return {
    code: code.name,
    paragraph: checkRange(context.db, context.session, coding.document_id, coding).paragraph,
  };
}

/** Adds a coding as the project treats overlaps; answers the coding that stands there now, `null` for a duplicate. */
export function addJoined(
  context: CommandContext,
  coding: NewCoding,
  overlaps = overlapsSetting(context.db),
): number | null {
  const id = addCoding(context.db, coding, context.now);
  return id === null || overlaps === 'keep' ? id : joinOverlapping(context, id);
}
