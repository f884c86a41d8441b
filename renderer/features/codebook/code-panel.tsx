import { ListTree, Plus } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { fold } from '../../../src/text/fold.ts';
import { useSession } from '../../app/session.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ContextMenu, MenuButton, MenuItem } from '../../ui/menu.tsx';
import { useCoder } from '../coder/state.ts';
import type { Codebook } from '../coder/use-coding-data.ts';
import { HypothesisDialog } from '../hypotheses/hypothesis-dialog.tsx';
import { useHypothesisDialog } from '../hypotheses/hypothesis-dialog-state.ts';
import { CodeTree } from './code-tree.tsx';
import { DefinitionDialog } from './definition-dialog.tsx';
import { LookPopover } from './look-popover.tsx';
import { RowMenuItems } from './row-menu.tsx';
import {
  flattenTree,
  hypothesisOrderNodes,
  treeOrderNodes,
  type CodeRow,
  type TreeRow,
} from './tree-rows.ts';
import { openTree, setOrder, startCreating, useTree } from './tree-state.ts';
import './codebook.css';

interface MenuState {
  readonly row: TreeRow;
  readonly x: number;
  readonly y: number;
}

export interface CodePanelProps {
  readonly data: Codebook;
  /** The code of the coding in hand. */
  readonly inHandId: number | null;
}

/** The codes: filter, tree in either order, and what can be done with a row. Drawn again only when they change. */
export const CodePanel = memo(function CodePanel({ data, inHandId }: CodePanelProps): ReactNode {
  const { t, number } = useI18n();
  const project = useSession((state) => state.project?.guid ?? null);
  useEffect(() => {
    if (project !== null) openTree(project);
  }, [project]);
  const order = useTree((state) => state.order);
  const filter = useCoder((state) => state.filter);
  const rows = useRows(data, filter);
  const [menu, setMenu] = useState<MenuState | null>(null);
  const [looking, setLooking] = useState<CodeRow | null>(null);
  const [defining, setDefining] = useState<number | null>(null);
  const newHypothesis = useHypothesisDialog((state) => state.create);
  const start = (kind: 'code' | 'folder'): void =>
    startCreating({ parentKey: null, parentId: null, hypothesisId: null, groupId: null, kind });
  return (
    <div className="code-panel">
      <header className="panel-head">
        <h2 className="panel-title">{t('codebook.title')}</h2>
        <span className="panel-count">{number(data.codes.length)}</span>
        <span className="panel-space" />
        <MenuButton
          trigger={<IconButton label={t('codebook.order')} icon={ListTree} size="small" />}
          label={t('codebook.order')}
        >
          <MenuItem
            label={t('codebook.orderHypothesis')}
            checked={order === 'hypothesis'}
            onAction={() => setOrder('hypothesis')}
          />
          <MenuItem
            label={t('codebook.orderTree')}
            checked={order === 'tree'}
            onAction={() => setOrder('tree')}
          />
        </MenuButton>
        <MenuButton
          trigger={<IconButton label={t('codebook.add')} icon={Plus} size="small" />}
          label={t('codebook.add')}
        >
          <MenuItem label={t('codebook.newCode')} onAction={() => start('code')} />
          <MenuItem label={t('codebook.newFolder')} onAction={() => start('folder')} />
          <MenuItem label={t('codebook.newHypothesis')} onAction={newHypothesis} />
        </MenuButton>
      </header>
      <CodeFilter />
      <CodeTree
        data={data}
        inHandId={inHandId}
        rows={rows}
        shift={order === 'tree' || data.hypotheses.length === 0 ? 1 : 0}
        onMenu={(row, x, y) => setMenu({ row, x, y })}
      />
      {rows.length === 0 && data.listed && <EmptyTree filter={filter} />}
      <ContextMenu at={menu} onClose={() => setMenu(null)} label={t('codebook.actions', { name: '' })}>
        {menu !== null && (
          <RowMenuItems
            row={menu.row}
            rows={rows}
            data={data}
            onLook={setLooking}
            onDefine={(code) => setDefining(code.id)}
          />
        )}
      </ContextMenu>
      <LookPopover row={looking} data={data} onClose={() => setLooking(null)} />
      <DefinitionDialog
        code={defining === null ? null : (data.codeOf.get(defining) ?? null)}
        onClose={() => setDefining(null)}
      />
      <HypothesisDialog />
    </div>
  );
});

function useRows(data: Codebook, filter: string): readonly TreeRow[] {
  const order = useTree((state) => state.order);
  const collapsed = useTree((state) => state.collapsed);
  const { codes, hypotheses } = data;
  const nodes = useMemo(
    () => (order === 'tree' ? treeOrderNodes(codes) : hypothesisOrderNodes(codes, hypotheses)),
    [order, codes, hypotheses],
  );
  return useMemo(() => {
    const query = fold(filter.trim()).folded;
    if (query === '') return flattenTree(nodes, collapsed);
    const names = new Map(codes.map((code) => [code.id, fold(code.name).folded]));
    return flattenTree(nodes, collapsed, (code) => names.get(code.id)?.includes(query) === true);
  }, [nodes, collapsed, filter, codes]);
}

function CodeFilter(): ReactNode {
  const { t } = useI18n();
  const filter = useCoder((state) => state.filter);
  const input = useRef<HTMLInputElement>(null);
  useShortcut('coder.filterCodes', () => {
    input.current?.focus();
    input.current?.select();
  });
  return (
    <SearchField
      label={t('codebook.filter')}
      className="code-filter"
      shortcut="F"
      value={filter}
      onChange={(value) => useCoder.setState({ filter: value })}
      inputRef={input}
    />
  );
}

function EmptyTree({ filter }: { readonly filter: string }): ReactNode {
  const { t } = useI18n();
  return (
    <div className="code-tree code-empty">
      {filter === '' ? (
        <p>{t('codebook.empty')}</p>
      ) : (
        <>
          <p>{t('codebook.noMatch', { query: filter })}</p>
          <Button size="small" onPress={() => useCoder.setState({ filter: '' })}>
            {t('codebook.clearFilter')}
          </Button>
        </>
      )}
    </div>
  );
}
