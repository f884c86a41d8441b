import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { LABELS, type Locale } from './labels.ts';
import type { PickKind, SaveKind } from './messages.ts';

/** The formats that `import.inspect` reads. */
const TRANSCRIPTS = [
  'docx',
  'odt',
  'ott',
  'fodt',
  'rtf',
  'html',
  'htm',
  'xhtml',
  'md',
  'markdown',
  'epub',
  'pdf',
  'vtt',
  'srt',
  'txt',
  'text',
];

/** Paths of files that the person chose; none when they chose not to. */
export async function pickFiles(
  window: BrowserWindow,
  kind: PickKind,
  locale: Locale,
): Promise<readonly string[]> {
  const label = LABELS[locale];
  const everything: FileFilter = { name: label.everything, extensions: ['*'] };
  const chosen = await dialog.showOpenDialog(
    window,
    kind === 'import'
      ? {
          title: label.pickFiles,
          filters: [{ name: label.transcripts, extensions: TRANSCRIPTS }, everything],
          properties: ['openFile', 'multiSelections'],
        }
      : {
          title: label.pickProject,
          filters: [{ name: label.projects, extensions: ['repere'] }, everything],
          properties: ['openFile'],
        },
  );
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
