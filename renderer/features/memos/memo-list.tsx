import type { ReactNode } from 'react';
import { GridList, GridListItem, GridListLoadMoreItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { MemoSummary } from '../../../src/memos/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { goToMemoPlace } from './go-to.ts';
import { KIND_ICONS } from './kinds.ts';
import { PAGE, useMemosView } from './state.ts';

const ROW = 68;

/** The memos found; only the rows in view are drawn. Enter, or a second click, goes where a memo belongs. */
export function MemoList({
  memos,
  total,
}: {
  readonly memos: readonly MemoSummary[];
  readonly total: number;
}): ReactNode {
  const { t } = useI18n();
  const memoId = useMemosView((state) => state.memoId);
  const isMore = memos.length < total;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW }}>
      <GridList
        className="memos-list"
        aria-label={t('memos.list')}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={memoId === null ? [] : [memoId]}
        onSelectionChange={(keys) => {
          if (keys === 'all') return;
          for (const key of keys) useMemosView.setState({ memoId: Number(key) });
        }}
        onAction={(key) => {
          const memo = memos.find(({ id }) => id === key);
          if (memo !== undefined) goToMemoPlace(memo);
        }}
      >
        {memos.map((memo) => (
          <GridListItem key={memo.id} id={memo.id} textValue={memo.title} className="memos-row">
            <Row memo={memo} />
          </GridListItem>
        ))}
        {isMore && (
          <GridListLoadMoreItem onLoadMore={() => useMemosView.setState({ limit: memos.length + PAGE })} />
        )}
      </GridList>
    </Virtualizer>
  );
}

function Row({ memo }: { readonly memo: MemoSummary }): ReactNode {
  const { t, date } = useI18n();
  const Icon = KIND_ICONS[memo.kind];
  return (
    <>
      <span className="memos-row-line">
        <Icon size={14} aria-hidden />
        <span className="memos-row-title">{memo.title}</span>
        <time dateTime={memo.modifiedAt}>{date(memo.modifiedAt)}</time>
      </span>
      <span className="memos-row-about">
        {[t(`memos.kind_${memo.kind}`), memo.targetName, memo.coderName].filter(Boolean).join(' · ')}
      </span>
      <span className="memos-row-excerpt">{memo.excerpt}</span>
    </>
  );
}
