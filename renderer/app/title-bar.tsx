import { FileDown, Languages, NotebookText, Redo2, Settings2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Logo } from '../ui/logo.tsx';
import { redo, undo } from './history.ts';
import { LanguageMenu } from './language-menu.tsx';
import { SCREENS, useNavigation } from './navigation.ts';
import { Omnibox } from './omnibox.tsx';
import { ProjectMenu } from './project-menu.tsx';
import { Region } from './region.tsx';
import { useSession } from './session.ts';
import { getShell } from './shell.ts';
import { keysOf } from './shortcut-list.ts';
import { useCall } from './use-call.ts';
import { openImport, useWindows } from './windows.ts';
import './title-bar.css';

/** The bar at the top: 44 pixels; on the desktop it is the window's handle too. */
export function TitleBar(): ReactNode {
  const { t } = useI18n();
  const isOpen = useSession((state) => state.project !== null);
  const { bridge } = getShell();
  return (
    <Region
      name={t('app.titleBar')}
      className="title-bar"
      {...(bridge === null ? {} : { 'data-desktop': bridge.platform })}
    >
      <div className="title-bar-logo">
        <Logo />
        <span>Repère</span>
      </div>
      {isOpen && <ProjectMenu />}
      {isOpen && <Tabs />}
      <div className="title-bar-space" />
      {isOpen ? (
        <>
          <Omnibox />
          <span className="title-bar-line" />
          <ProjectActions />
        </>
      ) : (
        <HomeActions />
      )}
    </Region>
  );
}

function Tabs(): ReactNode {
  const { t } = useI18n();
  const screen = useNavigation((state) => state.screen);
  const show = useNavigation((state) => state.show);
  return (
    <nav className="title-bar-tabs" aria-label={t('app.screens')}>
      {SCREENS.map((id) => (
        <button
          key={id}
          type="button"
          className="title-bar-tab"
          data-screen={id}
          aria-current={id === screen ? 'page' : undefined}
          onClick={() => show(id)}
        >
          {t(`app.${id}`)}
        </button>
      ))}
    </nav>
  );
}

function ProjectActions(): ReactNode {
  const { t } = useI18n();
  const show = useWindows((state) => state.show);
  const history = useCall('history.state', {}).data;
  const readOnly = useSession((state) => state.project?.readOnly ?? false);
  const undoLabel = history?.undo?.label;
  const redoLabel = history?.redo?.label;
  const isMemos = useNavigation((state) => state.screen === 'memos');
  const goTo = useNavigation((state) => state.show);
  return (
    <div className="title-bar-actions">
      <IconButton
        icon={Undo2}
        label={undoLabel === undefined ? t('app.undoNothing') : t('app.undoNamed', { label: undoLabel })}
        shortcut={keysOf('app.undo')}
        isDisabled={undoLabel === undefined || readOnly}
        onPress={() => void undo()}
      />
      <IconButton
        icon={Redo2}
        label={redoLabel === undefined ? t('app.redoNothing') : t('app.redoNamed', { label: redoLabel })}
        shortcut={keysOf('app.redo')}
        isDisabled={redoLabel === undefined || readOnly}
        onPress={() => void redo()}
      />
      <IconButton
        icon={NotebookText}
        label={t('memos.memos')}
        shortcut={keysOf('app.memos')}
        active={isMemos}
        onPress={() => goTo('memos')}
      />
      <IconButton
        icon={FileDown}
        label={t('app.importTranscripts')}
        shortcut={keysOf('app.import')}
        isDisabled={readOnly}
        onPress={() => openImport()}
      />
      <IconButton
        icon={Settings2}
        label={t('common.settings')}
        shortcut={keysOf('app.settings')}
        onPress={() => show({ kind: 'settings' })}
      />
    </div>
  );
}

function HomeActions(): ReactNode {
  const { t } = useI18n();
  const show = useWindows((state) => state.show);
  return (
    <div className="title-bar-actions">
      <LanguageMenu icon={Languages} />
      <IconButton
        icon={Settings2}
        label={t('common.settings')}
        shortcut={keysOf('app.settings')}
        onPress={() => show({ kind: 'settings' })}
      />
    </div>
  );
}
