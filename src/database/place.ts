import { readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The file itself behind links; the absolute path where there is no file. */
export function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync.native(absolute);
  } catch {
    return absolute;
  }
}

/** Folder names that cloud clients synchronise behind the program's back. */
const SYNCHRONISED =
  /(?:^|[\\/])(?:OneDrive[^\\/]*|Dropbox[^\\/]*|Google ?Drive|GoogleDrive[^\\/]*|My Drive|Mon Drive|iCloud ?Drive|Mobile Documents|CloudStorage|Nextcloud[^\\/]*|ownCloud|Seafile|pCloud ?Drive|kDrive|Box(?: Sync)?|MEGA(?:sync)?|Sync|Syncthing|Tresorit)(?:[\\/]|$)/iu;

const NETWORK_TYPES = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'fuse.sshfs',
  'fuse.rclone',
  'davfs',
  '9p',
  'afpfs',
]);

export type PlaceWarning = 'synchronised-folder' | 'network-drive';

/**
 * Where a project file lies. Write-ahead logging needs two side files that a cloud client may copy at the wrong moment,
 * and shared memory that network drives do not have; there the classic journal is safer.
 */
export function placeWarning(path: string, mounts: string = readMounts()): PlaceWarning | null {
  const folder = dirname(resolve(path));
  if (/^(?:\\\\|\/\/)[^\\/?.]/u.test(path) || onNetworkMount(folder, mounts)) return 'network-drive';
  return SYNCHRONISED.test(folder) ? 'synchronised-folder' : null;
}

function onNetworkMount(folder: string, mounts: string): boolean {
  let best = { length: -1, type: '' };
  for (const line of mounts.split('\n')) {
    const [, point, type] = line.split(' ');
    if (point === undefined || type === undefined) continue;
    const path = point.replaceAll('\\040', ' ');
    const inside = folder === path || folder.startsWith(path.endsWith('/') ? path : `${path}/`);
    if (inside && path.length > best.length) best = { length: path.length, type };
  }
  return NETWORK_TYPES.has(best.type);
}

function readMounts(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    // Not a Linux system: only the path itself tells.
    return '';
  }
}
