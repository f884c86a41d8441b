import {
  useEffect,
  useRef,
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { useStableHandlers } from '../../ui/use-stable-handlers.ts';
import { NameInput } from '../coder/name-input.tsx';
import { applyToHand } from '../coder/actions.ts';
import { digitOfCode, useQuickCodes } from '../coder/quick-codes.ts';
import { useCoder } from '../coder/state.ts';
import type { Codebook } from '../coder/use-coding-data.ts';
import { createHere } from './code-commands.ts';
import { placeOfRow } from './place-of-row.ts';
import { renameRow } from './rename-row.ts';
import { NOTHING_CHOSEN, rangeChoice, toggledChoice } from './tree-choice.ts';
import type { TreeRow } from './tree-rows.ts';
import { TreeRowView, type RowActions } from './tree-row.tsx';
import { setExpanded, useTree } from './tree-state.ts';
import { useTreeDrag } from './use-tree-drag.ts';
import { useTreeKeys } from './use-tree-keys.ts';

export interface CodeTreeProps {
  readonly data: Codebook;
  readonly rows: readonly TreeRow[];
  readonly shift: number;
  /** The code of the coding in hand. */
  readonly inHandId: number | null;
  readonly onMenu: (row: TreeRow, x: number, y: number) => void;
}

/** The rows as a tree for keyboard, pointer and screen reader: one row is a tab stop, arrows go on from there. */
export function CodeTree({ data, rows, shift, inHandId, onMenu }: CodeTreeProps): ReactNode {
  const { t } = useI18n();
  const root = useRef<HTMLDivElement>(null);
  const quick = useQuickCodes();
  const focusKey = useTree((state) => state.focusKey);
  const renamingKey = useTree((state) => state.renamingKey);
  const creating = useTree((state) => state.creating);
  const chosenId = useNavigation((state) => state.codeId);
  const currentId = inHandId ?? chosenId;
  const drag = useTreeDrag(data, rows);
  const choice = useTree((state) => state.choice);
  const madeId = useTree((state) => state.madeId);
  useMadeRow(rows, madeId, root);
  const keys = useTreeKeys({ data, rows, root, onMenu });
  const tabStop = rows.some((row) => row.key === focusKey) ? focusKey : (rows[0]?.key ?? null);
  const actions = useStableHandlers<RowActions>({
    onToggle: (row) => setExpanded(row.key, !row.expanded),
    onChoose: (row, event) => choose(rows, row, event),
    onApply: (row) => {
      if (row.kind === 'code') void applyToHand(row.code.id);
    },
    onMenu,
    onRename: (row, name) => {
      useTree.setState({ renamingKey: null });
      if (name !== null) void renameRow(row, name);
      requestAnimationFrame(() =>
        root.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus(),
      );
    },
    onFocus: (row) => useTree.setState({ focusKey: row.key }),
    ...drag.handlers,
  });
  return (
    <div
      ref={root}
      className="code-tree"
      role="tree"
      aria-label={t('codebook.tree')}
      aria-multiselectable
      data-own-keys
      onKeyDown={keys}
    >
      {creating !== null && creating.parentKey === null && <NewRow level={1 + shift} />}
      {rows.map((row) => (
        <RowWithField
          key={row.key}
          field={creating?.parentKey === row.key ? <NewRow level={row.level + 1 + shift} /> : null}
        >
          <TreeRowView
            row={row}
            shift={shift}
            count={row.kind === 'code' ? data.counts.get(row.code.id) : undefined}
            total={data.participants}
            digit={row.kind === 'code' ? digitOfCode(quick, row.code.id) : null}
            isCurrent={
              choice.size > 0 ? choice.has(row.key) : row.kind === 'code' && row.code.id === currentId
            }
            isTabStop={row.key === tabStop}
            isRenaming={row.key === renamingKey}
            drop={drag.dropOn(row)}
            actions={actions}
          />
        </RowWithField>
      ))}
    </div>
  );
}

/** A click on a row: with Shift up to it, with Ctrl it too, alone the row itself. */
function choose(rows: readonly TreeRow[], row: TreeRow, event: MouseEvent): void {
  const { anchorKey, choice } = useTree.getState();
  if (event.shiftKey) {
    useTree.setState({ choice: rangeChoice(rows, anchorKey, row.key) });
    return;
  }
  if (event.ctrlKey || event.metaKey) {
    useTree.setState({ choice: toggledChoice(rows, choice, anchorKey, row.key), anchorKey: row.key });
    return;
  }
  useTree.setState({ choice: NOTHING_CHOSEN, anchorKey: row.key });
  useCoder.setState({ place: placeOfRow(row) });
  if (row.kind === 'code') useNavigation.getState().chooseCode(row.code.id);
  else if (row.hasChildren) setExpanded(row.key, !row.expanded);
}

/** Brings the row of a code that was just made into view, once, without moving the tree further than needed. */
function useMadeRow(
  rows: readonly TreeRow[],
  madeId: number | null,
  root: RefObject<HTMLElement | null>,
): void {
  const shown = useRef<number | null>(null);
  useEffect(() => {
    if (madeId === null || shown.current === madeId) return;
    const row = rows.find((each) => each.kind === 'code' && each.code.id === madeId);
    if (row === undefined) return;
    shown.current = madeId;
    useTree.setState({ focusKey: row.key });
    const element = root.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`);
    element?.scrollIntoView({ block: 'nearest' });
  }, [rows, madeId, root]);
}

function RowWithField({
  children,
  field,
}: {
  readonly children: ReactNode;
  readonly field: ReactNode;
}): ReactNode {
  return (
    <>
      {children}
      {field}
    </>
  );
}

/** The field in which a new code, folder or group gets its name. */
function NewRow({ level }: { readonly level: number }): ReactNode {
  const { t } = useI18n();
  const creating = useTree((state) => state.creating);
  if (creating === null) return null;
  return (
    <div className="code-new" style={{ '--level': level } as CSSProperties}>
      <NameInput
        label={t(creating.kind === 'group' ? 'hypotheses.groupName' : 'codebook.newNameLabel')}
        value=""
        placeholder={t(
          creating.kind === 'group'
            ? 'hypotheses.newGroup'
            : creating.kind === 'set'
              ? 'codebook.toSet'
              : creating.kind === 'folder'
                ? 'codebook.newFolder'
                : 'codebook.newCode',
        )}
        onDone={(name) => {
          useTree.setState({ creating: null });
          if (name !== null) void createHere(creating, name);
        }}
      />
    </div>
  );
}
