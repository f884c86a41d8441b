import { Archive } from 'lucide-react';
import type { ReactNode } from 'react';
import { shortPath } from '../../app/file-kinds.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { openBackups } from './backups-store.ts';

/** Every project that has backups, the one copied last first. */
export function ProjectsPart(): ReactNode {
  const { t, recent } = useI18n();
  const { data, error } = useCall('backups.projects', {});
  const home = useCall('files.browse', {}).data?.places.find(({ kind }) => kind === 'home')?.path ?? null;
  if (error !== null) return <p>{error.message}</p>;
  if (data === undefined) return null;
  if (data.length === 0) return <p className="backups-none">{t('backups.noProjects')}</p>;
  return (
    <ul className="backups-projects" aria-label={t('backups.projects')}>
      {data.map(({ path, name, copies, newestAt, exists }) => (
        <li key={path}>
          <button type="button" title={path} onClick={() => openBackups({ path })}>
            <Archive size={18} aria-hidden />
            <span className="backups-project-name">
              <strong>{name}</strong>
              <span>
                {exists ? shortPath(path, home) : `${shortPath(path, home)} · ${t('backups.gone')}`}
              </span>
            </span>
            <span>{t('backups.copies', { count: copies })}</span>
            <time dateTime={newestAt}>{recent(newestAt)}</time>
          </button>
        </li>
      ))}
    </ul>
  );
}
