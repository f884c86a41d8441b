import { useDeferredValue, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { HistoryStep } from '../../../src/history/contract.ts';
import { useSession } from '../../app/session.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/field.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { CoderSelect } from './coder-select.tsx';
import { byDay } from './days.ts';
import { StartRow, StepRow } from './step-row.tsx';
import { useTravel } from './use-travel.ts';

const PAGE = 200;

/** Every step, newest first, by day; pressing one goes to the point right after it. */
export function StepList(): ReactNode {
  const { t } = useI18n();
  const [limit, setLimit] = useState(PAGE);
  const [search, setSearch] = useState('');
  const [coderName, setCoderName] = useState<string | null>(null);
  const wanted = useDeferredValue(search.trim());
  const input = {
    limit,
    touched: true,
    ...(wanted === '' ? {} : { search: wanted }),
    ...(coderName === null ? {} : { coderName }),
  };
  const steps = useCall('history.list', input, { keepPrevious: true }).data;
  const state = useCall('history.state', {}).data;
  const readOnly = useSession((each) => each.project?.readOnly ?? false);
  const { going, said, goTo, stop } = useTravel();
  const isFiltered = wanted !== '' || coderName !== null;
  const currentId = state === undefined ? null : (state.undo?.id ?? 0);
  return (
    <>
      <div className="history-bar">
        <SearchField label={t('history.search')} value={search} onChange={setSearch} autoFocus />
        <CoderSelect value={coderName} onChange={setCoderName} />
      </div>
      <p className="history-said" role="status">
        {said !== '' ? said : t(readOnly ? 'history.introReadOnly' : 'history.intro')}
      </p>
      {going !== null && going.total > 0 && (
        <div className="history-going">
          <ProgressBar label={t('history.going')} value={going.done / going.total} />
          <Button size="small" onPress={stop}>
            {t('history.stop')}
          </Button>
        </div>
      )}
      {steps?.length === 0 && (
        <p className="history-none">{t(isFiltered ? 'history.noneFound' : 'history.none')}</p>
      )}
      {steps !== undefined && steps.length > 0 && currentId !== null && (
        <Days
          steps={steps}
          currentId={currentId}
          canGo={!readOnly && going === null}
          withStart={!isFiltered && steps.length < limit}
          onGo={goTo}
        />
      )}
      {steps !== undefined && steps.length >= limit && (
        <Button variant="quiet" onPress={() => setLimit(limit + PAGE)}>
          {t('history.more')}
        </Button>
      )}
    </>
  );
}

interface DaysProps {
  readonly steps: readonly HistoryStep[];
  readonly currentId: number;
  readonly canGo: boolean;
  /** All steps are listed: before the first one comes the beginning. */
  readonly withStart: boolean;
  readonly onGo: (stepId: number) => void;
}

function Days({ steps, currentId, canGo, withStart, onGo }: DaysProps): ReactNode {
  const { date } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  return (
    <div ref={list} className="history-days" onKeyDown={(event) => moveBetween(event, list.current)}>
      {byDay(steps).map(({ day, items }) => (
        <section key={day} aria-label={date(`${day}T12:00`)}>
          <h3 className="history-day">{date(`${day}T12:00`)}</h3>
          <ol className="history-steps">
            {items.map((step) => (
              <StepRow
                key={step.id}
                step={step}
                isCurrent={step.id === currentId}
                canGo={canGo}
                onGo={() => onGo(step.id)}
              />
            ))}
          </ol>
        </section>
      ))}
      {withStart && <StartRow isCurrent={currentId === 0} canGo={canGo} onGo={() => onGo(0)} />}
    </div>
  );
}

/** The arrows, and `J` and `K`, go from step to step. */
function moveBetween(event: KeyboardEvent, list: HTMLElement | null): void {
  if (event.ctrlKey || event.metaKey || event.altKey || list === null) return;
  const rows = [...list.querySelectorAll<HTMLElement>('button.history-step')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const to: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    j: at + 1,
    ArrowUp: at - 1,
    k: at - 1,
    Home: 0,
    End: rows.length - 1,
  };
  const row = at === -1 ? undefined : rows[to[event.key] ?? -1];
  if (row === undefined) return;
  row.focus();
  event.preventDefault();
}
