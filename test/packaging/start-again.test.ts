import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBrowserShell } from '../../src/host/browser-shell.ts';
import { writeLaunchFile } from '../../src/host/launch-file.ts';
import { addressOfServer } from '../../src/host/own-servers.ts';
import { connect } from '../helpers/loopback-door.ts';
import { REPOSITORY, testCore } from '../helpers/core.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'repere-again-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The command line's `serve`, from the sources, with its data in the folder. */
function serve(file: string): {
  child: ChildProcess;
  address: Promise<string>;
  code: Promise<number | null>;
} {
  const child = spawn(process.execPath, [join(REPOSITORY, 'dist/node/cli.js'), 'serve', file, '--no-open'], {
    env: { ...process.env, REPERE_DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const code = new Promise<number | null>((done) => child.once('exit', done));
  const address = new Promise<string>((done) =>
    child.stdout.once('data', (data: Buffer) => done(data.toString().trim())),
  );
  return { child, address, code };
}

async function project(): Promise<string> {
  const t = await testCore({ project: 'p' });
  await t.client.project.close({});
  const path = join(folder, 'p.repere');
  writeFileSync(path, readFileSync(t.path('p.repere')));
  await t.end();
  return path;
}

const tokenOf = async (address: string) =>
  /name="repere-token" content="([^"]+)"/u.exec(await (await fetch(address)).text())?.[1] ?? '';

test('a project that a server of ours has open leads to its page; Ctrl+C ends at once with a window there', async () => {
  const path = await project();
  const first = serve(path);
  const port = Number(new URL(await first.address).port);
  const token = await tokenOf(await first.address);
  const notes = readdirSync(join(folder, 'data/servers'));
  expect(notes).toEqual([`${first.child.pid}.json`]);
  expect(statSync(join(folder, 'data/servers', notes[0] ?? '')).mode & 0o777).toBe(0o600);

  const second = serve(path);
  const address = await second.address;
  expect(Number(new URL(address).port)).toBe(port);
  expect(await second.code).toBe(0);
  expect(await tokenOf(address)).toBe(token);

  const socket = await connect({ port, token });
  first.child.kill('SIGINT');
  const ended = await Promise.race([first.code, new Promise((done) => setTimeout(done, 20_000, 'hangs'))]);
  expect(ended).toBe(0);
  socket.terminate();
  expect(readdirSync(join(folder, 'data/servers'))).toEqual([]);
});

test('nobody without the token learns the way, and a page is never told it', async () => {
  const places = { resourcesDir: REPOSITORY, dataDir: join(folder, 'data'), documentsDir: folder };
  const shell = await startBrowserShell({ open: false, locale: 'fr', places });
  const ask = (headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${shell.port}/launch`, { method: 'POST', headers });
  expect((await ask({})).status).toBe(401);
  expect((await ask({ Authorization: 'Bearer x' })).status).toBe(401);
  const good = { Authorization: `Bearer ${shell.token}` };
  expect((await ask({ ...good, Origin: 'http://evil.example' })).status).toBe(403);
  expect((await ask(good)).status).toBe(200);
  expect(await addressOfServer(places.dataDir, process.pid)).toContain(`:${shell.port}/open?once=`);
  await shell.close();
  expect(await addressOfServer(places.dataDir, process.pid)).toBeNull();
});

test('the browser is started with a file that this person alone can read', () => {
  const file = writeLaunchFile(folder, 'http://127.0.0.1:1/open?once=abc', 'Repère');
  expect(statSync(file.path).mode & 0o777).toBe(0o600);
  expect(statSync(join(file.path, '..')).mode & 0o777).toBe(0o700);
  expect(file.path).not.toContain('abc');
  expect(readFileSync(file.path, 'utf8')).toContain('url=http://127.0.0.1:1/open?once=abc');
  file.remove();
  expect(existsSync(file.path)).toBe(false);
});
