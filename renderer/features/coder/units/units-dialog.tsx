import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { GridList, GridListItem, GridListLoadMoreItem, ListLayout, Virtualizer } from 'react-aria-components';
import { IntervalIndex } from '../../../../src/text/intervals.ts';
import type { Unit } from '../../../../src/text/units.ts';
import { useI18n } from '../../../i18n/use-i18n.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { CodingData } from '../use-coding-data.ts';
import type { DocumentUnits } from './units-of-document.ts';
import { useUnits } from './units-store.ts';

const ROW = 66;
const PAGE = 300;
const MOST_CHIPS = 4;
/** As much of a unit as two lines can show. */
const LONGEST = 280;

interface UnitsDialogProps {
  readonly data: CodingData;
  readonly found: DocumentUnits & { readonly at: number };
  readonly onGo: (index: number) => void;
}

interface Row {
  readonly index: number;
  readonly unit: Unit;
}

/** The units as rows with their codes; Enter or a click goes to one in the text. */
export function UnitsDialog({ data, found, onGo }: UnitsDialogProps): ReactNode {
  const { t } = useI18n();
  const [shows, setShows] = useState<'all' | 'uncoded'>('all');
  const [limit, setLimit] = useState(() => Math.max(PAGE, found.at + PAGE));
  const { content, codings } = data;
  const index = useMemo(() => new IntervalIndex(codings), [codings]);
  const speakers = useMemo(() => new Map(content?.speakers.map(({ id, name }) => [id, name])), [content]);
  const rows = useMemo(
    () =>
      found.units.flatMap((unit, at): Row[] =>
        shows === 'uncoded' && found.isCoded[at] === true ? [] : [{ index: at, unit }],
      ),
    [found.units, found.isCoded, shows],
  );
  const list = useRef<HTMLDivElement>(null);
  useAtCurrent(list, found.at);
  const close = (): void => {
    useUnits.setState({ isListOpen: false });
  };
  const codesOf = (unit: Unit): CodingData['codes'] => {
    const ids = new Set(index.overlapping(unit).map(({ codeId }) => codeId));
    return [...ids].flatMap((id) => data.codeOf.get(id) ?? []);
  };
  return (
    <Dialog
      title={t('units.listOf', { name: content?.name ?? '' })}
      isOpen
      size="large"
      flush
      onClose={close}
      aside={
        <Segmented
          label={t('units.shows')}
          value={shows}
          options={[
            { id: 'all', label: t('units.all') },
            { id: 'uncoded', label: t('units.onlyUncoded') },
          ]}
          onChange={(next) => {
            if (next !== null) setShows(next);
          }}
        />
      }
    >
      <Virtualizer key={shows} layout={ListLayout} layoutOptions={{ rowHeight: ROW }}>
        <GridList
          ref={list}
          className="units-list"
          aria-label={t('units.title')}
          selectionMode="none"
          onAction={(key) => {
            close();
            onGo(Number(key));
          }}
          renderEmptyState={() => <p className="units-none">{t('units.allCoded')}</p>}
        >
          {rows.slice(0, limit).map(({ index: at, unit }) => {
            const words = content?.text.slice(unit.start, Math.min(unit.end, unit.start + LONGEST)) ?? '';
            const codes = codesOf(unit);
            return (
              <GridListItem
                key={at}
                id={at}
                textValue={words}
                className="units-row"
                data-current={at === found.at || undefined}
              >
                <span className="units-row-place">
                  <span>{t('units.place', { paragraph: unit.paragraph + 1 })}</span>
                  <span className="units-row-speaker">{speakers.get(unit.speakerId ?? 0)}</span>
                </span>
                <span className="units-row-words">{words}</span>
                <span className="units-row-codes">
                  {codes.length === 0 && <span className="units-row-none">{t('units.noCode')}</span>}
                  {codes.slice(0, codes.length > MOST_CHIPS ? MOST_CHIPS - 1 : MOST_CHIPS).map((code) => (
                    <Chip key={code.id} colour={code.colour} shape={code.shape} name={code.name} />
                  ))}
                  {codes.length > MOST_CHIPS && (
                    <span className="units-row-more">{`+${codes.length - MOST_CHIPS + 1}`}</span>
                  )}
                </span>
              </GridListItem>
            );
          })}
          {rows.length > limit && <GridListLoadMoreItem onLoadMore={() => setLimit(limit + PAGE)} />}
        </GridList>
      </Virtualizer>
    </Dialog>
  );
}

/** The list begins at the unit in hand, with the focus on it, a little below the top. */
function useAtCurrent(list: RefObject<HTMLDivElement | null>, at: number): void {
  const first = useRef(at);
  useEffect(() => {
    if (first.current < 0) return undefined;
    // Rows are there, and can be focused, once the list was measured and the window has taken the focus.
    let frame = requestAnimationFrame(() => {
      if (list.current !== null) list.current.scrollTop = Math.max(0, (first.current - 1) * ROW);
      frame = requestAnimationFrame(() => {
        list.current?.querySelector<HTMLElement>('[data-current]')?.focus({ preventScroll: true });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [list]);
}
