import type { RenderedFile } from '../../src/contract/common.ts';
import type { FileSource } from '../../src/imports/contract.ts';
import type { Report } from '../../src/reports/contract.ts';
import type { DesktopBridge } from '../desktop-bridge.ts';
import type { IncomingFile } from './windows.ts';

/** What differs between the desktop and the browser, behind one face. */
export interface Shell {
  readonly kind: 'desktop' | 'browser';
  /** The desktop's bridge, for its menu and window; `null` in the browser. */
  readonly bridge: DesktopBridge | null;
  /** Makes a dropped or chosen file readable for the core. Rejects with a sentence when it cannot be read. */
  readonly stage: (file: File) => Promise<FileSource>;
  readonly pickImportFiles: () => Promise<readonly IncomingFile[]>;
  readonly pickTableFiles: () => Promise<readonly IncomingFile[]>;
  /** Another window on the same project. */
  readonly openWindow: () => void;
  /** The path of a project file; `null` when the person cancelled. */
  readonly pickProject: () => Promise<string | null>;
  /** Where a new project shall lie; `suggested` is a file name, `folder` where to begin. */
  readonly pickNewProjectPath: (suggested: string, folder: string | null) => Promise<string | null>;
  /** The path of a dropped project file; `null` where the browser does not tell. */
  readonly pathOf: (file: File) => string | null;
  /** Writes a report where the person says. `false`: cancelled, or failed with a toast. */
  readonly saveReport: (report: Report) => Promise<boolean>;
}

let current: Shell | null = null;

export function setShell(shell: Shell): void {
  current = shell;
}

export function getShell(): Shell {
  if (current === null) throw new Error('No shell was set.');
  return current;
}

/** Saves a table or a chart: a dialog on the desktop, a download in the browser. */
export function saveReport(report: Report): Promise<boolean> {
  return getShell().saveReport(report);
}

/** A file made in memory, handed to the person as a download. */
export function saveRendered(file: RenderedFile): void {
  const url = URL.createObjectURL(blobOf(file));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function blobOf({ content, encoding, mime }: RenderedFile): Blob {
  if (encoding === 'utf8') return new Blob([content], { type: mime });
  return new Blob([Uint8Array.from(atob(content), (character) => character.codePointAt(0) ?? 0)], {
    type: mime,
  });
}

/** Files of a drop or a file field, waiting to be handed over one by one. */
export function incoming(files: Iterable<File>): readonly IncomingFile[] {
  return [...files].map((file) => ({
    name: file.name,
    size: file.size,
    place: placeOf(file),
    source: () => getShell().stage(file),
  }));
}

function placeOf(file: File): string {
  const { name, size, lastModified, webkitRelativePath } = file;
  return getShell().pathOf(file) ?? [webkitRelativePath || name, size, lastModified].join('|');
}
