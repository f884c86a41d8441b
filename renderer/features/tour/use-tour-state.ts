import { useEffect, useState } from 'react';
import { door } from '../../app/client.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useCall } from '../../app/use-call.ts';
import { isEmpty } from '../../transcript/caret.ts';
import { useCoder } from '../coder/state.ts';
import type { TourState } from './steps.ts';

/** What the person has done so far; `null` until the project's figures have come. */
export function useTourState(): TourState | null {
  const screen = useNavigation((state) => state.screen);
  const isSelecting = useCoder((state) => state.selection !== null && !isEmpty(state.selection));
  const codingId = useCoder((state) => state.codingId);
  const documents = useCall('documents.list', {}).data;
  const codes = useCall('codes.list', {}).data;
  const hypotheses = useCall('hypotheses.list', {}).data;
  const [undone, setUndone] = useState(0);
  useEffect(
    () =>
      door.subscribe((event) => {
        if (event.type === 'changed' && event.origin === 'undo') setUndone((count) => count + 1);
      }),
    [],
  );
  if (documents === undefined || codes === undefined || hypotheses === undefined) return null;
  return {
    screen,
    isSelecting,
    codings: documents.reduce((sum, document) => sum + document.codings, 0),
    codes: codes.length,
    codingId,
    mappings: JSON.stringify(hypotheses.map(({ mappings }) => mappings)),
    undone,
  };
}
