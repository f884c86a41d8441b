import type { Code } from '../../../src/codebook/contract.ts';
import { undoToast } from '../../app/history.ts';
import { fetchCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import type { TreeAction } from './tree-drop.ts';
import type { NewCode } from './tree-state.ts';

/** Removes a code with all that stands below it, and says what went along, with the way back. */
export async function removeCode(code: Code): Promise<void> {
  const { t, list } = i18nNow();
  const impact = await fetchCall('codes.removalImpact', { codeIds: [code.id] }).catch(() => null);
  const removed = await runCommand('codes.remove', { codeIds: [code.id] });
  if (!removed.ok) return;
  const along =
    impact === null
      ? []
      : [
          ...(impact.codes > 1 ? [t('codebook.subcodes', { count: impact.codes - 1 })] : []),
          ...(impact.codings > 0 ? [t('codebook.codings', { count: impact.codings })] : []),
          ...(impact.memos > 0 ? [t('codebook.memos', { count: impact.memos })] : []),
        ];
  const text =
    along.length === 0
      ? t('codebook.removed', { name: code.name })
      : t('codebook.removedWith', { name: code.name, what: list(along) });
  undoToast(text);
}

/** Makes a code (or a folder, or a group) where its field stood. */
export async function createHere(where: NewCode, name: string): Promise<void> {
  if (where.kind === 'group') {
    if (where.hypothesisId !== null)
      await runCommand('hypotheses.createGroup', { hypothesisId: where.hypothesisId, name });
    return;
  }
  await runCommand('codes.create', {
    name,
    parentId: where.parentId,
    isFolder: where.kind === 'folder',
    ...(where.hypothesisId === null ? {} : { hypothesisId: where.hypothesisId }),
    ...(where.hypothesisId === null || where.groupId === null ? {} : { hypothesisGroupId: where.groupId }),
  });
}

/** Does what a drop or a keyboard move means. Moves that the eye could miss are told, with the way back. */
export async function runTreeAction(action: TreeAction, told: string | null = null): Promise<void> {
  const done = await send(action);
  if (done && told !== null) undoToast(told);
}

async function send(action: TreeAction): Promise<boolean> {
  switch (action.call) {
    case 'codes.move':
      return (await runCommand(action.call, action.input)).ok;
    case 'hypotheses.map':
      return (await runCommand(action.call, action.input)).ok;
    case 'hypotheses.remap':
      return (await runCommand(action.call, action.input)).ok;
    case 'hypotheses.unmap':
      return (await runCommand(action.call, action.input)).ok;
    case 'hypotheses.move':
      return (await runCommand(action.call, action.input)).ok;
  }
}
