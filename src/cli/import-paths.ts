import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const BY_NAME = new Intl.Collator('fr', { numeric: true });

/**
 * The files that paths name, a folder standing for all files in it and below, by name. Hidden files and the lock files
 * of office programs (`~$…`) are left out, links are not followed; what cannot be looked at stays as it is, so that
 * reading it says why.
 */
export async function filesOf(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths.map((each) => resolve(each))) {
    const isFolder = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    found.push(...(isFolder ? await filesBelow(path) : [path]));
  }
  return found;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [folder];
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => BY_NAME.compare(a.name, b.name))) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}
