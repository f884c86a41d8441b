import { dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { READABLE, TABLES } from './file-kinds.ts';
import { LABELS, type Locale } from './labels.ts';
import type { PickKind, SaveKind } from './messages.ts';

/** Paths of files that the person chose; none when they chose not to. */
export async function pickFiles(
  window: BrowserWindow,
  kind: PickKind,
  locale: Locale,
): Promise<readonly string[]> {
  const label = LABELS[locale];
  const everything: FileFilter = { name: label.everything, extensions: ['*'] };
  const tables: FileFilter = { name: label.tables, extensions: [...TABLES] };
  const options = {
    import: {
      title: label.pickFiles,
      filters: [{ name: label.readable, extensions: [...READABLE] }, tables, everything],
      properties: ['openFile', 'multiSelections'],
    },
    tables: {
      title: label.pickTables,
      filters: [tables, everything],
      properties: ['openFile', 'multiSelections'],
    },
    project: {
      title: label.pickProject,
      filters: [{ name: label.projects, extensions: ['repere'] }, everything],
      properties: ['openFile'],
    },
  } as const satisfies Record<PickKind, OpenDialogOptions>;
  const chosen = await dialog.showOpenDialog(window, options[kind]);
  return chosen.canceled ? [] : chosen.filePaths;
}

/** The path to save to, or `null`. The system asks before it offers a file that is there already. */
export async function pickSavePath(
  window: BrowserWindow,
  suggested: string,
  kind: SaveKind,
  where: { readonly locale: Locale; readonly documentsDir: string },
): Promise<string | null> {
  const label = LABELS[where.locale];
  const extension = kind === 'project' ? 'repere' : kind;
  const chosen = await dialog.showSaveDialog(window, {
    title: label.save[kind],
    defaultPath: startPath(suggested, where.documentsDir),
    filters: [{ name: kind === 'project' ? label.projects : kind.toUpperCase(), extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
}

/** Tells that the core died, and what became of the project. */
export async function tellRestart(window: BrowserWindow, recovered: boolean, locale: Locale): Promise<void> {
  const label = LABELS[locale];
  await dialog.showMessageBox(window, {
    type: recovered ? 'warning' : 'error',
    message: recovered ? label.recovered : label.lost,
    detail: recovered ? label.recoveredDetail : label.lostDetail,
  });
}

/** A suggestion is a name, or a path to begin at; what no file name may hold is taken out. */
export function startPath(suggested: string, documentsDir: string): string {
  const folder = isAbsolute(suggested) ? dirname(suggested) : documentsDir;
  return join(folder, fileName(basename(suggested)));
}

function fileName(raw: string): string {
  return raw.replaceAll(/[\u0000-\u001f<>:"/\\|?*]+/gu, '-').replace(/^[.\s]+/u, '');
}
