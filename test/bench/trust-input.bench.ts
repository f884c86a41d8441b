import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CallError, createClient, type Client } from '../../src/contract/client.ts';
import type { Core } from '../../src/host/core.ts';
import { startWorkerCore } from '../../src/host/worker-client.ts';
import { HEAVY, type HeavyFile } from '../helpers/heavy-files.ts';

// Files that ask much of whoever reads them, as a window brings them in: how each ends, what it takes, and how long a
// question of another window waits meanwhile. `--only WORD` takes those whose name holds the word; `--patience S` ends a
// file that is not through after so many seconds.

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    patience: { type: 'string', default: '120' },
    make: { type: 'string' },
    read: { type: 'string' },
    index: { type: 'string', default: '0' },
  },
  allowPositionals: true,
});
const ASK_MS = 50;
const PROMISED = { seconds: 35, megabytes: 600, waitMs: 5_000 };
const SELF = fileURLToPath(import.meta.url);
const resourcesDir = resolve(import.meta.dirname, '../..');

/** How the file ends: as it is read, or the code of the sentence that is said. */
async function inspect(client: Client, path: string, isTable: boolean | undefined): Promise<string> {
  const source = { kind: 'path' as const, path };
  try {
    if (isTable === true) return `${(await client.tables.inspect({ source })).rows} rows`;
    const [inspected] = await client.import.inspect({ files: [source] });
    return inspected?.ok === true ? `${inspected.draft.words} words` : (inspected?.error.code ?? 'nothing');
  } catch (error) {
    return error instanceof CallError ? error.code : String(error);
  }
}

/** Reads one file in this process; answers whether it kept what is promised. */
async function measure(core: Core, { name, isTable }: HeavyFile, path: string): Promise<boolean> {
  const folder = join(path, '..');
  const client = createClient({
    call: (call, input, callOptions) => core.call(call, input, { ...callOptions, locale: 'en' }),
    subscribe: (listener) => core.subscribe(listener),
  });
  await client.project.create({ path: join(folder, 'p.repere') });
  // The first file finds the readers there, as it does after a minute of work.
  writeFileSync(join(folder, 'warm.txt'), 'oui');
  await inspect(client, join(folder, 'warm.txt'), false);
  const before = process.memoryUsage.rss();
  const started = performance.now();
  const state = { over: false, peak: 0, longest: 0, asked: started };
  const watch = (async () => {
    while (!state.over) {
      state.asked = performance.now();
      await client.documents.list({});
      state.longest = Math.max(state.longest, performance.now() - state.asked);
      await later(ASK_MS);
    }
  })();
  const weigh = setInterval(
    () => (state.peak = Math.max(state.peak, process.memoryUsage.rss() - before)),
    ASK_MS,
  );
  const patience = later(Number(values.patience) * 1_000, 'NOT THROUGH');
  const ending = await Promise.race([inspect(client, path, isTable), patience]);
  const seconds = (performance.now() - started) / 1_000;
  state.over = true;
  clearInterval(weigh);
  await Promise.race([watch, later(500)]);
  const waited = Math.max(state.longest, ending === 'NOT THROUGH' ? performance.now() - state.asked : 0);
  const megabytes = state.peak / 1_000_000;
  const holds = seconds <= PROMISED.seconds && megabytes <= PROMISED.megabytes && waited <= PROMISED.waitMs;
  console.log(
    `${name}: ${ending}; ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB at most, ` +
      `a question waited ${(waited / 1_000).toFixed(2)} s at most${holds ? '' : '  EXCEEDS'}`,
  );
  return holds;
}

const file = HEAVY[Number(values.index)];
if (values.make !== undefined && file !== undefined) writeFileSync(values.make, file.make());
else if (values.read !== undefined && file !== undefined) {
  const folder = join(values.read, '..');
  const options = { dataDir: join(folder, 'data'), documentsDir: folder, resourcesDir, coderName: 'Camille' };
  const holds = await measure(await startWorkerCore(options), file, values.read);
  // What is not through holds the process up for ever.
  process.kill(process.pid, holds ? 'SIGTERM' : 'SIGKILL');
} else {
  let failed = 0;
  for (const [index, { name, fileName }] of HEAVY.entries()) {
    if (!name.includes(values.only)) continue;
    const folder = mkdtempSync(join(tmpdir(), 'repere-input-'));
    const path = join(folder, basename(fileName));
    const run = (what: 'make' | 'read') =>
      spawnSync(
        process.execPath,
        [SELF, `--${what}`, path, '--index', String(index), '--patience', values.patience],
        { stdio: 'inherit' },
      );
    run('make');
    if (run('read').signal !== 'SIGTERM') failed += 1;
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${failed} of the files took more than is promised`);
  if (failed > 0) process.exitCode = 1;
}
