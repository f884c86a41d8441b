import { undoToast } from '../../app/history.ts';
import { client } from '../../app/client.ts';
import { runCommand } from '../../app/use-command.ts';
import { CallError, type CallOptions } from '../../../src/contract/client.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import { toast } from '../../ui/toasts.ts';
import { applied } from '../auto-coding/applied.ts';
import { keyOfHit, useSearch } from './state.ts';
import { inputOf } from './use-search.ts';

/**
 * Applies a code, made when missing, to the ticked hits, or to all when none is ticked, in one step. Looking for all
 * of them can be stopped; nothing is coded then.
 */
export async function codeHits(
  codePath: string,
  documentId: number | null,
  options: CallOptions,
): Promise<boolean> {
  const state = useSearch.getState();
  const { t } = i18nNow();
  try {
    const { documentIds, within, ...search } = inputOf(state, documentId);
    const plan = await client.autoCoding.plan(
      {
        source: { kind: 'search', search, unit: state.unit },
        ...(documentIds === undefined ? {} : { documentIds }),
        ...(within === undefined ? {} : { within }),
        limit: 0,
      },
      options,
    );
    const kept = state.ticked.size === 0 ? plan.passages : plan.passages.filter(touchesTick);
    const coded = await runCommand('codings.createMany', applied(codePath, plan, kept));
    if (!coded.ok) return false;
    const { codings, alreadyThere } = coded.value;
    const text = t('search.coded', { count: codings, already: alreadyThere });
    if (codings === 0) toast({ text });
    else undoToast(text);
    return true;
  } catch (error) {
    if (error instanceof CallError && error.code !== 'call.cancelled')
      toast({ kind: 'error', text: error.message });
    return false;
  }
}

function touchesTick(unit: { readonly documentId: number; readonly start: number; readonly end: number }) {
  const { ticked, hits } = useSearch.getState();
  return hits.some(
    (hit) =>
      hit.documentId === unit.documentId &&
      hit.start < unit.end &&
      unit.start < hit.end &&
      ticked.has(keyOfHit(hit)),
  );
}
