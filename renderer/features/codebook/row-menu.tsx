import {
  ArrowDown,
  ArrowUp,
  BookOpen,
  Combine,
  CornerLeftUp,
  FolderTree,
  Link,
  Palette,
  Pencil,
  Plus,
  Quote,
  Replace,
  Split,
  Tag,
  TextQuote,
  Trash2,
  Unlink,
  WandSparkles,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Code } from '../../../src/codebook/contract.ts';
import { openAutoCode } from '../../app/windows.ts';
import { useNavigation } from '../../app/navigation.ts';
import { runCommand } from '../../app/use-command.ts';
import { keysOf } from '../../app/shortcut-list.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { MenuItem, MenuSeparator, Submenu } from '../../ui/menu.tsx';
import { applyToHand } from '../coder/actions.ts';
import type { Codebook } from '../coder/use-coding-data.ts';
import { removeGroup, removeHypothesis } from '../hypotheses/hypothesis-commands.ts';
import { useHypothesisDialog } from '../hypotheses/hypothesis-dialog-state.ts';
import { placeName } from '../hypotheses/place-name.ts';
import { removeCodes, runTreeAction } from './code-commands.ts';
import { openCodebookDialog } from './dialog-state.ts';
import { QuickMenu } from './quick-menu.tsx';
import { stepAction } from './tree-drop.ts';
import type { CodeRow, GroupRow, HypothesisRow, TreeRow } from './tree-rows.ts';
import { startCreating, useTree } from './tree-state.ts';
import { childPlace } from './use-tree-keys.ts';

export interface RowMenuProps {
  readonly row: TreeRow;
  readonly rows: readonly TreeRow[];
  readonly data: Codebook;
  readonly onLook: (row: CodeRow) => void;
  readonly onDefine: (code: Code) => void;
}

/** What can be done with a row of the tree. */
export function RowMenuItems(props: RowMenuProps): ReactNode {
  switch (props.row.kind) {
    case 'code':
      return <CodeItems {...props} row={props.row} />;
    case 'hypothesis':
      return <HypothesisItems {...props} row={props.row} />;
    case 'group':
      return <GroupItems row={props.row} />;
    case 'unmapped':
      return null;
  }
}

function CodeItems({
  row,
  rows,
  data,
  onLook,
  onDefine,
}: RowMenuProps & { readonly row: CodeRow }): ReactNode {
  const { t } = useI18n();
  const { code } = row;
  const openQuotations = useNavigation((state) => state.openQuotations);
  const place = placeName(data.hypotheses, row.hypothesisId, row.groupId, t);
  return (
    <>
      {!code.isFolder && (
        <MenuItem
          label={t('codebook.apply')}
          icon={Tag}
          shortcut="Enter"
          onAction={() => void applyToHand(code.id)}
        />
      )}
      {!code.isFolder && !data.readOnly && <QuickMenu codeId={code.id} codeOf={data.codeOf} />}
      {!code.isFolder && (
        <MenuItem
          label={t('autoCoding.open')}
          icon={WandSparkles}
          onAction={() => openAutoCode({ codePath: code.path })}
        />
      )}
      <MenuItem
        label={t('codebook.quotations')}
        icon={Quote}
        onAction={() => openQuotations({ codeIds: [code.id] })}
      />
      <MenuSeparator />
      <MenuItem
        label={t('codebook.rename')}
        icon={Pencil}
        shortcut={keysOf('tree.rename')}
        onAction={() => useTree.setState({ renamingKey: row.key })}
      />
      <MenuItem label={t('codebook.look')} icon={Palette} onAction={() => onLook(row)} />
      <MenuItem label={t('codebook.definition')} icon={BookOpen} onAction={() => onDefine(code)} />
      {!code.isFolder && (
        <MenuItem
          label={t('codebook.takeExampleFrom')}
          icon={TextQuote}
          onAction={() => openCodebookDialog({ kind: 'example', codeId: code.id })}
        />
      )}
      <MenuItem
        label={t('codebook.folder')}
        icon={FolderTree}
        checked={code.isFolder}
        onAction={() => void runCommand('codes.update', { codeId: code.id, isFolder: !code.isFolder })}
      />
      <MenuSeparator />
      <MenuItem
        label={t('codebook.newChild')}
        icon={Plus}
        onAction={() => startCreating({ parentKey: row.key, ...childPlace(row), kind: 'code' })}
      />
      {data.hypotheses.length > 0 && (
        <Submenu label={t('codebook.mapTo')} icon={Link}>
          <MapItems row={row} data={data} />
        </Submenu>
      )}
      {row.mappingId !== null && place !== null && (
        <MenuItem
          label={t('codebook.unmap', { place })}
          icon={Unlink}
          onAction={() => {
            if (row.mappingId !== null)
              void runTreeAction({ call: 'hypotheses.unmap', input: { mappingId: row.mappingId } });
          }}
        />
      )}
      <MoveItems row={row} rows={rows} data={data} />
      {code.parentId !== null && (
        <MenuItem
          label={t('codebook.toRoot')}
          icon={CornerLeftUp}
          onAction={() =>
            void runTreeAction({
              call: 'codes.move',
              input: { codeId: code.id, parentId: null, position: data.codes.length },
            })
          }
        />
      )}
      <MenuSeparator />
      <MenuItem
        label={t('codebook.merge')}
        icon={Combine}
        onAction={() => openCodebookDialog({ kind: 'merge', codeIds: [code.id] })}
      />
      {!code.isFolder && (
        <MenuItem
          label={t('codebook.split')}
          icon={Split}
          onAction={() => openCodebookDialog({ kind: 'split', codeId: code.id })}
        />
      )}
      {!code.isFolder && (
        <MenuItem
          label={t('codebook.recode')}
          icon={Replace}
          onAction={() => openCodebookDialog({ kind: 'recode', codeId: code.id })}
        />
      )}
      <MenuSeparator />
      <MenuItem
        label={t('codebook.removeGiving')}
        icon={Trash2}
        onAction={() => openCodebookDialog({ kind: 'remove', codeIds: [code.id] })}
      />
      <MenuItem
        label={t('codebook.remove')}
        icon={Trash2}
        tone="danger"
        shortcut="Delete"
        onAction={() => void removeCodes([code])}
      />
    </>
  );
}

function MapItems({ row, data }: { readonly row: CodeRow; readonly data: Codebook }): ReactNode {
  const { t } = useI18n();
  return data.hypotheses.flatMap((hypothesis) =>
    [null, ...hypothesis.groups.map((group) => group.id)].map((groupId) => {
      const mapping = hypothesis.mappings.find(
        (m) => m.codeId === row.code.id && m.hypothesisGroupId === groupId,
      );
      const label =
        groupId === null
          ? `${hypothesis.label} ${hypothesis.title}`
          : (placeName(data.hypotheses, hypothesis.id, groupId, t) ?? '');
      return (
        <MenuItem
          key={`${hypothesis.id}-${groupId ?? 0}`}
          label={label}
          checked={mapping !== undefined}
          onAction={() =>
            void runTreeAction(
              mapping === undefined
                ? {
                    call: 'hypotheses.map',
                    input: { codeId: row.code.id, hypothesisId: hypothesis.id, hypothesisGroupId: groupId },
                  }
                : { call: 'hypotheses.unmap', input: { mappingId: mapping.id } },
            )
          }
        />
      );
    }),
  );
}

function MoveItems({
  row,
  rows,
  data,
}: {
  readonly row: TreeRow;
  readonly rows: readonly TreeRow[];
  readonly data: Codebook;
}): ReactNode {
  const { t } = useI18n();
  const up = stepAction(data.codes, rows, row.key, -1);
  const down = stepAction(data.codes, rows, row.key, 1);
  return (
    <>
      <MenuItem
        label={t('codebook.moveUp')}
        icon={ArrowUp}
        shortcut="Alt+ArrowUp"
        isDisabled={up === null}
        onAction={() => {
          if (up !== null) void runTreeAction(up);
        }}
      />
      <MenuItem
        label={t('codebook.moveDown')}
        icon={ArrowDown}
        shortcut="Alt+ArrowDown"
        isDisabled={down === null}
        onAction={() => {
          if (down !== null) void runTreeAction(down);
        }}
      />
    </>
  );
}

function HypothesisItems({ row, rows, data }: RowMenuProps & { readonly row: HypothesisRow }): ReactNode {
  const { t } = useI18n();
  const edit = useHypothesisDialog((state) => state.edit);
  const openQuotations = useNavigation((state) => state.openQuotations);
  const { hypothesis } = row;
  return (
    <>
      <MenuItem
        label={t('hypotheses.edit')}
        icon={Pencil}
        shortcut={keysOf('tree.rename')}
        onAction={() => edit(hypothesis)}
      />
      <MenuItem
        label={t('codebook.quotations')}
        icon={Quote}
        onAction={() => openQuotations({ hypothesisId: hypothesis.id })}
      />
      <MenuSeparator />
      <MenuItem
        label={t('codebook.newCode')}
        icon={Plus}
        onAction={() => startCreating({ parentKey: row.key, ...childPlace(row), kind: 'code' })}
      />
      <MenuItem
        label={t('hypotheses.newGroup')}
        icon={Plus}
        onAction={() => startCreating({ parentKey: row.key, ...childPlace(row), kind: 'group' })}
      />
      <MoveItems row={row} rows={rows} data={data} />
      <MenuSeparator />
      <MenuItem
        label={t('hypotheses.remove')}
        icon={Trash2}
        tone="danger"
        shortcut="Delete"
        onAction={() => void removeHypothesis(hypothesis)}
      />
    </>
  );
}

function GroupItems({ row }: { readonly row: GroupRow }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <MenuItem
        label={t('hypotheses.renameGroup')}
        icon={Pencil}
        shortcut={keysOf('tree.rename')}
        onAction={() => useTree.setState({ renamingKey: row.key })}
      />
      <MenuItem
        label={t('codebook.newCode')}
        icon={Plus}
        onAction={() => startCreating({ parentKey: row.key, ...childPlace(row), kind: 'code' })}
      />
      <MenuSeparator />
      <MenuItem
        label={t('hypotheses.removeGroup')}
        icon={Trash2}
        tone="danger"
        shortcut="Delete"
        onAction={() => void removeGroup(row.hypothesis, row.groupId, row.name)}
      />
    </>
  );
}
