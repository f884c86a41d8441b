import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, parse, resolve } from 'node:path';
import type { z } from 'zod';
import { RepereError } from '../errors/codes.ts';
import type { projectContract } from './contract.ts';
import { PROJECT_EXTENSION } from './file-path.ts';

type Listing = z.output<(typeof projectContract)['files.browse']['output']>;

/** Folders and project files in a folder, folders first; hidden ones are left out. */
export function browse(path: string, documentsDir: string): Listing {
  const folder = resolve(path);
  const parent = dirname(folder);
  return {
    path: folder,
    parent: parent === folder ? null : parent,
    places: [
      { kind: 'documents', path: documentsDir },
      { kind: 'home', path: homedir() },
      { kind: 'root', path: parse(folder).root },
    ],
    entries: entriesOf(folder),
  };
}

function entriesOf(folder: string): Listing['entries'] {
  const collator = new Intl.Collator('fr', { numeric: true });
  return readFolder(folder)
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const kind = entry.isDirectory()
        ? ('folder' as const)
        : entry.name.endsWith(PROJECT_EXTENSION)
          ? ('project' as const)
          : null;
      const full = join(folder, entry.name);
      const modifiedAt = kind === null ? null : modified(full);
      return kind === null || modifiedAt === null ? [] : [{ name: entry.name, path: full, kind, modifiedAt }];
    })
    .toSorted((a, b) =>
      a.kind === b.kind ? collator.compare(a.name, b.name) : a.kind === 'folder' ? -1 : 1,
    );
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new RepereError(
      code === 'ENOENT' ? 'project.folder-missing' : 'file.permission',
      { path: folder },
      { cause: error },
    );
  }
}

function modified(path: string): string | null {
  try {
    return statSync(path).mtime.toISOString();
  } catch {
    // Vanished or forbidden between listing and looking: not shown.
    return null;
  }
}
