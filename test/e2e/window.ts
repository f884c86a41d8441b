import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { addressOfServer } from '../../src/host/own-servers.ts';
import { findChromium } from '../../scripts/lib/chromium.mjs';

export const ROOT = resolve(import.meta.dirname, '../..');
export const SAMPLE = join(ROOT, 'fixtures/sample-study');

const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The program as a person starts it, with the person's folders in a place of its own, and a real Chromium. */
export class Program {
  readonly folder = mkdtempSync(join(tmpdir(), 'repere-e2e-'));
  /** What went wrong in any page: errors that nobody caught, and messages on the console. */
  readonly complaints: string[] = [];
  #server: ChildProcess | null = null;
  #browser: Browser | null = null;
  #address = '';

  /** Starts the built program, with a project open when a file is given. */
  async start(file?: string): Promise<void> {
    await this.startServer(file);
    const executablePath = findChromium();
    if (executablePath === null) throw new Error('Chromium is missing');
    this.#browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  }

  /** Starts the program alone, where a browser is open already. */
  async startServer(file?: string): Promise<void> {
    const cli = join(ROOT, 'dist/node/cli.js');
    if (!existsSync(cli)) throw new Error('dist is missing: npm run build');
    const env = {
      ...process.env,
      REPERE_DATA_DIR: join(this.folder, 'data'),
      REPERE_DOCUMENTS_DIR: this.folder,
      LC_ALL: 'fr_FR.UTF-8',
    };
    const args = [cli, 'serve', ...(file === undefined ? [] : [file]), '--no-open', '--coder', 'Camille'];
    const server = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#server = server;
    this.#address = await new Promise((done, failed) => {
      server.stdout.once('data', (data: Buffer) => done(data.toString().trim()));
      server.once('exit', (code) => failed(new Error(`the program ended with ${code}`)));
    });
  }

  /** A new window of the program: French, light, 1440×900 unless said otherwise. */
  async window(options: BrowserContextOptions = {}): Promise<Page> {
    if (this.#browser === null) throw new Error('not started');
    const context = await this.#browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'fr-FR',
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...options,
    });
    return this.tab(context);
  }

  /** A tab beside those that a browser has open already, with what it keeps of them. */
  async tab(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    await page.goto(await this.#entry());
    return page;
  }

  /** The printed address lets one browser in; further windows ask as a second start of the program does. */
  async #entry(): Promise<string> {
    const first = this.#address;
    this.#address = '';
    if (first !== '') return first;
    const pid = this.#server?.pid ?? 0;
    const address = await addressOfServer(join(this.folder, 'data'), pid);
    if (address === null) throw new Error('the program does not say where its window is');
    return address;
  }

  /** Starts, opens a window and the sample study in it, and waits for its first transcript. */
  async openSample(options: BrowserContextOptions = {}): Promise<Page> {
    await this.start();
    const page = await this.window(options);
    await page.getByRole('button', { name: 'Ouvrir l’étude exemple' }).click();
    await page.locator('.tr-words').first().waitFor();
    return page;
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    await this.stopServer();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ends the program as Ctrl+C does, or kills it; its pages stay. */
  async stopServer(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    const server = this.#server;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((done) => server.once('exit', done));
    server.kill(signal);
    await gone;
  }
}

/** Drops files of this machine anywhere on the window, as a person does with the mouse. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => ({
    name: path.split('/').at(-1) ?? path,
    base64: readFileSync(path).toString('base64'),
  }));
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', type, { dataTransfer: data });
  }
}

/** Drops files and folders as they lie on this machine: unlike {@link dropFiles}, the browser can look into a folder. */
export async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 450, data });
  }
  await session.detach();
}
