import { recode } from '../codings/recode.ts';
import { codingReads } from '../codings/store.ts';
import type { CommandContext } from '../contract/handlers.ts';
import type { CheckedInputOf, OutputOf } from '../contract/contract.ts';
import type { Connection } from '../database/connection.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { hypothesisReads, shareMappings } from '../hypotheses/store.ts';
import { keepVersion } from '../versions/keep-version.ts';
import { addLineage } from '../versions/store.ts';
import { createCode } from './create-code.ts';
import { moveCodes } from './place-codes.ts';
import { codeReads, type CodeRow } from './store.ts';

/** Deals segments of a code out to other codes, known or new; what is not dealt stays where it is. */
export function splitCode(
  context: CommandContext,
  { codeId, parts, under }: CheckedInputOf<'codes.split'>,
): OutputOf<'codes.split'> {
  const { db, now, describe } = context;
  const source = found(codeReads(db).byId.get(codeId), 'code', codeId);
  keepVersion(context, 'split', [source.name]);
  const placed = { made: 0 };
  let dealt = 0;
  const codeIds = parts.map((part) => {
    const target =
      'codeId' in part
        ? found(codeReads(db).byId.get(part.codeId), 'code', part.codeId)
        : newPart(db, source, part.name, under ?? 'beside', placed, now);
    if (target.is_folder === 1) throw new RepereError('code.is-folder', { name: target.name });
    const codingIds = [...new Set(part.codingIds)];
    for (const id of codingIds) {
      const coding = codingReads(db).byId.get(id);
      found(coding?.code_id === codeId ? coding : undefined, 'coding', id);
    }
    recode(db, codingIds, target.id, now);
    dealt += codingIds.length;
    return target.id;
  });
  describe({ code: source.name, count: dealt });
  return { codeIds };
}

/** A new code right after the one that is split, or below it, under the same hypotheses. */
function newPart(
  db: Connection,
  source: CodeRow,
  name: string,
  under: 'beside' | 'inside',
  placed: { made: number },
  now: string,
): CodeRow {
  const parentId = under === 'inside' ? source.id : source.parent_id;
  const id = createCode(db, { name, parentId }, now);
  const row = found(codeReads(db).byId.get(id), 'code', id);
  addLineage(db, 'split', source.guid, row.guid, now);
  placed.made += 1;
  if (under === 'beside') moveCodes(db, [row], parentId, source.position + placed.made);
  const alone = hypothesisReads(db)
    .mappingsOfCode.all(source.id)
    .some((mapping) => mapping.whole_branch === 0);
  if (under === 'beside' || alone) shareMappings(db, source.id, id);
  return row;
}
