import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../../scripts/lib/chromium.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const WATCH = pathToFileURL(join(ROOT, 'test/helpers/network-watch.mjs')).href;
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let folder: string;
let server: ChildProcess;
let address: string;
let browser: Browser;

/** Where the watch writes down what leaves the machine. */
const log = () => join(folder, 'network.txt');
const environment = () => ({
  ...process.env,
  REPERE_DATA_DIR: join(folder, 'data'),
  REPERE_DOCUMENTS_DIR: folder,
  REPERE_NETWORK_LOG: log(),
});
const watched = (script: string, ...args: string[]) => [
  '--import',
  WATCH,
  join(ROOT, 'dist/node', script),
  ...args,
];

function repere(...args: string[]): string {
  const ran = spawnSync(process.execPath, watched('cli.js', ...args), {
    env: environment(),
    encoding: 'utf8',
  });
  expect(ran.status, ran.stderr).toBe(0);
  return ran.stdout;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'repere-network-'));
  spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), '--if-needed'], { stdio: 'inherit' });
  repere('sample', join(folder, 'étude.repere'));
  server = spawn(process.execPath, watched('serve.js', join(folder, 'étude.repere'), '--no-open'), {
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  address = await new Promise((done, refuse) => {
    server.stdout?.setEncoding('utf8').on('data', (line: string) => {
      const found = /http:\S+/u.exec(line)?.[0];
      if (found !== undefined) done(found);
    });
    server.once('exit', (code) => refuse(new Error(`the shell ended with ${code}`)));
  });
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium: npm test says how to get one');
  browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
});

afterAll(async () => {
  await browser?.close();
  // It writes its last bytes while it ends: the folder goes after it.
  if (server?.exitCode === null) {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill();
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

test('the window asks nobody but its own origin, and within its policy', async () => {
  const { origin } = new URL(address);
  const asked = new Set<string>();
  const complaints: string[] = [];
  const context = await browser.newContext();
  context.on('request', (request) => asked.add(request.url()));
  const page = await context.newPage();
  page.on('websocket', (socket) => asked.add(socket.url().replace(/^ws:/u, 'http:')));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  const screens = page.locator('.title-bar-tab');
  await screens.first().waitFor();
  for (const screen of await screens.all()) {
    await screen.click();
    await page.waitForLoadState('networkidle');
  }
  expect([...asked].filter((url) => new URL(url).origin !== origin)).toEqual([]);
  expect([...asked].some((url) => url.endsWith('/socket'))).toBe(true);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the core and the command line reach nothing beyond this machine', () => {
  const file = join(folder, 'copie.repere');
  repere('sample', file);
  repere('frequencies', file, '--format', 'csv');
  repere('export', file, '--what', 'segments', '--format', 'csv', '--out', join(folder, 's.csv'));
  repere('chart', file, '--what', 'hypotheses', '--format', 'svg', '--out', join(folder, 'c.svg'));
  repere('check', file);
  expect(existsSync(log()) ? readFileSync(log(), 'utf8') : '').toBe('');
});

test('the watch would see it', () => {
  const script =
    "require('node:dns').lookup('example.invalid', () => 0); fetch('http://192.0.2.1/').catch(() => process.exit())";
  spawnSync(process.execPath, ['--import', WATCH, '-e', script], { env: environment(), timeout: 2_000 });
  expect(readFileSync(log(), 'utf8')).toMatch(/lookup example\.invalid[^]*connect 192\.0\.2\.1/u);
});
