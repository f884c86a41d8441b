import type { Report } from '../../src/reports/contract.ts';
import type { DesktopBridge, SaveKind } from '../desktop-bridge.ts';
import { i18nNow } from '../i18n/use-i18n.ts';
import { toast } from '../ui/toasts.ts';
import { fileNameOf, joinPath } from './file-kinds.ts';
import { useSession } from './session.ts';
import type { Shell } from './shell.ts';
import { runCommand } from './use-command.ts';
import type { IncomingFile } from './windows.ts';

/** The shell on the desktop: the system's dialogs, and paths instead of bytes. */
export function desktopShell(bridge: DesktopBridge): Shell {
  return {
    kind: 'desktop',
    bridge,
    stage: (file) => Promise.resolve({ kind: 'path', path: bridge.pathForFile(file) }),
    openWindow: () => bridge.openWindow?.(),
    pickImportFiles: () => pick(bridge, 'import'),
    pickTableFiles: () => pick(bridge, 'tables'),
    pickProject: async () => (await bridge.pickFiles('project'))[0] ?? null,
    pickNewProjectPath: (suggested, folder) =>
      bridge.pickSavePath(folder === null ? suggested : joinPath(folder, suggested), 'project'),
    pathOf: (file) => bridge.pathForFile(file) || null,
    saveReport: (report) => saveReport(bridge, report),
  };
}

async function pick(bridge: DesktopBridge, kind: 'import' | 'tables'): Promise<readonly IncomingFile[]> {
  return (await bridge.pickFiles(kind)).map((path) => ({
    name: fileNameOf(path),
    size: null,
    place: path,
    source: () => Promise.resolve({ kind: 'path', path }),
  }));
}

async function saveReport(bridge: DesktopBridge, report: Report): Promise<boolean> {
  const { t } = i18nNow();
  const path = await bridge.pickSavePath(suggestedName(report), saveKind(report));
  if (path === null) return false;
  const saved = await runCommand('reports.save', { report, path });
  if (saved.ok) toast({ kind: 'ok', text: t('app.savedFile', { file: fileNameOf(saved.value.path) }) });
  return saved.ok;
}

function saveKind(report: Report): SaveKind {
  return report.format === 'png' || report.format === 'svg' ? report.format : 'csv';
}

function suggestedName(report: Report): string {
  const { t } = i18nNow();
  const what = {
    frequencies: 'app.fileFrequencies',
    segments: 'app.fileSegments',
    chart: 'app.fileChart',
  } as const;
  const project = useSession.getState().project?.name ?? 'Repère';
  return `${project} - ${t(what[report.what])}.${report.format}`.replaceAll(/[\\/:*?"<>|]/gu, '-');
}
