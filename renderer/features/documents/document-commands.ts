import type { DocumentSummary } from '../../../src/documents/contract.ts';
import { undoToast } from '../../app/history.ts';
import { fetchCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';

/** Removes a document and says what went with it, with the way back. */
export async function removeDocument(document: Pick<DocumentSummary, 'id' | 'name'>): Promise<void> {
  const { t, list } = i18nNow();
  const impact = await fetchCall('documents.removalImpact', { documentIds: [document.id] }).catch(() => null);
  const removed = await runCommand('documents.remove', { documentIds: [document.id] });
  if (!removed.ok) return;
  const along = [
    ...(impact !== null && impact.codings > 0 ? [t('documents.codings', { count: impact.codings })] : []),
    ...(impact !== null && impact.memos > 0 ? [t('documents.memos', { count: impact.memos })] : []),
  ];
  const text =
    along.length === 0
      ? t('documents.removed', { name: document.name })
      : t('documents.removedWith', { name: document.name, what: list(along) });
  undoToast(text);
}

export async function renameDocument(documentId: number, name: string): Promise<boolean> {
  return (await runCommand('documents.rename', { documentId, name })).ok;
}

/** Moves a document to a place counted among all as they stand. */
export async function moveDocument(
  documents: readonly DocumentSummary[],
  documentId: number,
  to: number,
): Promise<void> {
  const from = documents.findIndex((document) => document.id === documentId);
  if (from < 0 || to < 0 || to >= documents.length || to === from) return;
  await runCommand('documents.move', { documentId, position: to });
}
