import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isErrorCode, RepereError } from '../errors/codes.ts';
import type { Locale } from '../settings/contract.ts';
import type { Core, CoreOptions } from './core.ts';
import { startLoopback, type Loopback } from './loopback.ts';
import { sweepLaunchFiles, writeLaunchFile } from './launch-file.ts';
import { hasDisplay, openBrowser } from './open-browser.ts';
import { addressOfServer, noteServer } from './own-servers.ts';
import { builtDir, findPlaces, type Places } from './paths.ts';
import { keepUsualPort, usualPorts } from './usual-port.ts';
import { superviseCore } from './supervised-core.ts';
import { startWorkerCore } from './worker-client.ts';

export interface BrowserShellOptions {
  /** A project to open first; relative to the working folder. */
  readonly file?: string;
  /** Absent or 0: the usual port of this person, where it is free, else any. */
  readonly port?: number;
  /** Whether to show the window in the machine's browser, where there is a display. */
  readonly open: boolean;
  /** How long no window must have been there, after one was, for the shell to end by itself; absent: never. */
  readonly idleMs?: number;
  readonly locale: Locale;
  readonly places?: Places;
  readonly startCore?: (options: CoreOptions) => Promise<Core>;
}

export interface BrowserShell {
  readonly address: string;
  readonly port: number;
  readonly token: string;
  /** Resolves when the shell has ended, by {@link BrowserShell.close} or because nobody was there any more. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/**
 * The program in an ordinary browser: a core in its own thread behind a loopback server. Rejects with
 * {@link RepereError} when `file` cannot be opened, {@link OpenElsewhere} when a window of ours has it open already, and with the system's error when the port cannot be had.
 */
export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const places = options.places ?? findPlaces();
  const rendererDir = builtDir(places, 'renderer');
  await stat(join(rendererDir, 'index.html'));
  const startCore = options.startCore ?? startWorkerCore;
  const core = await superviseCore({ start: () => startCore(places) });
  try {
    if (options.file !== undefined) await openProject(core, resolve(options.file), options, places.dataDir);
    return await serve(core, rendererDir, options, places.dataDir);
  } catch (error) {
    await core.close();
    throw error;
  }
}

async function serve(
  core: Core,
  rendererDir: string,
  options: BrowserShellOptions,
  dataDir: string,
): Promise<BrowserShell> {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= loopback
      .close()
      .then(() => core.close())
      .finally(() => {
        forget();
        end();
      });
    return closing;
  };
  const start = (port: number): Promise<Loopback> =>
    startLoopback({
      core,
      port,
      rendererDir,
      ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
      onIdle: () => void close(),
      onShow: () => showWindow(loopback, dataDir),
    });
  const asked = options.port ?? 0;
  const loopback = await (asked === 0
    ? startAtOneOf([...usualPorts(dataDir, options.file), 0], start)
    : start(asked));
  if (asked === 0) keepUsualPort(dataDir, loopback.port, options.file);
  sweepLaunchFiles(dataDir);
  const forget = noteServer(dataDir, loopback.port, loopback.token);
  if (options.open && hasDisplay()) showWindow(loopback, dataDir);
  const { address, port, token } = loopback;
  return { address, port, token, ended, close };
}

/** Starts at the first port that is free; the last failure is thrown. */
async function startAtOneOf(
  ports: readonly number[],
  start: (port: number) => Promise<Loopback>,
): Promise<Loopback> {
  const [port = 0, ...others] = ports;
  return start(port).catch((error: unknown) => {
    if (others.length === 0) throw error;
    return startAtOneOf(others, start);
  });
}

/** Starts the browser with the path of a file that leads to the window, so that the way in is in no list of programs. */
function showWindow(loopback: Loopback, dataDir: string): void {
  let remove = (): void => undefined;
  const address = loopback.launchAddress(() => remove());
  try {
    const file = writeLaunchFile(dataDir, address, 'Repère');
    ({ remove } = file);
    openBrowser(file.path);
  } catch {
    // No place for the file: the address on the terminal is the way in.
  }
}

/** The project is open in another window of ours: that is where the person wants to go. */
export class OpenElsewhere extends Error {
  readonly address: string;
  constructor(address: string) {
    super('open elsewhere');
    this.address = address;
  }
}

async function openProject(
  core: Core,
  path: string,
  { locale, open }: BrowserShellOptions,
  dataDir: string,
): Promise<void> {
  const answer = await core.call('project.open', { path }, { locale });
  if (answer.ok) return;
  const { code, details, message } = answer.error;
  if (code === 'project.locked' && typeof details['pid'] === 'number') {
    const address = await addressOfServer(dataDir, details['pid'], open && hasDisplay());
    if (address !== null) throw new OpenElsewhere(address);
  }
  throw isErrorCode(code) ? new RepereError(code, details) : new Error(message);
}
