import { useEffect, useLayoutEffect } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { keepPanel, keptPanel, usePanelMemory } from '../../ui/panel-memory.ts';
import { useCoder } from './state.ts';

const DOCUMENTS = 'documents';

/** Documents that were open when the project was left; `null` for none. */
export interface KeptDocuments {
  readonly documentId: number | null;
  readonly besideId: number | null;
}

/** What this project had open on this machine. */
export function keptDocuments(): KeptDocuments {
  const kept = keptPanel(usePanelMemory.getState(), DOCUMENTS, true);
  const [documentId, besideId] = typeof kept === 'string' ? kept.split(' ').map(Number) : [];
  const idOf = (id: number | undefined): number | null =>
    Number.isInteger(id) && Number(id) > 0 ? Number(id) : null;
  return { documentId: idOf(documentId), besideId: idOf(besideId) };
}

/** Remembers which documents are open, for the next time. */
export function useKeepDocuments(): void {
  const documentId = useNavigation((state) => state.documentId);
  const besideId = useNavigation((state) => state.besideId);
  useEffect(() => {
    if (documentId === null) return;
    const value = `${documentId} ${besideId ?? 0}`;
    if (keptPanel(usePanelMemory.getState(), DOCUMENTS, true) !== value) keepPanel(DOCUMENTS, value);
  }, [documentId, besideId]);
}

/** The inspector beside the reader opens as it was left; where it would lie over the text, only when asked for. */
export function useKeepInspector(wide: boolean): void {
  useLayoutEffect(() => {
    const isKept = keptPanel(usePanelMemory.getState(), 'inspector.open') !== false;
    useCoder.setState({ inspectorOpen: wide && isKept });
    if (!wide) return undefined;
    return useCoder.subscribe(({ inspectorOpen }, before) => {
      if (inspectorOpen !== before.inspectorOpen) keepPanel('inspector.open', inspectorOpen);
    });
  }, [wide]);
}
