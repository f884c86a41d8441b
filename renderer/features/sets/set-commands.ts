import type { NamedSet, SetKind } from '../../../src/sets/contract.ts';
import { undoToast } from '../../app/history.ts';
import { runCommand } from '../../app/use-command.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';

/** « 2 codes », « 3 documents »: how many of a kind. */
export const COUNTED = {
  codes: 'common.codes',
  documents: 'common.documents',
  participants: 'common.participants',
} as const satisfies Readonly<Record<SetKind, MessageKey>>;

/** Keeps what is chosen under a name, and says so; answers the set's id, or `null` when it was not kept. */
export async function keepSet(
  kind: SetKind,
  name: string,
  memberIds: readonly number[],
): Promise<number | null> {
  const made = await runCommand('sets.create', { kind, name, memberIds: [...memberIds] });
  if (!made.ok) return null;
  const { t } = i18nNow();
  undoToast(t('sets.kept', { name, what: t(COUNTED[kind], { count: memberIds.length }) }));
  return made.value.setId;
}

/** What was in the set stays. */
export async function removeSet(set: NamedSet): Promise<void> {
  const done = await runCommand('sets.remove', { setId: set.id });
  if (done.ok) undoToast(i18nNow().t('sets.removed', { name: set.name }));
}
