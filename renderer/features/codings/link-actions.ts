import type { Coding, CodingEnd, LinkKind } from '../../../src/codings/contract.ts';
import { undoToast } from '../../app/history.ts';
import { useNavigation } from '../../app/navigation.ts';
import { fetchCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import { toast } from '../../ui/toasts.ts';
import { currentData } from '../coder/current-data.ts';
import { chooseCoding, useCoder } from '../coder/state.ts';
import { endsOf } from './segment-ends.ts';
import { LINK_WORDS } from './segment-links.ts';

/** A segment to link with, as far as its place goes. */
export type LinkTarget = Pick<CodingEnd, 'codingId' | 'codeId' | 'documentId'>;

/** The segment waits for the one it is to be linked to; `inspector` is the panel in which it does. */
export function startLinking(coding: Coding, inspector: 'inspectorOpen' | 'overlayOpen'): void {
  const data = currentData();
  const [from] = data === null ? [] : endsOf(data, [coding]);
  if (from === undefined) return;
  const kind: LinkKind = useCoder.getState().linking?.kind ?? 'explains';
  useCoder.setState({ linking: { from, kind }, [inspector]: true });
}

export function stopLinking(): void {
  useCoder.setState({ linking: null });
}

/** Whether a segment is waiting that can be linked to this one. */
export function isLinkable({ id }: Pick<Coding, 'id'>): boolean {
  const { linking } = useCoder.getState();
  return linking !== null && id > 0 && linking.from.codingId !== id;
}

/** Links the waiting segment to another. The place one reads stays, and so does what is in hand as far as it can. */
export async function linkTo(target: LinkTarget): Promise<void> {
  const { linking } = useCoder.getState();
  if (linking === null || linking.from.codingId === target.codingId) return;
  const { from, kind } = linking;
  stopLinking();
  // The reader in hand may be another one since this press.
  const { documentId } = useNavigation.getState();
  const here = [from, target].find((end) => end.documentId === documentId);
  if (here !== undefined) chooseCoding(here.codingId);
  const { t } = i18nNow();
  const known = await fetchCall('codings.links', { documentId: from.documentId });
  const isKnown = known.some(
    (link) =>
      link.kind === kind && link.from.codingId === from.codingId && link.to.codingId === target.codingId,
  );
  if (isKnown) {
    toast({ text: t('links.known') });
    return;
  }
  const done = await runCommand('codings.link', { fromId: from.codingId, toId: target.codingId, kind });
  const nameOf = (codeId: number): string => currentData()?.codeOf.get(codeId)?.name ?? '';
  if (done.ok)
    undoToast(
      t('links.made', {
        code: nameOf(from.codeId),
        link: t(LINK_WORDS[kind].from),
        other: nameOf(target.codeId),
      }),
    );
}

export async function unlink(linkId: number): Promise<void> {
  const done = await runCommand('codings.unlink', { linkId });
  if (done.ok) undoToast(i18nNow().t('links.removed'));
}

/** Goes to the other end of a link, in whichever document it stands; the way back is kept. */
export function goToEnd({ documentId, codingId, start, end }: CodingEnd): void {
  useNavigation.getState().openDocument(documentId, { codingId, start, end });
}
