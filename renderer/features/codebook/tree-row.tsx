import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import { memo, type CSSProperties, type DragEvent, type MouseEvent, type ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { NOverN } from '../../ui/figures.tsx';
import { Kbd } from '../../ui/kbd.tsx';
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
  /** The digit that applies the code. */
  readonly digit: number | null;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly isRenaming: boolean;
  readonly drop: DropPlace | null;
  /** The same at every drawing, so that a row is drawn again only when something of its own changed. */
  readonly actions: RowActions;
}

/** What can be done with any row. */
export interface RowActions {
  readonly onToggle: (row: TreeRow) => void;
  readonly onChoose: (row: TreeRow, event: MouseEvent) => void;
  readonly onApply: (row: TreeRow) => void;
  readonly onMenu: (row: TreeRow, x: number, y: number) => void;
  readonly onRename: (row: TreeRow, name: string | null) => void;
  readonly onFocus: (row: TreeRow) => void;
  readonly onDragStart: (row: TreeRow, event: DragEvent) => void;
  readonly onDragOver: (row: TreeRow, event: DragEvent) => void;
  readonly onDragLeave: (row: TreeRow) => void;
  readonly onDrop: (row: TreeRow, event: DragEvent) => void;
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
export const TreeRowView = memo(function TreeRowView(props: TreeRowProps): ReactNode {
  const { row, shift, count, total, digit, isCurrent, isTabStop, isRenaming, drop, actions } = props;
  const { t } = useI18n();
  const name = rowName(row, t('codebook.unmapped'));
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const box = event.currentTarget.getBoundingClientRect();
    const atPointer = event.type === 'contextmenu' && event.clientX > 0;
    actions.onMenu(row, atPointer ? event.clientX : box.left, atPointer ? event.clientY : box.bottom);
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
      onClick={(event) => actions.onChoose(row, event)}
      onDoubleClick={() => actions.onApply(row)}
      onContextMenu={openMenu}
      onFocus={(event) => {
        if (event.target === event.currentTarget) actions.onFocus(row);
      }}
      onDragStart={(event) => actions.onDragStart(row, event)}
      onDragOver={(event) => actions.onDragOver(row, event)}
      onDragLeave={() => actions.onDragLeave(row)}
      onDrop={(event) => actions.onDrop(row, event)}
      onDragEnd={actions.onDragEnd}
    >
      {row.hasChildren && (
        <span
          className="code-fold"
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            actions.onToggle(row);
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
          onDone={(next) => actions.onRename(row, next)}
        />
      ) : (
        <RowName row={row} unmapped={t('codebook.unmapped')} />
      )}
      {!isRenaming && digit !== null && (
        <span className="code-digit" title={t('codebook.quickHint', { digit })}>
          <Kbd keys={String(digit)} />
        </span>
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
}, sameRow);

/** Rows are made anew with every answer of the core; what they hold is kept where it did not change. */
function sameRow(before: TreeRowProps, after: TreeRowProps): boolean {
  const { row: rowBefore, ...restBefore } = before;
  const { row: rowAfter, ...restAfter } = after;
  return shallowEqual(restBefore, restAfter) && shallowEqual(rowBefore, rowAfter);
}

function shallowEqual<T extends object>(a: T, b: T): boolean {
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return left.length === right.size && left.every(([name, value]) => Object.is(value, right.get(name)));
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
