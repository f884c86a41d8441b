import type { Code } from '../../../src/codebook/contract.ts';
import { undoToast } from '../../app/history.ts';
import { fetchCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import { keepSet } from '../sets/set-commands.ts';
import type { TreeAction } from './tree-drop.ts';
import { NOTHING_CHOSEN } from './tree-choice.ts';
import { clearChoice, useTree, type NewCode } from './tree-state.ts';

/** Removes codes with all that stands below them, and says what went along, with the way back. */
export async function removeCodes(codes: readonly Code[], reassignTo: Code | null = null): Promise<void> {
  const [code] = codes;
  if (code === undefined) return;
  const codeIds = codes.map((each) => each.id);
  const { t, list } = i18nNow();
  const impact = await fetchCall('codes.removalImpact', { codeIds }).catch(() => null);
  const removed = await runCommand('codes.remove', {
    codeIds,
    ...(reassignTo === null ? {} : { reassignToId: reassignTo.id }),
  });
  if (!removed.ok) return;
  clearChoice();
  const along =
    impact === null
      ? []
      : [
          ...(impact.codes > codes.length
            ? [t('codebook.subcodes', { count: impact.codes - codes.length })]
            : []),
          ...(impact.codings > 0 ? [t('codebook.codings', { count: impact.codings })] : []),
          ...(impact.memos > 0 ? [t('codebook.memos', { count: impact.memos })] : []),
        ];
  const what = list(along);
  const many = codes.length > 1;
  if (reassignTo !== null)
    undoToast(t('codebook.removedGiven', { count: codes.length, name: reassignTo.name }));
  else if (along.length === 0)
    undoToast(
      many ? t('codebook.removedMany', { count: codes.length }) : t('codebook.removed', { name: code.name }),
    );
  else if (many) undoToast(t('codebook.removedManyWith', { count: codes.length, what }));
  else undoToast(t('codebook.removedWith', { name: code.name, what }));
}

/** Makes a code (or a folder, or a group) where its field stood. */
export async function createHere(where: NewCode, name: string): Promise<void> {
  if (where.kind === 'group') {
    if (where.hypothesisId !== null)
      await runCommand('hypotheses.createGroup', { hypothesisId: where.hypothesisId, name });
    return;
  }
  if (where.kind === 'set') {
    await keepSet('codes', name, where.codeIds ?? []);
    return;
  }
  if (where.codeIds !== undefined) {
    const made = await runCommand('codes.makeFolder', { codeIds: [...where.codeIds], name });
    if (made.ok) showMade(made.value.codeId);
    return;
  }
  const made = await runCommand('codes.create', {
    name,
    parentId: where.parentId,
    // The field stood above what is there already.
    position: 0,
    isFolder: where.kind === 'folder',
    ...(where.hypothesisId === null ? {} : { hypothesisId: where.hypothesisId }),
    ...(where.hypothesisId === null || where.groupId === null ? {} : { hypothesisGroupId: where.groupId }),
  });
  if (made.ok) showMade(made.value.codeId);
}

/** A code that was just made is shown where it stands, whatever is filtered, and the tree goes on from it. */
function showMade(codeId: number): void {
  useTree.setState({ madeId: codeId, choice: NOTHING_CHOSEN });
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
    case 'codes.moveMany':
      return (await runCommand(action.call, action.input)).ok;
    case 'codes.merge':
      return (await runCommand(action.call, action.input)).ok;
    case 'hypotheses.placeMany':
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
