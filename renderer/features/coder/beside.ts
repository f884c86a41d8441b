import { useNavigation } from '../../app/navigation.ts';
import { otherPane } from '../../app/panes.ts';

/** Reads the document in hand a second time beside it; when two are side by side, the active one alone. */
export function toggleBeside(): void {
  const { pane, documentId, besideId, openBeside, closePane } = useNavigation.getState();
  if (besideId !== null) closePane(otherPane(pane));
  else if (documentId !== null) openBeside(documentId);
}
