import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isRunning, thisProcess } from '../database/process-identity.ts';

/** Whoever did not open it within this time has another way in: the address on the terminal. */
const KEPT_MS = 60_000;
/** Whatever its process is doing, nothing leads through a page that is older than this. */
const FORGOTTEN_MS = 2 * KEPT_MS;
/** The process that made it, and what chance added; earlier versions named no process. */
const OURS = /^Repère-(?:(?<pid>\d+)-)?[\dA-Za-z]{6}$/u;
const PAGE = 'repere.html';
const LEADS_THERE = '<meta http-equiv="refresh" content="0;url=';

export interface LaunchFile {
  readonly path: string;
  remove(): void;
}

/**
 * A page that leads to an address, in a file that this person alone can read. A browser is started with its path: what
 * a program is started with can be read by every user of the machine.
 */
export function writeLaunchFile(dataDir: string, address: string, title: string): LaunchFile {
  const folder = mkdtempSync(join(parentFolder(dataDir), `Repère-${process.pid}-`));
  chmodSync(folder, 0o700);
  const path = join(folder, PAGE);
  const link = address.replaceAll('&', '&amp;');
  writeFileSync(
    path,
    `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">` +
      `${LEADS_THERE}${link}"><title>${title}</title></head>` +
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

/**
 * Removes the pages that killed servers left behind, wherever pages are put: beside this person's data, and in the home
 * for browsers in a sandbox, also where there is none any more. What is not exactly such a folder stays.
 */
export function sweepLaunchFiles(
  dataDir: string,
  home: string = homedir(),
  nowMs: number = Date.now(),
): void {
  for (const parent of [launchFolder(dataDir), home])
    for (const name of namesIn(parent)) {
      const match = OURS.exec(name.normalize());
      if (match !== null) removeForgotten(join(parent, name), match.groups?.['pid'] ?? null, nowMs);
    }
}

function removeForgotten(folder: string, pid: string | null, nowMs: number): void {
  try {
    const isOld = Math.abs(nowMs - statSync(folder).mtimeMs) > FORGOTTEN_MS;
    const isDead = pid !== null && !isRunning({ ...thisProcess(), pid: Number(pid), start: null });
    if ((isOld || isDead) && holdsOnlyAPage(folder)) rmSync(folder, { recursive: true, force: true });
  } catch {
    // Somebody else's, or gone meanwhile.
  }
}

/** A person's own folder may be called so too. */
function holdsOnlyAPage(folder: string): boolean {
  const names = readdirSync(folder);
  if (names.length !== 1 || names[0] !== PAGE) return false;
  return readFileSync(join(folder, PAGE), 'utf8').includes(LEADS_THERE);
}

/** Browsers in a sandbox of their own (snap) read neither hidden folders nor the temporary one, only the plain home. */
function parentFolder(dataDir: string): string {
  if (process.platform === 'linux' && existsSync('/snap')) return homedir();
  const folder = launchFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function launchFolder(dataDir: string): string {
  return join(dataDir, 'launch');
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there yet, or not for us.
    return [];
  }
}
