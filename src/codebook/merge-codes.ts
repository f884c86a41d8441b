import { recode } from '../codings/recode.ts';
import { codingReads } from '../codings/store.ts';
import type { CommandContext, QueryContext } from '../contract/handlers.ts';
import type { CheckedInputOf, OutputOf } from '../contract/contract.ts';
import type { Connection } from '../database/connection.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { hypothesisReads, shareMappings } from '../hypotheses/store.ts';
import { replaceCodeInSets } from '../sets/store.ts';
import { keepVersion } from '../versions/keep-version.ts';
import { addLineage } from '../versions/store.ts';
import { planMerge, type MergeStep } from './merge-plan.ts';
import { closeGaps } from './place-codes.ts';
import { codeReads, giveCodeMemos, placeCode, removeCodes, updateCode, type CodeRow } from './store.ts';

type Join = Extract<MergeStep, { readonly kind: 'join' }>;

/** Gives all codings of a code to another one; answers how many went and how many of them fell together. */
export function giveCodings(
  db: Connection,
  fromId: number,
  into: CodeRow,
  now: string,
): { readonly segments: number; readonly duplicates: number } {
  const codingIds = codingReads(db).idsOfCode.all(fromId);
  if (codingIds.length > 0 && into.is_folder === 1)
    throw new RepereError('code.is-folder', { name: into.name });
  return { segments: codingIds.length, duplicates: recode(db, codingIds, into.id, now) };
}

/** Several codes become one of them: segments, memos, hypotheses, definitions and sub-codes. */
export function mergeCodes(
  context: CommandContext,
  { codeIds, intoId, definitions }: CheckedInputOf<'codes.merge'>,
): OutputOf<'codes.merge'> {
  const { db, now, describe } = context;
  const into = found(codeReads(db).byId.get(intoId), 'code', intoId);
  const sources = [...new Set(codeIds)]
    .filter((id) => id !== intoId)
    .map((id) => found(codeReads(db).byId.get(id), 'code', id));
  const names = sources.map((row) => row.name);
  if (sources.length > 0) keepVersion(context, 'merge', [...names, into.name]);
  let [segments, duplicates] = [0, 0];
  for (const step of planMerge(codeReads(db).all.all(), codeIds, intoId)) {
    if (step.kind !== 'join') {
      if (step.kind === 'lift') makeRoom(db, step.parentId, step.position);
      placeCode(db, step.codeId, step.parentId, step.position);
      continue;
    }
    const from = found(codeReads(db).byId.get(step.fromId), 'code', step.fromId);
    const target = found(codeReads(db).byId.get(step.intoId), 'code', step.intoId);
    const given = giveCodings(db, step.fromId, target, now);
    giveCodeMemos(db, step.fromId, step.intoId);
    shareMappings(db, step.fromId, step.intoId);
    replaceCodeInSets(db, step.fromId, step.intoId);
    addLineage(db, 'merge', from.guid, target.guid, now);
    removeCodes(db, [step.fromId]);
    segments += given.segments;
    duplicates += given.duplicates;
  }
  if (definitions === 'join' && sources.length > 0)
    updateCode(db, { ...joinDefinitions(into, sources), modified_at: now });
  const touched = new Set([...sources.map((row) => row.parent_id), into.parent_id, intoId]);
  for (const parentId of touched) closeGaps(db, parentId);
  refuseTwoOfOneName(db, intoId);
  describe({ code: into.name, names: names.join(', '), count: sources.length });
  return { segments, duplicates };
}

/** What would join, before it is done. */
export function previewMerge(
  { db }: QueryContext,
  { codeIds, intoId }: CheckedInputOf<'codes.mergePreview'>,
): OutputOf<'codes.mergePreview'> {
  found(codeReads(db).byId.get(intoId), 'code', intoId);
  for (const id of codeIds) found(codeReads(db).byId.get(id), 'code', id);
  const plan = planMerge(codeReads(db).all.all(), codeIds, intoId);
  const joins = plan.filter((step): step is Join => step.kind === 'join');
  const totals = { segments: 0, duplicates: 0, memos: 0 };
  for (const [targetId, steps] of Map.groupBy(joins, (step) => finalTarget(joins, step))) {
    const ids = JSON.stringify(steps.map((step) => step.fromId));
    const row = codeReads(db).joined.get({ ids, into: targetId });
    totals.segments += row?.joining ?? 0;
    totals.duplicates += row?.duplicates ?? 0;
    totals.memos += row?.memos ?? 0;
  }
  const known = new Set(hypothesisReads(db).mappingsOfCode.all(intoId).map(placeKey));
  const gained = new Map(
    joins
      .filter((step) => step.intoId === intoId)
      .flatMap((step) => hypothesisReads(db).mappingsOfCode.all(step.fromId))
      .filter((mapping) => !known.has(placeKey(mapping)))
      .map((mapping) => [placeKey(mapping), mapping]),
  );
  return {
    ...totals,
    joins: joins.map(({ fromId, intoId: targetId }) => ({ fromId, intoId: targetId })),
    movedIds: plan.flatMap((step) => (step.kind === 'move' ? [step.codeId] : [])),
    mappings: [...gained.values()].map((mapping) => ({
      hypothesisId: mapping.hypothesis_id,
      hypothesisGroupId: mapping.hypothesis_group_id,
    })),
  };
}

/** Where the segments of a join end up: what they join may itself join another code afterwards. */
function finalTarget(joins: readonly Join[], step: Join): number {
  const next = joins.find((other) => other.fromId === step.intoId);
  return next === undefined ? step.intoId : finalTarget(joins, next);
}

function placeKey(mapping: { readonly hypothesis_id: number; readonly hypothesis_group_id: number | null }) {
  return `${mapping.hypothesis_id}/${mapping.hypothesis_group_id ?? ''}`;
}

const FIELDS = ['brief_definition', 'full_definition', 'when_to_use', 'when_not_to_use', 'example'] as const;

/** The fields of the codebook with the texts of all, each text once. */
function joinDefinitions(into: CodeRow, sources: readonly CodeRow[]): CodeRow {
  const joined = FIELDS.map((field) => {
    const texts = [into, ...sources].map((row) => row[field].trim()).filter((text) => text !== '');
    return [field, [...new Set(texts)].join(field === 'brief_definition' ? ' ; ' : '\n\n')] as const;
  });
  return { ...into, ...Object.fromEntries(joined) };
}

function makeRoom(db: Connection, parentId: number | null, position: number): void {
  for (const sibling of codeReads(db).siblings.all(parentId).toReversed())
    if (sibling.position >= position) placeCode(db, sibling.id, parentId, sibling.position + 1);
}

/** The code that stays may have come up among others. */
function refuseTwoOfOneName(db: Connection, codeId: number): void {
  const row = found(codeReads(db).byId.get(codeId), 'code', codeId);
  const other = codeReads(db)
    .siblings.all(row.parent_id)
    .some((sibling) => sibling.id !== codeId && sibling.name === row.name);
  if (other) throw new RepereError('name.taken', { name: row.name });
}
