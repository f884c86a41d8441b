import {
  AppWindow,
  CopyPlus,
  Archive,
  FilePlus2,
  FolderOpen,
  FolderClock,
  History,
  ListTree,
  PencilLine,
  Settings2,
  Share,
  Table2,
  VenetianMask,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { openBackups } from '../features/backups/backups-store.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import { Button } from '../ui/button.tsx';
import { MenuButton, MenuItem, MenuSeparator, Submenu } from '../ui/menu.tsx';
import { openProject, pickAndOpenProject } from './boot.ts';
import { saveProjectCopy } from './save-copy.ts';
import { useSession } from './session.ts';
import { getShell } from './shell.ts';
import { keysOf } from './shortcut-list.ts';
import { useCall } from './use-call.ts';
import { runCommand } from './use-command.ts';
import { openTables, useWindows } from './windows.ts';

const SHOWN_RECENT = 8;

/** The project's name; its menu renames, sets up, exports and changes projects. */
export function ProjectMenu(): ReactNode {
  const { t } = useI18n();
  const project = useSession((state) => state.project);
  const show = useWindows((state) => state.show);
  const others = useOtherProjects();
  if (project === null) return null;
  return (
    <MenuButton
      label={t('app.projectMenu', { name: project.name })}
      trigger={
        <Button
          variant="quiet"
          menu
          className="title-bar-project"
          aria-label={t('app.projectMenu', { name: project.name })}
        >
          <span>{project.name}</span>
        </Button>
      }
    >
      <MenuItem
        icon={PencilLine}
        label={t('app.renameProject')}
        isDisabled={project.readOnly}
        onAction={() => show({ kind: 'rename-project' })}
      />
      <MenuItem
        icon={Settings2}
        label={t('app.projectSettings')}
        onAction={() => show({ kind: 'project', part: 'project' })}
      />
      <MenuItem
        icon={History}
        label={t('app.history')}
        shortcut={keysOf('app.history')}
        onAction={() => show({ kind: 'history' })}
      />
      <MenuItem icon={ListTree} label={t('guide.title')} onAction={() => show({ kind: 'guide' })} />
      <MenuItem
        icon={VenetianMask}
        label={t('pseudonyms.title')}
        onAction={() => show({ kind: 'pseudonyms' })}
      />
      <MenuItem
        icon={Table2}
        label={t('tables.open')}
        isDisabled={project.readOnly}
        onAction={() => openTables()}
      />
      <MenuItem icon={CopyPlus} label={t('app.saveCopy')} onAction={() => void saveProjectCopy()} />
      <MenuItem
        icon={Archive}
        label={t('backups.open')}
        onAction={() => openBackups({ path: project.path })}
      />
      <MenuItem icon={Share} label={t('app.exportData')} onAction={() => show({ kind: 'export' })} />
      <MenuSeparator />
      <MenuItem
        icon={FilePlus2}
        label={t('app.newProject')}
        shortcut={keysOf('app.new')}
        onAction={() => show({ kind: 'new-project', files: [] })}
      />
      <MenuItem
        icon={FolderOpen}
        label={t('app.openProject')}
        shortcut={keysOf('app.open')}
        onAction={() => void pickAndOpenProject()}
      />
      {others.length > 0 && (
        <Submenu icon={FolderClock} label={t('app.otherProjects')}>
          {others.map(({ path, name }) => (
            <MenuItem key={path} label={name} onAction={() => void openProject(path)} />
          ))}
        </Submenu>
      )}
      <MenuSeparator />
      <MenuItem icon={AppWindow} label={t('app.newWindow')} onAction={() => getShell().openWindow()} />
      <MenuItem
        icon={X}
        label={t('app.closeProject')}
        onAction={() => void runCommand('project.close', {})}
      />
    </MenuButton>
  );
}

function useOtherProjects(): readonly { readonly path: string; readonly name: string }[] {
  const path = useSession((state) => state.project?.path);
  const recent = useCall('project.recent', {}).data ?? [];
  return recent.filter((entry) => entry.exists && entry.path !== path).slice(0, SHOWN_RECENT);
}
