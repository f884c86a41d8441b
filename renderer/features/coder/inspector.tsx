import type { ReactNode } from 'react';
import { isEmpty, rangeOf } from '../../transcript/caret.ts';
import { CodingCard } from '../codings/coding-card.tsx';
import { LinkingCard } from '../codings/linking-card.tsx';
import { SelectionCard } from '../codings/selection-card.tsx';
import { DocumentCard } from '../documents/document-card.tsx';
import type { ViewRef } from './actions.ts';
import { useCoder } from './state.ts';
import type { CodingData } from './use-coding-data.ts';
import './inspector.css';

/** What is known of the thing in hand: a selection, a coding, or else the document. */
export function Inspector({ data, view }: { readonly data: CodingData; readonly view: ViewRef }): ReactNode {
  const selection = useCoder((state) => state.selection);
  const palette = useCoder((state) => state.palette);
  const codingId = useCoder((state) => state.codingId);
  const coding = codingId === null ? undefined : data.codingOf.get(codingId);
  const linking = useCoder((state) => state.linking);
  if (linking !== null) return <LinkingCard data={data} view={view} linking={linking} />;
  if (data.model === null || data.content === null) return null;
  if (selection !== null && !isEmpty(selection)) {
    return <SelectionCard data={data} view={view} model={data.model} range={rangeOf(selection)} />;
  }
  if (coding !== undefined) return <CodingCard data={data} view={view} model={data.model} coding={coding} />;
  if (palette !== null)
    return <SelectionCard data={data} view={view} model={data.model} range={palette.range} />;
  return <DocumentCard data={data} content={data.content} />;
}
