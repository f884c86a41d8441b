import { StickyNote } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Region } from '../../app/region.tsx';
import { useSession } from '../../app/session.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MenuButton, MenuItem } from '../../ui/menu.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { MemoConditions } from './memo-conditions.tsx';
import { MemoDetail } from './memo-detail.tsx';
import { MemoList } from './memo-list.tsx';
import { clearConditions, searchOf, useMemosView } from './state.ts';
import './memos.css';

/** Every memo of the project: the list with its conditions, and the memo in hand beside it. */
export function MemosScreen(): ReactNode {
  const { t } = useI18n();
  return (
    <SplitPane
      name="memos"
      label={t('memos.list')}
      direction="columns"
      initial={420}
      min={340}
      max={640}
      first={<AllMemos />}
      second={<MemoInHand />}
    />
  );
}

function AllMemos(): ReactNode {
  const { t, number } = useI18n();
  const view = useMemosView();
  const isReadOnly = useSession((state) => state.project?.readOnly ?? false);
  const found = useCall('memos.search', searchOf(view), { keepPrevious: true }).data;
  if (found === undefined) return <div />;
  return (
    <Region name={t('memos.list')} className="memos-side">
      <header className="memos-head">
        <div className="memos-head-line">
          <h1>{t('memos.memos')}</h1>
          <output className="memos-count">
            {found.total === found.all
              ? t('memos.count', { count: found.all })
              : t('memos.countOf', { shown: number(found.total), all: number(found.all) })}
          </output>
          {!isReadOnly && <Create />}
        </div>
        <MemoConditions authors={found.authors} />
      </header>
      {found.memos.length > 0 && <MemoList memos={found.memos} total={found.total} />}
      {found.memos.length === 0 &&
        (found.all === 0 ? (
          <EmptyState text={t('memos.empty')} />
        ) : (
          <EmptyState
            text={t('memos.nothingFound')}
            action={<Button onPress={clearConditions}>{t('memos.clear')}</Button>}
          />
        ))}
    </Region>
  );
}

function Create(): ReactNode {
  const { t } = useI18n();
  return (
    <MenuButton
      label={t('memos.create')}
      trigger={
        <Button icon={StickyNote} menu>
          {t('memos.create')}
        </Button>
      }
    >
      <MenuItem label={t('memos.createFree')} onAction={() => void create('free')} />
      <MenuItem label={t('memos.createProject')} onAction={() => void create('project')} />
    </MenuButton>
  );
}

/** Makes a memo and takes it in hand; conditions that would hide it go. */
async function create(kind: 'free' | 'project'): Promise<void> {
  const made = await runCommand('memos.create', {
    title: i18nNow().t('memos.newTitle'),
    body: '',
    target: { kind },
  });
  if (!made.ok) return;
  clearConditions();
  useMemosView.setState({ memoId: made.value.memoId });
}

function MemoInHand(): ReactNode {
  const { t } = useI18n();
  const memoId = useMemosView((state) => state.memoId);
  const memo = useCall('memos.get', { memoId: memoId ?? 0 }, { enabled: memoId !== null }).data;
  const isGone = memoId !== null && memo === null;
  useEffect(() => {
    // Taken back by undo, or removed elsewhere.
    if (isGone) useMemosView.setState({ memoId: null });
  }, [isGone]);
  return (
    <Region name={t('memos.text')} className="memos-detail">
      {memoId !== null && memo != null ? (
        <MemoDetail key={memo.id} memo={memo} />
      ) : (
        <EmptyState text={t('memos.choose')} />
      )}
    </Region>
  );
}
