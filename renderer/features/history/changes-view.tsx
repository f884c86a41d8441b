import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ChangeLine, ChangePlace, ChangesOfDay } from '../../../src/history/contract.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { CoderSelect } from './coder-select.tsx';
import { daysBefore, startOf } from './days.ts';
import { openMemo } from '../memos/state.ts';

type Since = 'session' | 'today' | 'week' | 'day';

/** What work since a moment came to: by day and coder, in sentences that lead to what they tell of. */
export function ChangesView({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, dateTime, date } = useI18n();
  const moments = useCall('history.moments', {}).data;
  const lastSession = moments?.lastSession ?? null;
  const [chosen, setChosen] = useState<Since | null>(null);
  const [day, setDay] = useState(() => daysBefore(1));
  const [coderName, setCoderName] = useState<string | null>(null);
  const kind = chosen ?? (lastSession === null ? 'week' : 'session');
  const [today, weekAgo] = [daysBefore(0), daysBefore(6)];
  const since = kind === 'session' ? lastSession : startOf({ today, week: weekAgo, day }[kind]);
  const days = useCall(
    'history.changes',
    { since: since ?? '', ...(coderName === null ? {} : { coderName }) },
    { enabled: moments !== undefined && since !== null, keepPrevious: true },
  ).data;
  return (
    <>
      <div className="history-bar">
        <Segmented<Since>
          label={t('history.since')}
          value={kind}
          options={[
            ...(lastSession === null ? [] : [{ id: 'session' as const, label: t('history.sinceSession') }]),
            { id: 'today', label: t('history.sinceToday') },
            { id: 'week', label: t('history.sinceWeek') },
            { id: 'day', label: t('history.sinceDay') },
          ]}
          onChange={(value) => value !== null && setChosen(value)}
        />
        {kind === 'day' && (
          <Field label={t('history.day')} hideLabel type="date" value={day} onChange={setDay} />
        )}
        <CoderSelect value={coderName} onChange={setCoderName} />
      </div>
      <p className="history-said" role="status">
        {since === null
          ? t('history.noDay')
          : kind === 'session'
            ? t('history.sinceMoment', { when: dateTime(since) })
            : t('history.sinceMoment', { when: date(since) })}
      </p>
      {days?.length === 0 && <p className="history-none">{t('history.nothing')}</p>}
      {since !== null &&
        days?.map((each) => (
          <DayOfCoder key={`${each.day} ${each.coderName}`} work={each} onClose={onClose} />
        ))}
    </>
  );
}

/** More lines than this are shown when asked for. */
const SHOWN = 12;

function DayOfCoder({
  work,
  onClose,
}: {
  readonly work: ChangesOfDay;
  readonly onClose: () => void;
}): ReactNode {
  const { t, date } = useI18n();
  const [isWhole, setWhole] = useState(work.lines.length <= SHOWN + 3);
  const title = `${date(`${work.day}T12:00`)} · ${work.coderName}`;
  const lines = isWhole ? work.lines : work.lines.slice(0, SHOWN);
  return (
    <section aria-label={title} className="history-work">
      <h3 className="history-day">
        {title}
        <span className="history-count">{t('history.steps', { count: work.steps })}</span>
      </h3>
      {work.lines.length === 0 && <p className="history-none">{t('history.cameToNothing')}</p>}
      <ul className="history-lines">
        {lines.map((line, index) => (
          // Lines have no name of their own; they are only ever replaced as a whole.
          // eslint-disable-next-line react/no-array-index-key
          <Line key={index} line={line} onClose={onClose} />
        ))}
      </ul>
      {!isWhole && (
        <Button variant="quiet" size="small" onPress={() => setWhole(true)}>
          {t('history.moreLines', { count: work.lines.length - SHOWN })}
        </Button>
      )}
    </section>
  );
}

function Line({ line, onClose }: { readonly line: ChangeLine; readonly onClose: () => void }): ReactNode {
  const open = wayTo(line.place);
  return (
    <li data-area={line.area}>
      {open === null ? (
        <span className="history-line">{line.text}</span>
      ) : (
        <button
          type="button"
          className="history-line history-link"
          onClick={() => {
            onClose();
            open();
          }}
        >
          {line.text}
          <ChevronRight size={14} aria-hidden />
        </button>
      )}
    </li>
  );
}

/** What opens a place, or `null` where nothing of it is left to see. */
function wayTo({ documentId, codingId, codeId, memoId, start }: ChangePlace): (() => void) | null {
  const { openDocument, openQuotations } = useNavigation.getState();
  if (documentId !== undefined)
    return () =>
      openDocument(documentId, {
        ...(start === undefined ? {} : { start }),
        ...(codingId === undefined ? {} : { codingId }),
      });
  if (codeId !== undefined) return () => openQuotations({ codeIds: [codeId] });
  if (memoId !== undefined) return () => openMemo(memoId);
  return null;
}
