import {
  ArrowDown,
  ArrowDownUp,
  ArrowUp,
  Bookmark,
  Columns2,
  PanelLeft,
  Pencil,
  Plus,
  Trash2,
} from 'lucide-react';
import { memo, useMemo, useState, type ReactNode } from 'react';
import type { DocumentSummary } from '../../../src/documents/contract.ts';
import { useNavigation } from '../../app/navigation.ts';
import { keysOf } from '../../app/shortcut-list.ts';
import { useCall } from '../../app/use-call.ts';
import { openImport } from '../../app/windows.ts';
import { toggleSidebar } from '../coder/toggle-sidebar.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ContextMenu, MenuButton, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { membersAmong } from '../sets/match-set.ts';
import { SetPill } from '../sets/set-pill.tsx';
import { openSets } from '../sets/sets-dialog-state.ts';
import { useSets } from '../sets/use-sets.ts';
import { askToDelete } from './delete-dialog-state.ts';
import { moveDocument } from './document-commands.ts';
import { DocumentList } from './document-list.tsx';
import './documents.css';

export type DocumentOrder = 'project' | 'name' | 'segments';

interface MenuState {
  readonly document: DocumentSummary;
  readonly x: number;
  readonly y: number;
}

/** The documents of the project, in its order or another. */
export const DocumentPanel = memo(function DocumentPanel({
  openId,
}: {
  readonly openId: number | null;
}): ReactNode {
  const { t, compare, number } = useI18n();
  const documents = useCall('documents.list', {}).data;
  const [order, setOrder] = useState<DocumentOrder>('project');
  const [renaming, setRenaming] = useState<number | null>(null);
  const [menu, setMenu] = useState<MenuState | null>(null);
  const [setId, setSetId] = useState<number | null>(null);
  const sets = useSets('documents');
  const set = sets.find(({ id }) => id === setId);
  const ids = useMemo(() => (documents ?? []).map(({ id }) => id), [documents]);
  const members = useMemo(() => (set === undefined ? null : new Set(membersAmong(set, ids))), [set, ids]);
  const shown = useMemo(() => {
    const all = (documents ?? []).filter(({ id }) => members?.has(id) ?? true);
    if (order === 'name') return all.toSorted((a, b) => compare(a.name, b.name));
    if (order === 'segments') return all.toSorted((a, b) => b.codings - a.codings || a.position - b.position);
    return all;
  }, [documents, order, compare, members]);
  const orders: readonly DocumentOrder[] = ['project', 'name', 'segments'];
  const names = {
    project: t('documents.orderProject'),
    name: t('documents.orderName'),
    segments: t('documents.orderSegments'),
  };
  return (
    <div className="document-panel">
      <header className="panel-head">
        <h2 className="panel-title">{t('documents.title')}</h2>
        <span className="panel-count">{number(shown.length)}</span>
        <span className="panel-space" />
        <MenuButton
          trigger={<IconButton label={t('documents.order')} icon={ArrowDownUp} size="small" />}
          label={t('documents.order')}
        >
          {orders.map((id) => (
            <MenuItem key={id} label={names[id]} checked={order === id} onAction={() => setOrder(id)} />
          ))}
          <MenuSeparator />
          <MenuItem label={t('sets.manage')} icon={Bookmark} onAction={() => openSets('documents')} />
        </MenuButton>
        <IconButton
          label={t('documents.import')}
          icon={Plus}
          size="small"
          shortcut="Mod+I"
          onPress={() => openImport()}
        />
        <IconButton
          label={t('coder.hideSidebar')}
          icon={PanelLeft}
          size="small"
          shortcut={keysOf('coder.sidebar')}
          onPress={toggleSidebar}
        />
      </header>
      {sets.length > 0 && (
        <div className="document-sets">
          <SetPill
            kind="documents"
            choices={ids}
            chosen={members}
            onChoose={(_ids, chosen) => setSetId(chosen?.id ?? null)}
          />
        </div>
      )}
      <DocumentList
        documents={shown}
        openId={openId}
        canMove={order === 'project' && members === null}
        renaming={renaming}
        onRenaming={setRenaming}
        onMenu={(document, x, y) => setMenu({ document, x, y })}
      />
      <ContextMenu
        at={menu}
        onClose={() => setMenu(null)}
        label={menu === null ? '' : t('documents.actions', { name: menu.document.name })}
      >
        {menu !== null && (
          <DocumentMenuItems
            document={menu.document}
            documents={shown}
            canMove={order === 'project' && members === null}
            onRename={() => setRenaming(menu.document.id)}
          />
        )}
      </ContextMenu>
    </div>
  );
});

interface ItemsProps {
  readonly document: DocumentSummary;
  readonly documents: readonly DocumentSummary[];
  readonly canMove: boolean;
  readonly onRename: () => void;
}

function DocumentMenuItems({ document, documents, canMove, onRename }: ItemsProps): ReactNode {
  const { t } = useI18n();
  const at = documents.findIndex((other) => other.id === document.id);
  return (
    <>
      <MenuItem
        label={t('documents.openBeside')}
        icon={Columns2}
        shortcut={keysOf('list.openBeside')}
        onAction={() => useNavigation.getState().openBeside(document.id)}
      />
      <MenuItem
        label={t('documents.rename')}
        icon={Pencil}
        shortcut={keysOf('tree.rename')}
        onAction={onRename}
      />
      <MenuItem
        label={t('documents.moveUp')}
        icon={ArrowUp}
        shortcut="Alt+ArrowUp"
        isDisabled={!canMove || at <= 0}
        onAction={() => void moveDocument(documents, document.id, at - 1)}
      />
      <MenuItem
        label={t('documents.moveDown')}
        icon={ArrowDown}
        shortcut="Alt+ArrowDown"
        isDisabled={!canMove || at >= documents.length - 1}
        onAction={() => void moveDocument(documents, document.id, at + 1)}
      />
      <MenuSeparator />
      <MenuItem
        label={`${t('documents.remove')}…`}
        icon={Trash2}
        tone="danger"
        shortcut="Delete"
        onAction={() => askToDelete(document)}
      />
    </>
  );
}
