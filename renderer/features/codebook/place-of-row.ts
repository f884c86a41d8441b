import { NO_PLACE, type CodePlace } from '../coder/state.ts';
import type { TreeRow } from './tree-rows.ts';

/** Where a code made while this row is in hand goes: beside a code, or at the end of a hypothesis or a group. */
export function placeOfRow(row: TreeRow): CodePlace {
  switch (row.kind) {
    case 'hypothesis':
      return { parentId: null, hypothesisId: row.hypothesis.id, groupId: null };
    case 'group':
      return { parentId: null, hypothesisId: row.hypothesis.id, groupId: row.groupId };
    case 'unmapped':
      return NO_PLACE;
    case 'code':
      // A code that came along with its parent brings its new sibling along the same way.
      return row.mappingId === null
        ? { parentId: row.code.parentId, hypothesisId: null, groupId: null }
        : { parentId: row.code.parentId, hypothesisId: row.hypothesisId, groupId: row.groupId };
  }
}
