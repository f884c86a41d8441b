import { Archive, Ellipsis, FolderOpen, Trash2 } from 'lucide-react';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { openProject } from '../../app/boot.ts';
import { shortPath } from '../../app/file-kinds.ts';
import { queryClient } from '../../app/query-client.ts';
import { runCommand } from '../../app/use-command.ts';
import type { OutputOf } from '../../../src/contract/contract.ts';
import { openBackups } from '../backups/backups-store.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ContextMenu, MenuButton, MenuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toasts.ts';

export type RecentProject = OutputOf<'project.recent'>[number];

export interface RecentRowProps {
  readonly project: RecentProject;
  /** The person's home folder, for short paths. */
  readonly home: string | null;
}

export function RecentRow({ project, home }: RecentRowProps): ReactNode {
  const { t, recent } = useI18n();
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const { path, name, exists } = project;
  const counts = t('home.counts', {
    documents: t('common.documents', { count: project.documents }),
    codes: t('common.codes', { count: project.codes }),
  });
  const items = (
    <>
      <MenuItem
        icon={FolderOpen}
        label={t('common.open')}
        isDisabled={!exists}
        onAction={() => void openProject(path)}
      />
      <MenuItem icon={Archive} label={t('backups.open')} onAction={() => openBackups({ path })} />
      <MenuItem icon={Trash2} label={t('home.forget')} onAction={() => void forget(project)} />
    </>
  );
  return (
    <li
      className="recent-row"
      data-missing={!exists || undefined}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuAt({ x: event.clientX, y: event.clientY });
      }}
    >
      <button type="button" className="recent-open" title={path} onClick={() => void openProject(path)}>
        <Profile values={project.profile} />
        <span className="recent-name">
          <strong>{name}</strong>
          <span>{shortPath(path, home)}</span>
        </span>
        <span className="recent-counts">{exists ? counts : t('home.missing')}</span>
        <span className="recent-date">{recent(project.openedAt)}</span>
      </button>
      <MenuButton
        label={t('common.moreNamed', { name })}
        placement="bottom end"
        trigger={
          <IconButton icon={Ellipsis} label={t('common.moreNamed', { name })} className="recent-more" />
        }
      >
        {items}
      </MenuButton>
      <ContextMenu at={menuAt} onClose={() => setMenuAt(null)} label={t('common.moreNamed', { name })}>
        {items}
      </ContextMenu>
    </li>
  );
}

const BARS = 8;

/** How much each of the most cited codes is shared: eight bars of at most 22 pixels. */
function Profile({ values }: { readonly values: readonly number[] }): ReactNode {
  const { t } = useI18n();
  return (
    <span className="recent-profile" title={t('home.profileTitle')} aria-hidden>
      {Array.from({ length: BARS }, (_, index) => (
        <i
          key={index}
          data-none={(values[index] ?? 0) === 0 || undefined}
          style={{ '--profile': `${(values[index] ?? 0) * 100}%` } as CSSProperties}
        />
      ))}
    </span>
  );
}

async function forget({ path, name }: RecentProject): Promise<void> {
  const done = await runCommand('project.forget', { path });
  if (!done.ok) return;
  await queryClient.invalidateQueries({ queryKey: ['project.recent'] });
  toast({ text: i18nNow().t('home.forgotten', { name }) });
}
