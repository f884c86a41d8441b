import type { CodeRow } from './tree-rows.ts';
import { startCreating } from './tree-state.ts';

/** Asks for the name of a folder, beside the first of the codes that go into it. */
export function startFolder(first: CodeRow, codeIds: readonly number[]): void {
  startCreating({
    parentKey: first.parentKey,
    parentId: first.code.parentId,
    hypothesisId: null,
    groupId: null,
    kind: 'folder',
    codeIds,
  });
}
