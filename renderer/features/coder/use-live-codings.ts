import { useEffect, useRef, type RefObject } from 'react';
import { onCodings } from '../codings/codings-cache.ts';
import type { TranscriptView } from '../../transcript/view.ts';
import { joinCodings } from './join-codings.ts';
import type { CodingData } from './use-coding-data.ts';

/**
 * Hands codings to the view the moment they are known, before React draws what stands around the text:
 * in a long document the person would wait for the tree and the inspector to see what they coded.
 */
export function useLiveCodings(view: RefObject<TranscriptView | null>, data: CodingData): void {
  const latest = useRef(data);
  useEffect(() => {
    latest.current = data;
  });
  const { documentId } = data;
  useEffect(() => {
    if (documentId === null) return undefined;
    return onCodings(documentId, (codings) => {
      const { codeOf, coderNames, linksOf, model } = latest.current;
      if (model?.documentId === documentId)
        view.current?.setCodings(joinCodings(codings, codeOf, coderNames, linksOf));
    });
  }, [view, documentId]);
}
