import { lazy, Suspense, type ReactNode } from 'react';
import { DamagedDialog } from '../features/project/damaged-dialog.tsx';
import { SalvageFindings } from '../features/project/salvage-findings.tsx';
import { LockedDialog } from '../features/project/locked-dialog.tsx';
import { useBackupsWindow } from '../features/backups/backups-store.ts';
import { FileBrowserDialog } from '../features/project/file-browser-dialog.tsx';
import { UnsavedDialog } from '../features/unsaved/unsaved-dialog.tsx';
import { useDeleteQuestion } from '../features/documents/delete-dialog-state.ts';
import { useSetsDialog } from '../features/sets/sets-dialog-state.ts';
import { ScreenLoading } from './loading-bar.tsx';
import { useIncoming } from './incoming-files.ts';
import { openImport, useWindows, type FrameWindow } from './windows.ts';

const ImportDialog = lazy(async () => ({
  default: (await import('../features/import/import-dialog.tsx')).ImportDialog,
}));
const TablesDialog = lazy(async () => ({
  default: (await import('../features/tables/tables-dialog.tsx')).TablesDialog,
}));
const SettingsDialog = lazy(async () => ({
  default: (await import('../features/settings/settings-dialog.tsx')).SettingsDialog,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('../features/settings/shortcuts-dialog.tsx')).ShortcutsDialog,
}));
const ProjectDialog = lazy(async () => ({
  default: (await import('../features/project/project-dialog.tsx')).ProjectDialog,
}));
const NewProjectDialog = lazy(async () => ({
  default: (await import('../features/project/new-project-dialog.tsx')).NewProjectDialog,
}));
const RenameProjectDialog = lazy(async () => ({
  default: (await import('../features/project/rename-project-dialog.tsx')).RenameProjectDialog,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('../features/project/export-dialog.tsx')).ExportDialog,
}));
const HistoryDialog = lazy(async () => ({
  default: (await import('../features/history/history-dialog.tsx')).HistoryDialog,
}));
const GuideDialog = lazy(async () => ({
  default: (await import('../features/guide/guide-dialog.tsx')).GuideDialog,
}));
const PseudonymsDialog = lazy(async () => ({
  default: (await import('../features/pseudonyms/pseudonyms-dialog.tsx')).PseudonymsDialog,
}));
const BackupsDialog = lazy(async () => ({
  default: (await import('../features/backups/backups-dialog.tsx')).BackupsDialog,
}));
const DeleteDialog = lazy(async () => ({
  default: (await import('../features/documents/delete-dialog.tsx')).DeleteDialog,
}));
const SetsDialog = lazy(async () => ({
  default: (await import('../features/sets/sets-dialog.tsx')).SetsDialog,
}));
const AutoCodeDialog = lazy(async () => ({
  default: (await import('../features/auto-coding/auto-code-dialog.tsx')).AutoCodeDialog,
}));
const HelpDialog = lazy(async () => ({
  default: (await import('../features/help/help-dialog.tsx')).HelpDialog,
}));

/** The window of the frame that is open, if any. */
export function FrameWindows(): ReactNode {
  const deleting = useDeleteQuestion((state) => state.open !== null);
  const setsOpen = useSetsDialog((state) => state.kind !== null);
  const backupsOpen = useBackupsWindow((state) => state.isOpen);
  return (
    <>
      <Suspense fallback={<ScreenLoading />}>
        <OpenWindow />
        {setsOpen && <SetsDialog />}
        {backupsOpen && <BackupsDialog />}
        {deleting && <DeleteDialog />}
      </Suspense>
      <FileBrowserDialog />
      <LockedDialog />
      <DamagedDialog />
      <UnsavedDialog />
      <SalvageFindings />
    </>
  );
}

function OpenWindow(): ReactNode {
  const open = useWindows((state) => state.open);
  const close = useWindows((state) => state.close);
  switch (open?.kind) {
    case undefined:
      return null;
    case 'import':
      return <ImportDialog files={open.files} onClose={close} />;
    case 'tables':
      return <TablesDialog files={open.files} onClose={() => afterTables(open.back)} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'project':
      return <ProjectDialog part={open.part} onClose={close} />;
    case 'new-project':
      return <NewProjectDialog files={open.files} onClose={close} />;
    case 'rename-project':
      return <RenameProjectDialog onClose={close} />;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'history':
      return <HistoryDialog {...(open.part === undefined ? {} : { part: open.part })} onClose={close} />;
    case 'guide':
      return <GuideDialog onClose={close} />;
    case 'pseudonyms':
      return <PseudonymsDialog onClose={close} />;
    case 'auto-code':
      return <AutoCodeDialog start={open.start} onClose={close} />;
    case 'help':
      return <HelpDialog {...(open.page === undefined ? {} : { page: open.page })} onClose={close} />;
  }
}

/** Transcripts that were dropped meanwhile are next; else the window from where the table was opened. */
function afterTables(back: FrameWindow | undefined): void {
  if (useIncoming.getState().files.length > 0) openImport();
  else useWindows.setState({ open: back ?? null });
}
