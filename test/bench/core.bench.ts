import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createClient, type Client } from '../../src/contract/client.ts';
import { loadMigrations } from '../../src/database/migrate.ts';
import { startWorkerCore } from '../../src/host/worker-client.ts';
import { writeSeededProject } from './seeded-project.ts';
import { measure, printFigures, type Figure } from './measure.ts';

// Figures of the core as a window sees them: through the worker thread, messages included.

const folder = mkdtempSync(join(tmpdir(), 'repere-bench-'));
const resourcesDir = resolve(import.meta.dirname, '../..');
const migrations = loadMigrations(join(resourcesDir, 'migrations'));
const figures: Figure[] = [];

async function withClient(work: (client: Client) => Promise<void>): Promise<void> {
  const options = { dataDir: join(folder, 'data'), documentsDir: folder, resourcesDir, coderName: 'Camille' };
  const core = await startWorkerCore(options);
  const client = createClient({
    call: (name, input, callOptions) => core.call(name, input, { ...callOptions, locale: 'fr' }),
    subscribe: (listener) => core.subscribe(listener),
  });
  await work(client);
  await core.close();
}

async function wholeProject(): Promise<void> {
  const path = join(folder, 'project.repere');
  const size = { documents: 1_000, characters: 12_000, codings: 200_000, codes: 500, seed: 1 };
  const start = performance.now();
  writeSeededProject(path, migrations, size);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `1,000 documents, 200,000 codings, 500 codes: ${(statSync(path).size / 1e6).toFixed(0)} MB, made in ${seconds} s`,
  );
  // The first opening makes the day's backup; what a person waits for every day is the second.
  await withClient(async (client) => {
    const [ms] = await measure(1, () => client.project.open({ path }));
    figures.push({ what: 'open a project, first time of the day (with its backup)', ms, budgetMs: null });
  });
  await withClient(async (client) => {
    const [open] = await measure(1, async () => {
      await client.project.open({ path });
      await Promise.all([client.documents.list({}), client.codes.list({}), client.hypotheses.list({})]);
    });
    figures.push({ what: 'open a project, lists for the first window', ms: open, budgetMs: 1_000 });
    const [counts] = await measure(1, () => client.codes.counts({}));
    figures.push({ what: 'n / N of all codes, first time', ms: counts, budgetMs: null });
    const table = await measure(7, () => client.analysis.frequencies({ by: 'hypothesis' }));
    figures.push({ what: 'frequency table, whole project', ms: table, budgetMs: 150 });
    const filtered = await measure(7, (index) =>
      client.analysis.frequencies({
        by: 'hypothesis',
        filter: { participantIds: [index + 1, index + 2, index + 3] },
      }),
    );
    figures.push({ what: 'frequency table, three participants', ms: filtered, budgetMs: 150 });
    const [{ codeId }] = [await client.codes.create({ name: 'Grand' })];
    const passages = (await client.search.find({ text: 'ba', limit: 20_000 })).hits.map(
      ({ documentId, start: from, end }) => ({
        documentId,
        start: from,
        end,
      }),
    );
    const [many] = await measure(1, () => client.codings.createMany({ codePath: 'Grand', passages }));
    figures.push({ what: `one step of ${passages.length} rows: do`, ms: many, budgetMs: null });
    const [undo] = await measure(1, () => client.history.undo({}));
    figures.push({ what: `one step of ${passages.length} rows: undo`, ms: undo, budgetMs: 500 });
    const [redo] = await measure(1, () => client.history.redo({}));
    figures.push({ what: `one step of ${passages.length} rows: redo`, ms: redo, budgetMs: 500 });
    await client.codes.remove({ codeIds: [codeId] });
  });
}

async function oneDocument(): Promise<void> {
  const path = join(folder, 'document.repere');
  writeSeededProject(path, migrations, {
    documents: 1,
    characters: 1_000_000,
    codings: 20_000,
    codes: 200,
    seed: 2,
  });
  await withClient(async (client) => {
    await client.project.open({ path });
    const [open] = await measure(1, () =>
      Promise.all([client.documents.get({ documentId: 1 }), client.codings.ofDocument({ documentId: 1 })]),
    );
    figures.push({
      what: 'a document of 1 MB with 20,000 codings: its text and codings',
      ms: open,
      budgetMs: 1_000,
    });
    const apply = await measure(20, (index) =>
      client.codings.create({
        documentId: 1,
        start: 1_000 + index * 400,
        end: 1_100 + index * 400,
        codeIds: [1 + index],
      }),
    );
    figures.push({ what: 'apply a code in it (answer of the core)', ms: apply, budgetMs: 100 });
    const again = await measure(5, () => client.codings.ofDocument({ documentId: 1 }));
    figures.push({ what: 'all its codings again', ms: again, budgetMs: null });
    const counts = await measure(5, () => client.codes.counts({}));
    figures.push({ what: 'n / N of all codes after a change', ms: counts, budgetMs: null });
    const undo = await measure(20, () => client.history.undo({}));
    figures.push({ what: 'undo one coding', ms: undo, budgetMs: 100 });
  });
}

try {
  await wholeProject();
  await oneDocument();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printFigures(figures);
