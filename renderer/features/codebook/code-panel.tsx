import { Columns3, Plus } from 'lucide-react';
import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { keysOf } from '../../app/shortcut-list.ts';
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
import { ManyBar } from './many-bar.tsx';
import { ManyItems } from './many-menu.tsx';
import { CodebookDialogs } from './codebook-dialogs.tsx';
import { chosenCodes, chosenRows } from './tree-choice.ts';
import { isFiltering } from './tree-filter.ts';
import { FilterLine, FilterMenu, OrderMenu } from './tree-menus.tsx';
import type { CodeRow, TreeRow } from './tree-rows.ts';
import { openTree, startCreating, useTree } from './tree-state.ts';
import { useTreeRows } from './use-tree-rows.ts';
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
  const filter = useCoder((state) => state.filter);
  const rows = useTreeRows(data, filter);
  const choice = useTree((state) => state.choice);
  const chosen = { rows: chosenRows(rows, choice), codes: chosenCodes(rows, choice) };
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
        <IconButton
          label={t('hypotheses.openBoard')}
          icon={Columns3}
          size="small"
          shortcut={keysOf('app.hypotheses')}
          onPress={() => useNavigation.getState().show('hypotheses')}
        />
        <FilterMenu data={data} />
        <OrderMenu />
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
      <FilterLine data={data} />
      <CodeTree
        data={data}
        inHandId={inHandId}
        rows={rows}
        shift={rows.some((row) => row.kind !== 'code') ? 0 : 1}
        onMenu={(row, x, y) => setMenu({ row, x, y })}
      />
      {rows.length === 0 && data.listed && <EmptyTree filter={filter} />}
      <ContextMenu at={menu} onClose={() => setMenu(null)} label={t('codebook.actions', { name: '' })}>
        {menu !== null && chosen.codes.length > 1 && choice.has(menu.row.key) && (
          <ManyItems {...chosen} data={data} onLook={setLooking} />
        )}
        {menu !== null && !(chosen.codes.length > 1 && choice.has(menu.row.key)) && (
          <RowMenuItems
            row={menu.row}
            rows={rows}
            data={data}
            onLook={setLooking}
            onDefine={(code) => setDefining(code.id)}
          />
        )}
      </ContextMenu>
      <ManyBar {...chosen} onLook={setLooking} />
      <LookPopover row={looking} chosen={chosen.codes} data={data} onClose={() => setLooking(null)} />
      <DefinitionDialog
        code={defining === null ? null : (data.codeOf.get(defining) ?? null)}
        onClose={() => setDefining(null)}
      />
      <HypothesisDialog />
      <CodebookDialogs data={data} />
    </div>
  );
});

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
      shortcut={keysOf('coder.filterCodes')}
      value={filter}
      onChange={(value) => {
        useTree.setState({ madeId: null });
        useCoder.setState({ filter: value });
      }}
      inputRef={input}
    />
  );
}

function EmptyTree({ filter }: { readonly filter: string }): ReactNode {
  const { t } = useI18n();
  const narrowed = useTree((state) => isFiltering(state.filter));
  return (
    <div className="code-tree code-empty">
      {narrowed ? (
        <p>{t('codebook.nothingLeft')}</p>
      ) : filter === '' ? (
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
