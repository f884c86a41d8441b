import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import type { CSSProperties, DragEvent, FocusEvent, MouseEvent, ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { NOverN } from '../../ui/figures.tsx';
import { Mark } from '../../ui/mark.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { NameInput } from '../coder/name-input.tsx';
import type { CodeCount } from '../coder/use-coding-data.ts';
import type { DropPlace } from './tree-drop.ts';
import type { TreeRow } from './tree-rows.ts';

export interface TreeRowProps {
  readonly row: TreeRow;
  /** Added to the level for indenting: in tree order roots stand where codes of hypotheses do. */
  readonly shift: number;
  readonly count: CodeCount | undefined;
  readonly total: number;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly isRenaming: boolean;
  readonly drop: DropPlace | null;
  readonly onToggle: () => void;
  readonly onChoose: (event: MouseEvent) => void;
  readonly onApply: () => void;
  readonly onMenu: (x: number, y: number) => void;
  readonly onRename: (name: string | null) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

/** The name of a row, as read out and shown in toasts. */
export function rowName(row: TreeRow, unmapped: string): string {
  switch (row.kind) {
    case 'hypothesis':
      return `${row.hypothesis.label} ${row.hypothesis.title}`;
    case 'group':
      return row.name;
    case 'unmapped':
      return unmapped;
    case 'code':
      return row.code.name;
  }
}

/** One line of the code tree: a hypothesis, a group, or a code with its mark and `n/8`. */
export function TreeRowView(props: TreeRowProps): ReactNode {
  const { row, shift, count, total, isCurrent, isTabStop, isRenaming, drop } = props;
  const { t } = useI18n();
  const name = rowName(row, t('codebook.unmapped'));
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const box = event.currentTarget.getBoundingClientRect();
    const atPointer = event.type === 'contextmenu' && event.clientX > 0;
    props.onMenu(atPointer ? event.clientX : box.left, atPointer ? event.clientY : box.bottom);
  };
  return (
    <div
      className={`code-row code-row-${row.kind}`}
      style={{ '--level': row.level + shift } as CSSProperties}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position + 1}
      aria-setsize={row.siblings}
      aria-selected={isCurrent}
      {...(row.hasChildren ? { 'aria-expanded': row.expanded } : {})}
      tabIndex={isTabStop ? 0 : -1}
      data-key={row.key}
      data-drop={drop ?? undefined}
      draggable={!isRenaming && (row.kind === 'code' || row.kind === 'hypothesis')}
      onClick={props.onChoose}
      onDoubleClick={props.onApply}
      onContextMenu={openMenu}
      onFocus={props.onFocus}
      onDragStart={props.onDragStart}
      onDragOver={props.onDragOver}
      onDragLeave={props.onDragLeave}
      onDrop={props.onDrop}
      onDragEnd={props.onDragEnd}
    >
      {row.hasChildren && (
        <span
          className="code-fold"
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            props.onToggle();
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          {row.expanded ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
        </span>
      )}
      {row.kind === 'code' && (
        <span className="code-mark">
          <Mark colour={row.code.colour} shape={row.code.shape} />
        </span>
      )}
      {isRenaming ? (
        <NameInput
          label={t('codebook.renameLabel', { name })}
          value={renamedValue(row)}
          onDone={props.onRename}
        />
      ) : (
        <RowName row={row} unmapped={t('codebook.unmapped')} />
      )}
      {!isRenaming && row.kind !== 'unmapped' && (
        <span className="code-end">
          {row.kind === 'code' && !row.code.isFolder && count !== undefined && (
            <>
              <span aria-hidden>
                <NOverN className="code-count" n={count.participants} total={total} />
              </span>
              <VisuallyHidden>
                {`${count.participants}/${total}, ${t('documents.segments', { count: count.segments })}`}
              </VisuallyHidden>
            </>
          )}
          <button
            type="button"
            className="code-more"
            tabIndex={-1}
            // For the pointer only: the keyboard has the context menu of the row.
            aria-hidden
            title={t('codebook.actions', { name })}
            onClick={openMenu}
          >
            <Ellipsis size={15} aria-hidden />
          </button>
        </span>
      )}
    </div>
  );
}

function RowName({ row, unmapped }: { readonly row: TreeRow; readonly unmapped: string }): ReactNode {
  if (row.kind === 'hypothesis') {
    return (
      <span className="code-name" title={row.hypothesis.statement}>
        <span className="code-label">{row.hypothesis.label}</span> {row.hypothesis.title}
      </span>
    );
  }
  const name = rowName(row, unmapped);
  return (
    <span
      className="code-name"
      title={
        row.kind === 'code' && row.code.briefDefinition !== ''
          ? `${name} – ${row.code.briefDefinition}`
          : name
      }
    >
      {name}
    </span>
  );
}

function renamedValue(row: TreeRow): string {
  if (row.kind === 'hypothesis') return row.hypothesis.title;
  return rowName(row, '');
}
