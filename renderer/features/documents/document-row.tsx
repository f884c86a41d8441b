import type { DragEvent, KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react';
import type { DocumentSummary } from '../../../src/documents/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { NameInput } from '../coder/name-input.tsx';
import { DensityStrip } from './density-strip.tsx';

export interface DocumentRowProps {
  readonly document: DocumentSummary;
  readonly category: string;
  readonly isOpen: boolean;
  /** It stands in the reader that is not the active one. */
  readonly isBeside: boolean;
  readonly isTabStop: boolean;
  readonly isRenaming: boolean;
  /** A line before or after it, while another is dragged over. */
  readonly drop: 'before' | 'after' | null;
  readonly draggable: boolean;
  readonly ref: Ref<HTMLDivElement>;
  /** `beside`: in the other reader. */
  readonly onOpen: (beside: boolean) => void;
  readonly onRename: (name: string | null) => void;
  readonly onMenu: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

/** A document in the list: its name, its category, where it is coded and how often. */
export function DocumentRow(props: DocumentRowProps): ReactNode {
  const { document, category, isOpen, isRenaming, drop, ref } = props;
  const { t, number } = useI18n();
  return (
    <div
      ref={ref}
      className="document-row"
      role="option"
      aria-selected={isOpen}
      tabIndex={props.isTabStop ? 0 : -1}
      data-beside={props.isBeside || undefined}
      data-drop={drop ?? undefined}
      draggable={props.draggable && !isRenaming}
      onClick={(event) => props.onOpen(event.ctrlKey || event.metaKey)}
      onContextMenu={props.onMenu}
      onKeyDown={props.onKeyDown}
      onFocus={props.onFocus}
      onDragStart={props.onDragStart}
      onDragOver={props.onDragOver}
      onDrop={props.onDrop}
      onDragEnd={props.onDragEnd}
    >
      {isRenaming ? (
        <NameInput label={t('documents.renameDocument')} value={document.name} onDone={props.onRename} />
      ) : (
        <>
          <span className="document-name" title={document.name}>
            {document.name}
          </span>
          <span className="document-category" title={category}>
            {category}
          </span>
          <DensityStrip density={document.density} />
          <span className="document-count" aria-hidden="true">
            {number(document.codings)}
          </span>
          <VisuallyHidden>{t('documents.segments', { count: document.codings })}</VisuallyHidden>
        </>
      )}
    </div>
  );
}
