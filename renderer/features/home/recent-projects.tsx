import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { matching } from '../../app/omnibox-items.ts';
import { Region } from '../../app/region.tsx';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { SearchField } from '../../ui/field.tsx';
import { RecentRow } from './recent-row.tsx';

const SHOWN = 100;

/** The projects opened before, newest first. */
export function RecentProjects(): ReactNode {
  const { t } = useI18n();
  const [query, setQuery] = useState('');
  const { data } = useCall('project.recent', {});
  const home = useCall('files.browse', {}).data?.places.find(({ kind }) => kind === 'home')?.path ?? null;
  const list = useRef<HTMLUListElement>(null);
  const shown = matching(data ?? [], query).slice(0, SHOWN);
  return (
    <Region name={t('home.recent')} className="home-recent">
      <div className="home-recent-head">
        <h2>{t('home.recent')}</h2>
        {(data?.length ?? 0) > 0 && (
          <SearchField
            label={t('home.searchProject')}
            value={query}
            onChange={setQuery}
            className="home-search"
          />
        )}
      </div>
      {data !== undefined && shown.length === 0 && (
        <p className="home-nothing">{t(query === '' ? 'home.noRecent' : 'home.noMatch')}</p>
      )}
      <ul ref={list} onKeyDown={(event) => moveFocus(event, list.current)}>
        {shown.map((project) => (
          <RecentRow key={project.path} project={project} home={home} />
        ))}
      </ul>
    </Region>
  );
}

/** Arrows (and J, K) go from project to project. */
function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step === undefined || list === null) return;
  const rows = [...list.querySelectorAll<HTMLElement>('.recent-open')];
  const at = rows.findIndex((row) => row === document.activeElement);
  if (at === -1) return;
  event.preventDefault();
  rows[at + step]?.focus();
}
