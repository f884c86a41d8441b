import { useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { DocumentSummary } from '../../../src/documents/contract.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { askToDelete } from './delete-dialog-state.ts';
import { moveDocument, renameDocument } from './document-commands.ts';
import { DocumentRow } from './document-row.tsx';
import { categoryOf, firstCategory } from './use-document-facts.ts';

const DOCUMENT_DRAG = 'application/x-repere-document';

export interface DocumentListProps {
  readonly documents: readonly DocumentSummary[];
  readonly openId: number | null;
  /** Only the project's own order can be changed. */
  readonly canMove: boolean;
  readonly renaming: number | null;
  readonly onRenaming: (documentId: number | null) => void;
  readonly onMenu: (document: DocumentSummary, x: number, y: number) => void;
}

export function DocumentList(props: DocumentListProps): ReactNode {
  const { documents, openId, canMove, renaming, onRenaming, onMenu } = props;
  const { t } = useI18n();
  const open = useNavigation((state) => state.openDocument);
  const openBeside = useNavigation((state) => state.openBeside);
  const besideId = useNavigation((state) => state.besideId);
  const participants = useCall('participants.list', {}).data ?? [];
  const category = firstCategory(useCall('variables.list', {}).data ?? []);
  const rows = useRef(new Map<number, HTMLDivElement>());
  const [focusId, setFocusId] = useState<number | null>(null);
  const [drop, setDrop] = useState<{ readonly id: number; readonly place: 'before' | 'after' } | null>(null);
  const dragged = useRef<number | null>(null);
  const tabStop = documents.some((document) => document.id === focusId)
    ? focusId
    : (openId ?? documents[0]?.id ?? null);
  const focus = (index: number): void => {
    const document = documents[Math.max(0, Math.min(documents.length - 1, index))];
    if (document !== undefined) rows.current.get(document.id)?.focus();
  };

  const keydown = (event: KeyboardEvent, document: DocumentSummary, index: number): void => {
    if (event.target !== event.currentTarget) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      if (canMove) void moveDocument(documents, document.id, index + (event.key === 'ArrowUp' ? -1 : 1));
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) openBeside(document.id);
    else if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === 'ArrowDown' || event.key === 'j') focus(index + 1);
    else if (event.key === 'ArrowUp' || event.key === 'k') focus(index - 1);
    else if (event.key === 'Home') focus(0);
    else if (event.key === 'End') focus(documents.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') open(document.id);
    else if (event.key === 'F2') onRenaming(document.id);
    else if (event.key === 'Delete') askToDelete(document);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = event.currentTarget.getBoundingClientRect();
      onMenu(document, box.left + 24, box.bottom);
    } else return;
    event.preventDefault();
  };

  const dragOver = (event: DragEvent, id: number): void => {
    if (
      dragged.current === null ||
      dragged.current === id ||
      !event.dataTransfer.types.includes(DOCUMENT_DRAG)
    )
      return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    setDrop({ id, place: event.clientY < box.top + box.height / 2 ? 'before' : 'after' });
  };
  const dropOn = (event: DragEvent, index: number): void => {
    if (dragged.current === null || drop === null) return;
    event.preventDefault();
    const from = documents.findIndex((document) => document.id === dragged.current);
    const target = drop.place === 'before' ? index : index + 1;
    void moveDocument(documents, dragged.current, from < target ? target - 1 : target);
  };
  const dragEnd = (): void => {
    dragged.current = null;
    setDrop(null);
  };

  const categories = documents.map(({ participantId }) =>
    categoryOf(
      participants.find(({ id }) => id === participantId),
      category,
    ),
  );
  return (
    <div
      className="document-list"
      role="listbox"
      aria-label={t('documents.list')}
      data-plain={categories.every((each) => each === '') || undefined}
      data-own-keys
    >
      {documents.map((document, index) => {
        return (
          <DocumentRow
            key={document.id}
            ref={(element) => {
              if (element === null) rows.current.delete(document.id);
              else rows.current.set(document.id, element);
            }}
            document={document}
            category={categories[index] ?? ''}
            isOpen={document.id === openId}
            isTabStop={document.id === tabStop}
            isRenaming={renaming === document.id}
            drop={drop?.id === document.id ? drop.place : null}
            draggable={canMove}
            isBeside={document.id === besideId}
            onOpen={(beside) => (beside ? openBeside : open)(document.id)}
            onRename={(name) => {
              onRenaming(null);
              if (name !== null) void renameDocument(document.id, name);
              requestAnimationFrame(() => rows.current.get(document.id)?.focus());
            }}
            onMenu={(event) => {
              event.preventDefault();
              onMenu(document, event.clientX, event.clientY);
            }}
            onKeyDown={(event) => keydown(event, document, index)}
            onFocus={() => setFocusId(document.id)}
            onDragStart={(event) => {
              dragged.current = document.id;
              event.dataTransfer.setData(DOCUMENT_DRAG, String(document.id));
              event.dataTransfer.effectAllowed = 'move';
            }}
            onDragOver={(event) => dragOver(event, document.id)}
            onDrop={(event) => dropOn(event, index)}
            onDragEnd={dragEnd}
          />
        );
      })}
    </div>
  );
}
