import { isProjectFile } from './file-kinds.ts';

const BY_NAME = new Intl.Collator('fr', { numeric: true });

/**
 * The files of a drop, a folder standing for all files in it and below, by name. Of a folder, hidden files, the lock files
 * of office programs (`~$…`) and projects are left out; a folder that cannot be looked into gives none. Must be called
 * while the drop is being handled: a browser forgets it afterwards.
 */
export function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const found: Promise<readonly File[]>[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    if (entry !== null && isFolder(entry)) {
      found.push(filesBelow(entry));
    } else {
      const file = item.getAsFile();
      if (file !== null) found.push(Promise.resolve([file]));
    }
  }
  return Promise.all(found).then((lists) => lists.flat());
}

/** What is read of a folder chosen in a file field, in the order of {@link droppedFiles}. */
export function chosenFiles(files: Iterable<File>): readonly File[] {
  return [...files]
    .filter(({ webkitRelativePath }) => webkitRelativePath.split('/').slice(1).every(isWanted))
    .toSorted((a, b) => BY_NAME.compare(a.webkitRelativePath, b.webkitRelativePath));
}

function isWanted(name: string): boolean {
  return !name.startsWith('.') && !name.startsWith('~$') && !isProjectFile(name);
}

async function filesBelow(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const entries = await entriesOf(folder).catch(() => []);
  const found: File[] = [];
  for (const entry of entries.toSorted((a, b) => BY_NAME.compare(a.name, b.name))) {
    if (!isWanted(entry.name)) continue;
    if (isFolder(entry)) {
      found.push(...(await filesBelow(entry)));
    } else if (isFile(entry)) {
      const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
      if (file !== null) found.push(file);
    }
  }
  return found;
}

/** Browsers answer the entries of a folder in parts, the last of them empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) return all;
    all.push(...part);
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
