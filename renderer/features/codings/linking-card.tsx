import { X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { Autocomplete, Menu, MenuItem } from 'react-aria-components';
import type { CodingEnd, LinkKind } from '../../../src/codings/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { SearchField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { codeColour } from '../../ui/mark.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { ViewRef } from '../coder/actions.ts';
import { useCoder, type Linking } from '../coder/state.ts';
import type { CodingData } from '../coder/use-coding-data.ts';
import { linkTo, stopLinking } from './link-actions.ts';
import { nearestCodings } from './relations.ts';
import { endsOf } from './segment-ends.ts';
import { SegmentLine } from './segment-line.tsx';
import './links.css';

interface LinkingCardProps {
  readonly data: CodingData;
  readonly view: ViewRef;
  readonly linking: Linking;
}

/** How many segments are offered at once. */
const OFFERED = 40;

/** A segment waits for the one to link it to: clicked in the text, or chosen here among those near or found by words. */
export function LinkingCard({ data, view, linking }: LinkingCardProps): ReactNode {
  const { t } = useI18n();
  const [query, setQuery] = useState('');
  const near = useNear(data, linking);
  const typed = query.trim();
  const answer = useCall(
    'search.segments',
    { text: typed, limit: OFFERED },
    { enabled: typed !== '', keepPrevious: true },
  ).data;
  const isSearching = typed !== '' && answer !== undefined;
  const offered = isSearching
    ? answer.segments.filter(({ codingId }) => codingId !== linking.from.codingId)
    : near;
  const count = isSearching ? t('links.found', { count: offered.length }) : t('links.near');
  const code = data.codeOf.get(linking.from.codeId);
  const leave = (): void => {
    stopLinking();
    view.current?.focus();
  };
  return (
    <div
      className="linking"
      data-own-keys
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        leave();
      }}
    >
      <header className="card-head">
        <h2 className="card-title">{t('links.title')}</h2>
        <IconButton label={t('links.cancel')} icon={X} size="small" shortcut="Escape" onPress={leave} />
      </header>
      <div className="linking-body">
        <div className="linking-source" style={code === undefined ? {} : codeColour(code.colour)}>
          <SegmentLine segment={linking.from} codeOf={data.codeOf} />
        </div>
        <Segmented<LinkKind>
          label={t('links.kind')}
          value={linking.kind}
          fill
          options={[
            { id: 'explains', label: t('links.kindExplains') },
            { id: 'contradicts', label: t('links.kindContradicts') },
            { id: 'continues', label: t('links.kindContinues') },
          ]}
          onChange={(kind) => {
            if (kind !== null) useCoder.setState({ linking: { ...linking, kind } });
          }}
        />
        <p className="linking-hint">{t('links.hint')}</p>
        <Autocomplete inputValue={query} onInputChange={setQuery}>
          <SearchField label={t('links.find')} value={query} onChange={setQuery} autoFocus />
          <p className="linking-count" role="status">
            {count}
            {isSearching && answer.isMore && ` · ${t('links.more')}`}
          </p>
          <Menu
            className="menu linking-list"
            aria-label={count}
            items={offered.map((segment) => ({ id: segment.codingId, segment }))}
            dependencies={[data.codeOf]}
            renderEmptyState={() => (
              <p className="card-empty">{t(isSearching ? 'links.nothing' : 'links.nothingNear')}</p>
            )}
            onAction={(key) => {
              const chosen = offered.find(({ codingId }) => codingId === key);
              if (chosen === undefined) return;
              void linkTo(chosen);
              view.current?.focus();
            }}
          >
            {({ id, segment }) => (
              <MenuItem id={id} textValue={segment.excerpt} className="menu-item">
                <SegmentLine segment={segment} codeOf={data.codeOf} />
              </MenuItem>
            )}
          </Menu>
        </Autocomplete>
      </div>
    </div>
  );
}

/** The segments nearest to the waiting one; in another document, to the place one reads. */
function useNear(data: CodingData, { from }: Linking): readonly CodingEnd[] {
  const readingAt = useCoder((state) => state.readingAt);
  const isHere = data.documentId === from.documentId;
  const [start, end] = isHere ? [from.start, from.end] : [readingAt, readingAt];
  return useMemo(
    () =>
      endsOf(
        data,
        nearestCodings(data.codings, { start, end }, OFFERED + 1).filter(({ id }) => id !== from.codingId),
      ),
    [data, start, end, from.codingId],
  );
}
