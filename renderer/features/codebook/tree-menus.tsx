import { Bookmark, History, ListFilter, ListTree } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { MenuButton, MenuItem, MenuSection, MenuSeparator, Submenu } from '../../ui/menu.tsx';
import { useCoder } from '../coder/state.ts';
import type { Codebook } from '../coder/use-coding-data.ts';
import { openSets } from '../sets/sets-dialog-state.ts';
import { openCodebookDialog } from './dialog-state.ts';
import { isFiltering, NO_FILTER, treeMatcher } from './tree-filter.ts';
import { TREE_SORTS, type TreeSort } from './tree-sort.ts';
import { setFilter, setOrder, setSort, startCreating, useTree } from './tree-state.ts';

const SORT_LABELS: Readonly<Record<TreeSort, MessageKey>> = {
  hand: 'codebook.sortHand',
  name: 'codebook.sortName',
  n: 'codebook.sortN',
  first: 'codebook.sortFirst',
};

/** By hypothesis or by tree, and the order among siblings. */
export function OrderMenu(): ReactNode {
  const { t } = useI18n();
  const order = useTree((state) => state.order);
  const sort = useTree((state) => state.sort);
  return (
    <MenuButton
      trigger={
        <IconButton
          label={t('codebook.order')}
          icon={ListTree}
          size="small"
          {...(sort === 'hand' ? {} : { active: true })}
        />
      }
      label={t('codebook.view')}
    >
      <MenuSection title={t('codebook.order')}>
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
      </MenuSection>
      <MenuSeparator />
      <MenuSection title={t('codebook.sort')}>
        {TREE_SORTS.map((each) => (
          <MenuItem
            key={each}
            label={t(SORT_LABELS[each])}
            checked={sort === each}
            onAction={() => setSort(each)}
          />
        ))}
      </MenuSection>
      <MenuSeparator />
      <MenuItem
        label={t('codebook.versionsOpen')}
        icon={History}
        onAction={() => openCodebookDialog({ kind: 'versions' })}
      />
    </MenuButton>
  );
}

/** Limits the tree to a hypothesis, a colour, or what is unused. */
export function FilterMenu({ data }: { readonly data: Codebook }): ReactNode {
  const { t } = useI18n();
  const filter = useTree((state) => state.filter);
  const sets = (useCall('sets.list', {}).data ?? []).filter((set) => set.kind === 'codes');
  const colours = [...new Set(data.codes.map((code) => code.colour))].toSorted((a, b) => a - b);
  return (
    <MenuButton
      trigger={
        <IconButton
          label={t('codebook.narrow')}
          icon={ListFilter}
          size="small"
          active={isFiltering(filter)}
        />
      }
      label={t('codebook.narrow')}
    >
      {data.hypotheses.length > 0 && (
        <Submenu label={t('codebook.narrowHypothesis')}>
          {data.hypotheses.map(({ id, label, title }) => (
            <MenuItem
              key={id}
              label={`${label} ${title}`}
              checked={filter.hypothesisId === id}
              onAction={() => setFilter({ hypothesisId: filter.hypothesisId === id ? null : id })}
            />
          ))}
          <MenuItem
            label={t('codebook.unmapped')}
            checked={filter.hypothesisId === 'none'}
            onAction={() => setFilter({ hypothesisId: filter.hypothesisId === 'none' ? null : 'none' })}
          />
        </Submenu>
      )}
      <Submenu label={t('codebook.narrowColour')}>
        {colours.map((colour) => (
          <MenuItem
            key={colour}
            label={t(`codebook.colour${colour}` as MessageKey)}
            lead={<Mark colour={colour} shape="round" />}
            checked={filter.colour === colour}
            onAction={() => setFilter({ colour: filter.colour === colour ? null : colour })}
          />
        ))}
      </Submenu>
      {sets.length > 0 && (
        <Submenu label={t('codebook.narrowSet')}>
          {sets.map(({ id, name }) => (
            <MenuItem
              key={id}
              label={name}
              checked={filter.setId === id}
              onAction={() => setFilter({ setId: filter.setId === id ? null : id })}
            />
          ))}
        </Submenu>
      )}
      <MenuItem
        label={t('codebook.narrowUnused')}
        checked={filter.unused}
        onAction={() => setFilter({ unused: !filter.unused })}
      />
      <MenuItem label={t('sets.manage')} onAction={() => openSets('codes')} />
      <MenuItem
        label={t('codebook.narrowNothing')}
        isDisabled={!isFiltering(filter)}
        onAction={() => setFilter(NO_FILTER)}
      />
    </MenuButton>
  );
}

/** What the tree is limited to, each to be taken off. */
export function FilterLine({ data }: { readonly data: Codebook }): ReactNode {
  const { t } = useI18n();
  const filter = useTree((state) => state.filter);
  const sets = useCall('sets.list', {}).data;
  if (!isFiltering(filter)) return null;
  const keep = (): void => {
    const matches = treeMatcher(useCoder.getState().filter, filter, data);
    const codeIds = data.codes.filter((code) => matches?.(code) ?? true).map(({ id }) => id);
    startCreating({
      parentKey: null,
      parentId: null,
      hypothesisId: null,
      groupId: null,
      kind: 'set',
      codeIds,
    });
  };
  const set = sets?.find((each) => each.id === filter.setId);
  const hypothesis = data.hypotheses.find((each) => each.id === filter.hypothesisId);
  const names = [
    ...(filter.hypothesisId === 'none' ? [t('codebook.unmapped')] : []),
    ...(hypothesis === undefined ? [] : [hypothesis.label]),
    ...(filter.colour === null ? [] : [t(`codebook.colour${filter.colour}` as MessageKey)]),
    ...(set === undefined ? [] : [set.name]),
    ...(filter.unused ? [t('codebook.narrowUnused')] : []),
  ];
  return (
    <div className="filter-line" role="status">
      <span>{names.join(' · ')}</span>
      {filter.setId === null && (
        <IconButton label={t('sets.keep')} icon={Bookmark} size="small" onPress={keep} />
      )}
      <Button size="small" variant="quiet" onPress={() => setFilter(NO_FILTER)}>
        {t('codebook.narrowNothing')}
      </Button>
    </div>
  );
}
