import { useRef, type CSSProperties, type ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { NameInput } from '../coder/name-input.tsx';
import { applyToHand } from '../coder/actions.ts';
import { useCoder } from '../coder/state.ts';
import type { Codebook } from '../coder/use-coding-data.ts';
import { createHere } from './code-commands.ts';
import { placeOfRow } from './place-of-row.ts';
import { renameRow } from './rename-row.ts';
import type { TreeRow } from './tree-rows.ts';
import { TreeRowView } from './tree-row.tsx';
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
  const focusKey = useTree((state) => state.focusKey);
  const renamingKey = useTree((state) => state.renamingKey);
  const creating = useTree((state) => state.creating);
  const chosenId = useNavigation((state) => state.codeId);
  const currentId = inHandId ?? chosenId;
  const drag = useTreeDrag(data);
  const keys = useTreeKeys({ data, rows, root, onMenu });
  const tabStop = rows.some((row) => row.key === focusKey) ? focusKey : (rows[0]?.key ?? null);
  const focusRow = (key: string): void => {
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus(),
    );
  };
  const choose = (row: TreeRow): void => {
    useCoder.setState({ place: placeOfRow(row) });
    if (row.kind === 'code') useNavigation.getState().chooseCode(row.code.id);
    else if (row.hasChildren) setExpanded(row.key, !row.expanded);
  };
  return (
    <div
      ref={root}
      className="code-tree"
      role="tree"
      aria-label={t('codebook.tree')}
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
            isCurrent={row.kind === 'code' && row.code.id === currentId}
            isTabStop={row.key === tabStop}
            isRenaming={row.key === renamingKey}
            drop={drag.dropOn(row)}
            onToggle={() => setExpanded(row.key, !row.expanded)}
            onChoose={() => choose(row)}
            onApply={() => {
              if (row.kind === 'code') void applyToHand(row.code.id);
            }}
            onMenu={(x, y) => onMenu(row, x, y)}
            onRename={(name) => {
              useTree.setState({ renamingKey: null });
              if (name !== null) void renameRow(row, name);
              focusRow(row.key);
            }}
            onFocus={(event) => {
              if (event.target === event.currentTarget) useTree.setState({ focusKey: row.key });
            }}
            {...drag.handlers(row)}
          />
        </RowWithField>
      ))}
    </div>
  );
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
