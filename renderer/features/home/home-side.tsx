import { Archive, FileDown, FolderOpen, HardDrive, Plus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { pickAndOpenProject } from '../../app/boot.ts';
import { Region } from '../../app/region.tsx';
import { getShell } from '../../app/shell.ts';
import { keysOf, type ShortcutId } from '../../app/shortcut-list.ts';
import { useWindows } from '../../app/windows.ts';
import { RichText } from '../../i18n/rich-text.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { openBackups } from '../backups/backups-store.ts';
import { Logo } from '../../ui/logo.tsx';

/** What the program is, and the ways to begin. */
export function HomeSide(): ReactNode {
  const { t } = useI18n();
  const show = useWindows((state) => state.show);
  const version = import.meta.env.VITE_VERSION as string | undefined;
  return (
    <Region name={t('home.start')} className="home-side">
      <Logo size={40} />
      <h1>Repère</h1>
      <p className="home-tagline">{t('home.tagline')}</p>
      <div className="home-actions">
        <Action
          icon={Plus}
          label={t('home.newProject')}
          shortcut="app.new"
          onPress={() => show({ kind: 'new-project', files: [] })}
        />
        <Action
          icon={FolderOpen}
          label={t('home.openProject')}
          shortcut="app.open"
          onPress={() => void pickAndOpenProject()}
        />
        <Action icon={Archive} label={t('backups.open')} onPress={() => openBackups(null)} />
      </div>
      <button
        type="button"
        className="home-drop"
        title={t('home.dropChoose')}
        onClick={() => void chooseTranscripts()}
      >
        <FileDown size={18} aria-hidden />
        <span>
          <RichText text={t('home.drop')} />
        </span>
      </button>
      <div className="home-foot">
        <p className="home-local">
          <HardDrive size={18} aria-hidden />
          {t('home.local')}
        </p>
        {version !== undefined && <p className="home-version">{t('home.version', { version })}</p>}
      </div>
    </Region>
  );
}

async function chooseTranscripts(): Promise<void> {
  const files = await getShell().pickImportFiles();
  if (files.length > 0) useWindows.getState().show({ kind: 'new-project', files });
}

interface ActionProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly shortcut?: ShortcutId;
  readonly onPress: () => void;
}

function Action({ icon: Icon, label, shortcut, onPress }: ActionProps): ReactNode {
  return (
    <button type="button" className="home-action" onClick={onPress}>
      <Icon size={18} aria-hidden />
      <span>{label}</span>
      {shortcut !== undefined && <Kbd keys={keysOf(shortcut)} />}
    </button>
  );
}
