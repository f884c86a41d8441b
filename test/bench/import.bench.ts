import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createClient } from '../../src/contract/client.ts';
import { startWorkerCore } from '../../src/host/worker-client.ts';
import { writeInterviews } from './interview-files.ts';
import { measure, printFigures, type Figure } from './measure.ts';

// Bringing in 100 Word files, as a window sees it: read, then confirmed in one step, through the worker thread.

const INTERVIEWS = 100;
const folder = mkdtempSync(join(tmpdir(), 'repere-bench-'));
const resourcesDir = resolve(import.meta.dirname, '../..');
const figures: Figure[] = [];

async function importing(paths: readonly string[]): Promise<void> {
  const options = { dataDir: join(folder, 'data'), documentsDir: folder, resourcesDir, coderName: 'Camille' };
  const core = await startWorkerCore(options);
  const client = createClient({
    call: (name, input, callOptions) => core.call(name, input, { ...callOptions, locale: 'fr' }),
    subscribe: (listener) => core.subscribe(listener),
  });
  await client.project.create({ path: join(folder, 'project.repere') });
  const files = paths.map((path) => ({ kind: 'path' as const, path }));
  const draftIds: string[] = [];
  const [reading = 0] = await measure(1, async () => {
    for (const inspected of await client.import.inspect({ files })) {
      if (!inspected.ok) throw new Error(`${inspected.fileName}: ${inspected.error.message}`);
      draftIds.push(inspected.draft.draftId);
    }
  });
  const [confirming = 0] = await measure(1, async () => {
    const drafts = draftIds.map((draftId) => ({ draftId, headingsAsTopics: true }));
    const { documentIds } = await client.import.confirm({ drafts });
    if (documentIds.length !== paths.length) throw new Error(`Only ${documentIds.length} came in.`);
  });
  figures.push(
    { what: `read ${paths.length} interviews`, ms: reading, budgetMs: null },
    { what: 'confirm them, in one step', ms: confirming, budgetMs: null },
    {
      what: `import of ${paths.length} interviews of 60 kB .docx`,
      ms: reading + confirming,
      budgetMs: 20_000,
    },
  );
  const listing = await measure(1, () => client.documents.list({}));
  figures.push({ what: 'their list', ms: listing, budgetMs: null });
  await core.close();
}

try {
  const interviews = join(folder, 'interviews');
  mkdirSync(interviews);
  const paths = await writeInterviews(interviews, INTERVIEWS);
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  console.log(`${paths.length} interviews of ${(bytes / paths.length / 1000).toFixed(0)} kB each`);
  await importing(paths);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printFigures(figures);
