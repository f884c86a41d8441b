export const PROJECT_EXTENSION = '.repere';

/** Tables of participants or answers, offered and told by name; the core decides by content. */
export const TABLE_ACCEPT = '.csv,.tsv,.tab,.xlsx,.xlsm,.ods';

/** What the file field offers first; the core decides by content. */
export const IMPORT_ACCEPT = `.docx,.docm,.dotx,.dotm,.odt,.ott,.fodt,.rtf,.pdf,.epub,.html,.htm,.xhtml,.xht,.md,.markdown,.mdown,.mkd,.vtt,.srt,.txt,.text,.log,.asc,${TABLE_ACCEPT}`;

export function isTableFile(name: string): boolean {
  return TABLE_ACCEPT.split(',').some((extension) => name.toLowerCase().endsWith(extension));
}

export function isProjectFile(name: string): boolean {
  return name.toLowerCase().endsWith(PROJECT_EXTENSION);
}

/** The last name of a path of either kind of system. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path;
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.length - fileNameOf(path).length - 1));
}

/** Puts a file name behind a folder, with the folder's own separator. */
export function joinPath(folder: string, name: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}

/** A file name for a project: its name without what a file system does not take. */
export function projectFileName(name: string): string {
  const plain = name
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+/u, '')
    .replace(/[. ]+$/u, '')
    .slice(0, 100);
  return `${plain === '' ? 'Projet' : plain}${PROJECT_EXTENSION}`;
}

/** `~/Recherche/these.repere` for a path below the person's home. */
export function shortPath(path: string, home: string | null): string {
  if (home === null || home === '' || !path.startsWith(home)) return path;
  const rest = path.slice(home.length);
  return rest === '' || /^[\\/]/u.test(rest) ? `~${rest}` : path;
}
