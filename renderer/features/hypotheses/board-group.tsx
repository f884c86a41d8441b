import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { runCommand } from '../../app/use-command.ts';
import { isShortcut, keysOf } from '../../app/shortcut-list.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { NOverN } from '../../ui/figures.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { NameInput } from '../coder/name-input.tsx';
import type { GroupRow } from '../codebook/tree-rows.ts';
import { PlaceList } from './board-place.tsx';
import type { BoardColumn } from './board-model.ts';
import type { OpenCardMenu } from './card-menu.tsx';
import { removeGroup } from './hypothesis-commands.ts';
import type { BoardData } from './use-board.ts';

interface GroupProps {
  readonly data: BoardData;
  readonly group: BoardColumn['groups'][number];
  readonly onMenu: OpenCardMenu;
}

/** A named part of a hypothesis: its name, n over its codes, and its cards. */
export function GroupPart({ data, group, onMenu }: GroupProps): ReactNode {
  const { t } = useI18n();
  const [renaming, setRenaming] = useState(false);
  const { row } = group;
  const { readOnly } = data.book;
  const { hypothesis, groupId, name } = row;
  const n = data.figures(row)?.participantIds.length ?? 0;
  const keydown = (event: KeyboardEvent): void => {
    if (readOnly) return;
    if (isShortcut(event, 'tree.rename')) setRenaming(true);
    else if (event.altKey && event.key === 'ArrowUp') void moveGroup(row, -1);
    else if (event.altKey && event.key === 'ArrowDown') void moveGroup(row, 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      className="board-group"
      aria-label={t('hypotheses.place', { label: hypothesis.label, group: name })}
    >
      <header className="board-group-head">
        {renaming ? (
          <NameInput
            label={t('hypotheses.groupName')}
            value={name}
            onDone={(to) => {
              setRenaming(false);
              if (to !== null)
                void runCommand('hypotheses.renameGroup', { hypothesisGroupId: groupId, name: to });
            }}
          />
        ) : (
          <h3 className="board-group-name" onDoubleClick={() => setRenaming(!readOnly)}>
            {name}
          </h3>
        )}
        <NOverN n={n} total={data.participants.length} />
        <span onKeyDownCapture={keydown}>
          <GroupMenu data={data} row={row} onRename={() => setRenaming(true)} />
        </span>
      </header>
      <PlaceList
        data={data}
        place={group}
        label={t('hypotheses.codesOf', {
          label: t('hypotheses.place', { label: hypothesis.label, group: name }),
        })}
        empty={t('hypotheses.dropHere')}
        onMenu={onMenu}
      />
    </section>
  );
}

function GroupMenu({
  data,
  row,
  onRename,
}: {
  readonly data: BoardData;
  readonly row: GroupRow;
  readonly onRename: () => void;
}): ReactNode {
  const { t } = useI18n();
  const { hypothesis, groupId, name } = row;
  const at = placeInOrder(row);
  const { readOnly } = data.book;
  const label = t('codebook.actions', { name });
  return (
    <MenuButton
      trigger={<IconButton label={label} icon={Ellipsis} size="small" />}
      label={label}
      placement="bottom end"
    >
      <MenuItem
        label={t('hypotheses.renameGroup')}
        icon={Pencil}
        shortcut={keysOf('tree.rename')}
        isDisabled={readOnly}
        onAction={onRename}
      />
      <MenuItem
        label={t('codebook.moveUp')}
        icon={ArrowUp}
        shortcut="Alt+ArrowUp"
        isDisabled={readOnly || at === 0}
        onAction={() => void moveGroup(row, -1)}
      />
      <MenuItem
        label={t('codebook.moveDown')}
        icon={ArrowDown}
        shortcut="Alt+ArrowDown"
        isDisabled={readOnly || at === hypothesis.groups.length - 1}
        onAction={() => void moveGroup(row, 1)}
      />
      <MenuSeparator />
      <MenuItem
        label={t('hypotheses.removeGroup')}
        icon={Trash2}
        tone="danger"
        isDisabled={readOnly}
        onAction={() => void removeGroup(hypothesis, groupId, name)}
      />
    </MenuButton>
  );
}

function placeInOrder({ hypothesis, groupId }: GroupRow): number {
  return hypothesis.groups.toSorted((a, b) => a.position - b.position).findIndex(({ id }) => id === groupId);
}

/** One place up or down among the groups of its hypothesis. */
async function moveGroup(row: GroupRow, by: -1 | 1): Promise<void> {
  const to = placeInOrder(row) + by;
  if (to < 0 || to >= row.hypothesis.groups.length) return;
  await runCommand('hypotheses.moveGroup', { hypothesisGroupId: row.groupId, position: to });
}
