import type { LinkedThing, MemoSummary } from '../../../src/memos/contract.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useWindows } from '../../app/windows.ts';
import { openMemo } from './state.ts';

type Kind = LinkedThing['kind'];

/** Goes to what a link leads to: the passage, the document, the quotations of a code, the memo… */
export function goToThing(kind: Kind, id: number, place: LinkedThing['place']): void {
  const { openDocument, openQuotations, show } = useNavigation.getState();
  switch (kind) {
    case 'code':
      return openQuotations({ codeIds: [id] });
    case 'document':
      return openDocument(id);
    case 'coding':
      if (place !== null)
        openDocument(place.documentId, { codingId: id, start: place.start, end: place.end });
      return;
    case 'participant':
      return useWindows.getState().show({ kind: 'project', part: 'participants' });
    case 'hypothesis':
      return show('hypotheses');
    case 'memo':
      return openMemo(id);
  }
}

/** Whether a memo belongs to something that can be gone to. */
export function hasPlace({ target }: Pick<MemoSummary, 'target'>): boolean {
  return target.kind !== 'free';
}

/** Goes where a memo belongs; Alt and the arrow lead back to where one was reading. */
export function goToMemoPlace({ target, kind, place }: Pick<MemoSummary, 'target' | 'kind' | 'place'>): void {
  if (target.kind === 'free') return;
  if (target.kind === 'project') return useWindows.getState().show({ kind: 'project', part: 'project' });
  if (kind === 'passage' && place !== null) {
    const { documentId, start, end } = place;
    return useNavigation.getState().openDocument(documentId, { start, end });
  }
  goToThing(target.kind, target.id, place);
}
