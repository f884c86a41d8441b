import { runCommand } from '../../app/use-command.ts';
import type { TreeRow } from './tree-rows.ts';

export async function renameRow(row: TreeRow, name: string): Promise<void> {
  switch (row.kind) {
    case 'hypothesis':
      await runCommand('hypotheses.update', { hypothesisId: row.hypothesis.id, title: name });
      return;
    case 'group':
      await runCommand('hypotheses.renameGroup', { hypothesisGroupId: row.groupId, name });
      return;
    case 'code':
      await runCommand('codes.update', { codeId: row.code.id, name });
      return;
    case 'unmapped':
      return;
  }
}
