import type { CodeRow } from './tree-rows.ts';
import { startCreating } from './tree-state.ts';

/** Asks for the name of a folder or a set, beside the first of the codes that go into it. */
export function startFolder(
  first: CodeRow,
  codeIds: readonly number[],
  kind: 'folder' | 'set' = 'folder',
): void {
  startCreating({
    parentKey: first.parentKey,
    parentId: first.code.parentId,
    hypothesisId: null,
    groupId: null,
    kind,
    codeIds,
  });
}
