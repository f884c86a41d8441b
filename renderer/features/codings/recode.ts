import type { Code } from '../../../src/codebook/contract.ts';
import type { Coding } from '../../../src/codings/contract.ts';
import { undoToast } from '../../app/history.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import { currentData } from '../coder/current-data.ts';
import { noteRecent } from '../coder/recents.ts';
import { chooseCoding } from '../coder/state.ts';

/** Gives segments another code and says what came of it; whether it was done. */
export async function recode(
  codingIds: readonly number[],
  code: Pick<Code, 'id' | 'name'>,
): Promise<boolean> {
  const done = await runCommand('codings.recode', { codingIds: [...codingIds], codeId: code.id });
  if (!done.ok) return false;
  const { t } = i18nNow();
  const { codings, joined } = done.value;
  if (codings > 0) noteRecent(code.id);
  const text = t('codings.recoded', { count: codings, code: code.name });
  const also = joined > 0 ? ` ${t('codings.recodedJoined', { count: joined })}` : '';
  if (codings > 0) undoToast(text + also);
  return true;
}

/** Gives the segment in hand another code; it stays in hand, or the equal one that takes its place. */
export async function recodeInHand(coding: Coding, code: Pick<Code, 'id' | 'name'>): Promise<void> {
  const twin = currentData()?.codings.find(
    (each) =>
      each.codeId === code.id &&
      each.coderId === coding.coderId &&
      each.start === coding.start &&
      each.end === coding.end,
  );
  if (await recode([coding.id], code)) chooseCoding(twin?.id ?? coding.id);
}
