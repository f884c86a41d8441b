import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate as nextTick } from 'node:timers/promises';
import { loadMigrations } from '../../src/database/migrate.ts';
import { createCore } from '../../src/host/in-process.ts';
import { handOn } from '../helpers/kills/furnish.ts';
import { writeSeededProject } from './seeded-project.ts';

// How long nobody is answered while a copy of a large project is made: the longest pause between two turns of the loop.

const folder = mkdtempSync(join(tmpdir(), 'repere-copies-'));
const path = join(folder, 'grand.repere');
const resourcesDir = resolve(import.meta.dirname, '../..');
const size = { documents: 20, characters: 250_000, codings: 200_000, codes: 500, seed: 3 };
writeSeededProject(path, loadMigrations(join(resourcesDir, 'migrations')), size);
console.log(`${size.codings} codings, ${Math.round(statSync(path).size / 1024 / 1024)} MB`);

const core = createCore({
  dataDir: join(folder, 'data'),
  documentsDir: folder,
  resourcesDir,
  coderName: 'A',
});
const { client } = handOn(core, path, 0);

async function paused(what: string, work: () => Promise<unknown>): Promise<void> {
  const state = { isDone: false };
  let [last, longest] = [performance.now(), 0];
  const start = last;
  const done = work().finally(() => (state.isDone = true));
  while (!state.isDone) {
    await nextTick();
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  await done;
  console.log(
    `${longest.toFixed(0).padStart(9)} ms  longest pause, of ${(last - start).toFixed(0)} ms: ${what}`,
  );
}

await client.project.open({ path });
const { codeId } = await client.codes.create({ name: 'Un' });
const { codeId: intoId } = await client.codes.create({ name: 'Deux' });
await paused('merging two empty codes, with the copy before it', () =>
  client.codes.merge({ codeIds: [codeId], intoId, definitions: 'keep' }),
);
await paused('a copy that was asked for', () => client.project.backup({}));
await client.codes.create({ name: 'Trois' });
await paused('closing, with the copy at closing', () => client.project.close({}));
await core.close();
rmSync(folder, { recursive: true, force: true });
