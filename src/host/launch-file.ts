import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Whoever did not open it within this time has another way in: the address on the terminal. */
const KEPT_MS = 60_000;

export interface LaunchFile {
  readonly path: string;
  remove(): void;
}

/**
 * A page that leads to an address, in a file that this person alone can read. A browser is started with its path: what
 * a program is started with can be read by every user of the machine.
 */
export function writeLaunchFile(dataDir: string, address: string, title: string): LaunchFile {
  const folder = mkdtempSync(join(parentFolder(dataDir), 'Repère-'));
  chmodSync(folder, 0o700);
  const path = join(folder, 'repere.html');
  const link = address.replaceAll('&', '&amp;');
  writeFileSync(
    path,
    `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">` +
      `<meta http-equiv="refresh" content="0;url=${link}"><title>${title}</title></head>` +
      `<body><a href="${link}">${title}</a></body></html>\n`,
    { mode: 0o600 },
  );
  const remove = (): void => {
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  };
  const timer = setTimeout(remove, KEPT_MS);
  timer.unref();
  return { path, remove };
}

/** Browsers in a sandbox of their own (snap) read neither hidden folders nor the temporary one, only the plain home. */
function parentFolder(dataDir: string): string {
  if (process.platform === 'linux' && existsSync('/snap')) return homedir();
  const folder = join(dataDir, 'launch');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
