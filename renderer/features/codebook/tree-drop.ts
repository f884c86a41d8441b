import type { Code } from '../../../src/codebook/contract.ts';
import type { CodeRow, TreeRow } from './tree-rows.ts';
import { childrenOf } from './tree-rows.ts';

export type DropPlace = 'before' | 'into' | 'after';

/** What a drop or a keyboard move asks of the core. */
export type TreeAction =
  | {
      readonly call: 'codes.move';
      readonly input: { codeId: number; parentId: number | null; position: number };
    }
  | {
      readonly call: 'hypotheses.map';
      readonly input: { codeId: number; hypothesisId: number; hypothesisGroupId: number | null };
    }
  | {
      readonly call: 'hypotheses.remap';
      readonly input: { mappingId: number; hypothesisId: number; hypothesisGroupId: number | null };
    }
  | {
      readonly call: 'codes.moveMany';
      readonly input: { codeIds: number[]; parentId: number | null; position: number };
    }
  | {
      readonly call: 'codes.merge';
      readonly input: { codeIds: number[]; intoId: number; definitions: 'join' };
    }
  | {
      readonly call: 'hypotheses.placeMany';
      readonly input: {
        items: { codeId: number; mappingId: number | null }[];
        hypothesisId: number | null;
        hypothesisGroupId: number | null;
      };
    }
  | { readonly call: 'hypotheses.unmap'; readonly input: { mappingId: number } }
  | { readonly call: 'hypotheses.move'; readonly input: { hypothesisId: number; position: number } };

/** Whether `codeId` is `ancestorId` or stands below it. */
export function isWithin(codes: ReadonlyMap<number, Code>, codeId: number, ancestorId: number): boolean {
  const seen = new Set<number>();
  let at: number | null = codeId;
  while (at !== null && !seen.has(at)) {
    if (at === ancestorId) return true;
    seen.add(at);
    at = codes.get(at)?.parentId ?? null;
  }
  return false;
}

function siblingsWithout(codes: readonly Code[], parentId: number | null, codeId: number): Code[] {
  return (childrenOf(codes).get(parentId) ?? []).filter((code) => code.id !== codeId);
}

function moveBeside(
  codes: readonly Code[],
  moved: Code,
  target: Code,
  place: 'before' | 'after',
): TreeAction | null {
  const siblings = siblingsWithout(codes, target.parentId, moved.id);
  const at = siblings.findIndex((code) => code.id === target.id);
  if (at < 0) return null;
  const position = place === 'before' ? at : at + 1;
  if (moved.parentId === target.parentId) {
    const now = (childrenOf(codes).get(moved.parentId) ?? []).findIndex((code) => code.id === moved.id);
    if (now === position) return null;
  }
  return { call: 'codes.move', input: { codeId: moved.id, parentId: target.parentId, position } };
}

function putUnder(moved: CodeRow, hypothesisId: number, groupId: number | null): TreeAction | null {
  if (moved.hypothesisId === hypothesisId && moved.groupId === groupId && moved.mappingId !== null)
    return null;
  if (moved.mappingId !== null) {
    return {
      call: 'hypotheses.remap',
      input: { mappingId: moved.mappingId, hypothesisId, hypothesisGroupId: groupId },
    };
  }
  return {
    call: 'hypotheses.map',
    input: { codeId: moved.code.id, hypothesisId, hypothesisGroupId: groupId },
  };
}

/**
 * What dropping `moved` at `place` of `target` means; `null` where it means nothing and must not be offered.
 * On a hypothesis or a group: the code is mapped there. On a code: it nests. Between codes: it is reordered,
 * or mapped to where it was dropped when that is under another hypothesis or group.
 */
export function dropAction(
  codes: readonly Code[],
  moved: TreeRow,
  target: TreeRow,
  place: DropPlace,
): TreeAction | null {
  if (moved.key === target.key) return null;
  if (moved.kind === 'hypothesis') {
    if (target.kind !== 'hypothesis' || place === 'into') return null;
    const from = moved.position;
    const beside = target.position > from ? target.position - 1 : target.position;
    const position = place === 'before' ? beside : beside + 1;
    return position === from
      ? null
      : { call: 'hypotheses.move', input: { hypothesisId: moved.hypothesis.id, position } };
  }
  if (moved.kind !== 'code') return null;
  switch (target.kind) {
    case 'hypothesis':
      return place === 'before' ? null : putUnder(moved, target.hypothesis.id, null);
    case 'group':
      return place === 'before' ? null : putUnder(moved, target.hypothesis.id, target.groupId);
    case 'unmapped':
      return moved.mappingId === null
        ? null
        : { call: 'hypotheses.unmap', input: { mappingId: moved.mappingId } };
    case 'code':
      return dropOnCode(codes, moved, target, place);
  }
}

function dropOnCode(
  codes: readonly Code[],
  moved: CodeRow,
  target: CodeRow,
  place: DropPlace,
): TreeAction | null {
  const byId = new Map(codes.map((code) => [code.id, code]));
  if (isWithin(byId, target.code.id, moved.code.id)) return null;
  if (place === 'into') {
    if (moved.code.parentId === target.code.id) return null;
    const position = siblingsWithout(codes, target.code.id, moved.code.id).length;
    return { call: 'codes.move', input: { codeId: moved.code.id, parentId: target.code.id, position } };
  }
  const samePlace = moved.hypothesisId === target.hypothesisId && moved.groupId === target.groupId;
  if (!samePlace && target.hypothesisId !== null) return putUnder(moved, target.hypothesisId, target.groupId);
  if (!samePlace && moved.mappingId !== null)
    return { call: 'hypotheses.unmap', input: { mappingId: moved.mappingId } };
  // A mapped root keeps its place in the code tree: it is only ordered among codes with the same parent.
  const bothRoots = moved.mappingId !== null && target.mappingId !== null;
  if (bothRoots && moved.code.parentId !== target.code.parentId) return null;
  return moveBeside(codes, moved.code, target.code, place);
}

/**
 * What dropping several codes at once means. Among codes they stand together where they were dropped, and come under the
 * hypothesis or group of that place; `null` where it means nothing.
 */
export function dropManyAction(
  codes: readonly Code[],
  moved: readonly CodeRow[],
  target: TreeRow,
  place: DropPlace,
): TreeAction | null {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const items = [...new Map(moved.map((row) => [row.code.id, row])).values()].map((row) => ({
    codeId: row.code.id,
    mappingId: row.mappingId,
  }));
  const under = (hypothesisId: number | null, hypothesisGroupId: number | null): TreeAction => ({
    call: 'hypotheses.placeMany',
    input: { items, hypothesisId, hypothesisGroupId },
  });
  switch (target.kind) {
    case 'hypothesis':
      return place === 'before' ? null : under(target.hypothesis.id, null);
    case 'group':
      return place === 'before' ? null : under(target.hypothesis.id, target.groupId);
    case 'unmapped':
      return moved.some((row) => row.mappingId !== null) ? under(null, null) : null;
    case 'code':
      break;
  }
  if (moved.some((row) => isWithin(byId, target.code.id, row.code.id))) return null;
  const elsewhere = moved.some(
    (row) => row.hypothesisId !== target.hypothesisId || row.groupId !== target.groupId,
  );
  if (place !== 'into' && elsewhere) return under(target.hypothesisId, target.groupId);
  const parentId = place === 'into' ? target.code.id : target.code.parentId;
  const codeIds = items.map((item) => item.codeId);
  const siblings = (childrenOf(codes).get(parentId) ?? []).filter((code) => !codeIds.includes(code.id));
  const at = siblings.findIndex((code) => code.id === target.code.id);
  const position = place === 'into' ? siblings.length : place === 'before' ? at : at + 1;
  return { call: 'codes.moveMany', input: { codeIds, parentId, position } };
}

/** With Alt, codes dropped onto a code become that code. */
export function mergeAction(moved: readonly TreeRow[], target: TreeRow): TreeAction | null {
  if (target.kind !== 'code') return null;
  const codeIds = [...new Set(moved.flatMap((row) => (row.kind === 'code' ? [row.code.id] : [])))];
  const others = codeIds.filter((id) => id !== target.code.id);
  return others.length === 0
    ? null
    : { call: 'codes.merge', input: { codeIds: others, intoId: target.code.id, definitions: 'join' } };
}

/** `Alt ↑ ↓`: one place up or down among the rows beside it. */
export function stepAction(
  codes: readonly Code[],
  rows: readonly TreeRow[],
  key: string,
  by: -1 | 1,
): TreeAction | null {
  const moved = rows.find((row) => row.key === key);
  if (moved === undefined) return null;
  const beside = rows.filter((row) => row.parentKey === moved.parentKey && row.kind === moved.kind);
  const target = beside[beside.indexOf(moved) + by];
  if (target === undefined) return null;
  return dropAction(codes, moved, target, by < 0 ? 'before' : 'after');
}
