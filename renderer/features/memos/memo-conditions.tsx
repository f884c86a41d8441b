import type { ReactNode } from 'react';
import { memoKinds } from './memo-kinds.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Field, SearchField } from '../../ui/field.tsx';
import { FilterPill } from '../../ui/filter-pill.tsx';
import { Select } from '../../ui/select.tsx';
import { PAGE, useMemosView, type MemosView } from './state.ts';

const ALL = 'all';

const set = (conditions: Partial<MemosView>): void => useMemosView.setState({ ...conditions, limit: PAGE });

/** What the list is limited to, and its order. */
export function MemoConditions({ authors }: { readonly authors: readonly string[] }): ReactNode {
  const { t } = useI18n();
  const view = useMemosView();
  return (
    <>
      <SearchField label={t('memos.search')} value={view.text} onChange={(text) => set({ text })} />
      <div className="memos-conditions">
        <Select
          label={t('memos.kind')}
          options={[
            { id: ALL, label: t('memos.all') },
            ...memoKinds.map((kind) => ({ id: kind, label: t(`memos.kind_${kind}`) })),
          ]}
          value={view.kind ?? ALL}
          onChange={(kind) => set({ kind: kind === ALL ? null : kind })}
        />
        <Select
          label={t('memos.author')}
          options={[{ id: '', label: t('memos.all') }, ...authors.map((name) => ({ id: name, label: name }))]}
          value={view.author ?? ''}
          onChange={(name) => set({ author: name === '' ? null : name })}
        />
        <Select
          label={t('memos.sort')}
          options={(['modified', 'created', 'title'] as const).map((id) => ({
            id,
            label: t(`memos.sort_${id}`),
          }))}
          value={view.sort}
          onChange={(sort) => set({ sort })}
        />
      </div>
      <div>
        <Days view={view} />
      </div>
    </>
  );
}

function Days({ view }: { readonly view: MemosView }): ReactNode {
  const { t, date } = useI18n();
  const day = (value: string): string => date(`${value}T12:00`);
  const value = [
    ...(view.since === '' ? [] : [t('memos.fromDay', { day: day(view.since) })]),
    ...(view.until === '' ? [] : [t('memos.untilDay', { day: day(view.until) })]),
  ].join(' ');
  return (
    <FilterPill
      label={t('memos.changed')}
      value={value === '' ? t('memos.anyTime') : value}
      isSet={value !== ''}
      onClear={() => set({ since: '', until: '' })}
    >
      <div className="memos-days">
        <Field label={t('memos.from')} type="date" value={view.since} onChange={(since) => set({ since })} />
        <Field label={t('memos.until')} type="date" value={view.until} onChange={(until) => set({ until })} />
      </div>
    </FilterPill>
  );
}
