import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startBrowserShell } from '../../src/host/browser-shell.ts';
import type { Places } from '../../src/host/paths.ts';
import { explain } from '../../src/host/run-shell.ts';
import { FakeCore } from '../helpers/fake-core.ts';
import { connect, socketTransport } from '../helpers/loopback-door.ts';

let folder: string;
let places: Places;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'repere-shell-'));
  places = { resourcesDir: join(folder, 'program'), dataDir: join(folder, 'data'), documentsDir: folder };
  mkdirSync(join(places.resourcesDir, 'dist', 'renderer'), { recursive: true });
  writeFileSync(join(places.resourcesDir, 'dist', 'renderer', 'index.html'), '<!doctype html><head></head>');
  cpSync(resolve(import.meta.dirname, '../../migrations'), join(places.resourcesDir, 'migrations'), {
    recursive: true,
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the browser shell', () => {
  test('serves a window and a core in its own thread', async () => {
    const shell = await startBrowserShell({ open: false, locale: 'fr', places });
    const socket = await connect(shell);
    const { call } = socketTransport(socket, 'fr');
    const path = join(folder, 'a.repere');
    expect(await call('project.create', { path })).toMatchObject({ ok: true, value: { path, name: 'a' } });
    await shell.close();
    const again = await startBrowserShell({ file: path, open: false, locale: 'fr', places });
    const second = await connect(again);
    expect(await socketTransport(second, 'fr').call('project.current', {})).toMatchObject({
      ok: true,
      value: { path },
    });
    second.close();
    await again.close();
  });

  test('comes back at the port where it was, also when several were open: what a browser keeps is found again', async () => {
    const start = (file?: string) =>
      startBrowserShell({
        ...(file === undefined ? {} : { file }),
        open: false,
        locale: 'fr',
        places,
        startCore: async () => new FakeCore().on('project.open', async () => ({})),
      });
    const [one, two] = [join(folder, 'un.repere'), join(folder, 'deux.repere')];
    const first = await start(one);
    const second = await start(two);
    expect(second.port).not.toBe(first.port);
    await second.close();
    const again = await start(two);
    expect(again.port).toBe(second.port);
    await again.close();
    await first.close();
    // With both free, each has its own.
    for (const [file, port] of [
      [two, second.port],
      [one, first.port],
      [undefined, first.port],
    ] as const) {
      const shell = await start(file);
      expect([file, shell.port]).toEqual([file, port]);
      await shell.close();
    }
  });

  test('does not start on a project that cannot be opened, and says why', async () => {
    const file = join(folder, 'none.repere');
    const starting = startBrowserShell({ file, open: false, locale: 'fr', places });
    await expect(starting).rejects.toMatchObject({ code: 'project.missing', details: { path: file } });
    const sentence = explain(await starting.catch((error: unknown) => error), '0', 'fr');
    expect(sentence).toContain(`Le fichier ${file} est introuvable.`);
  });

  test('does not start on a port that is taken, and says so', async () => {
    const core = new FakeCore();
    const options = { open: false, locale: 'en', places, startCore: async () => core } as const;
    const shell = await startBrowserShell(options);
    const taken = await startBrowserShell({ ...options, port: shell.port }).catch((error: unknown) => error);
    expect(explain(taken, String(shell.port), 'en')).toBe(
      `Port ${shell.port} is already taken. Choose another, or none.`,
    );
    expect(core.closed).toBe(true);
    await shell.close();
  });

  test('takes away the page that a killed server left', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const left = join(places.dataDir, 'launch', `Repère-${gone}-a1B2c3`);
    mkdirSync(left, { recursive: true });
    const page = '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/">';
    writeFileSync(join(left, 'repere.html'), page);
    const startCore = async () => new FakeCore();
    const shell = await startBrowserShell({ open: false, locale: 'fr', places, startCore });
    expect(existsSync(left)).toBe(false);
    await shell.close();
  });

  test('ends, and closes its core, when nobody is there any more', async () => {
    const core = new FakeCore();
    const shell = await startBrowserShell({
      open: false,
      locale: 'fr',
      places,
      idleMs: 50,
      startCore: async () => core,
    });
    const socket = await connect(shell);
    expect(core.closed).toBe(false);
    socket.close();
    await shell.ended;
    expect(core.closed).toBe(true);
  });

  test('tells its windows when the core dies, and serves them with another', async () => {
    const cores: FakeCore[] = [];
    const startCore = async () => {
      const core = new FakeCore().on('project.recent', async () => [cores.length]);
      cores.push(core);
      return core;
    };
    const shell = await startBrowserShell({ open: false, locale: 'fr', places, startCore });
    const socket = await connect(shell);
    const transport = socketTransport(socket, 'fr');
    const heard = vi.fn<(event: unknown) => void>();
    transport.subscribe(heard);
    cores[0]?.emit({ type: 'lost', reason: 'exit 1' });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ type: 'lost', reason: 'exit 1' }));
    expect(await transport.call('project.recent', {})).toEqual({ ok: true, value: [2] });
    socket.close();
    await shell.close();
  });
});
