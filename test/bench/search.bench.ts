import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createClient } from '../../src/contract/client.ts';
import { openWritable } from '../../src/database/connection.ts';
import { loadMigrations } from '../../src/database/migrate.ts';
import { indexText } from '../../src/documents/index-store.ts';
import { startWorkerCore } from '../../src/host/worker-client.ts';
import { splitParagraphs } from '../../src/text/paragraphs.ts';
import { measure, printFigures, type Figure } from './measure.ts';
import { writeSeededProject } from './seeded-project.ts';

// Searching 100 MB of text, as a window sees it: through the worker thread, messages included.

const folder = mkdtempSync(join(tmpdir(), 'repere-bench-'));
const resourcesDir = resolve(import.meta.dirname, '../..');
const migrations = loadMigrations(join(resourcesDir, 'migrations'));
const path = join(folder, 'project.repere');
const figures: Figure[] = [];

const FIRST = { syntax: 'query', quick: true, limit: 200 } as const;
const QUERIES = {
  'a frequent word': 'ba',
  'a rare word': 'chalunourota',
  'a phrase': '"ba de"',
  'two words AND NOT a third': 'goma AND cha NOT tri',
  'a beginning (lunou*)': 'lunou*',
  'an ending (*vechatri)': '*vechatri',
  'an ending that many words have (*ri)': '*ri',
  'in the middle (lu*?cha)': 'lu*?cha',
  'NEAR/3': 'luma NEAR/3 piro',
} as const;

/** What the index adds to bringing in a text of 1 MB. */
function indexing(): void {
  const db = openWritable(path, 'delete');
  const { id, text } = db
    .prepare<[], { id: number; text: string }>('SELECT id, text FROM text_version ORDER BY id LIMIT 1')
    .get() ?? { id: 0, text: '' };
  const megabyte = text.repeat(Math.ceil(1_000_000 / Math.max(1, text.length)));
  const start = performance.now();
  db.exec('BEGIN');
  db.prepare('DELETE FROM indexed_text WHERE text_version_id = ?').run(id);
  // A number that no paragraph has; taken back at once.
  db.prepare('INSERT INTO text_version (id, text, length_utf16, word_count) VALUES (1000000, ?, ?, 0)').run(
    megabyte,
    megabyte.length,
  );
  indexText(db, 1_000_000, megabyte, splitParagraphs(megabyte));
  figures.push({ what: 'index a text of 1 MB', ms: performance.now() - start, budgetMs: null });
  db.exec('ROLLBACK');
  db.close();
}

async function searching(): Promise<void> {
  const options = { dataDir: join(folder, 'data'), documentsDir: folder, resourcesDir, coderName: 'Camille' };
  const core = await startWorkerCore(options);
  const client = createClient({
    call: (name, input, callOptions) => core.call(name, input, { ...callOptions, locale: 'fr' }),
    subscribe: (listener) => core.subscribe(listener),
  });
  await client.project.open({ path });
  // As a window does once it is open, while the person begins to work.
  const opened = performance.now();
  const reading = client.search.prepare({});
  const waits = await measure(20, () => client.search.find({ ...FIRST, text: 'ba' }));
  await reading;
  figures.push({ what: 'reading the words at opening', ms: performance.now() - opened, budgetMs: null });
  figures.push({ what: 'first hits: meanwhile', ms: waits, budgetMs: 150 });
  for (const [what, text] of Object.entries(QUERIES)) {
    const first = await measure(1, () => client.search.find({ ...FIRST, text }));
    figures.push({ what: `first hits: ${what}, the first time`, ms: first, budgetMs: 150 });
    const again = await measure(5, () => client.search.find({ ...FIRST, text }));
    figures.push({ what: `first hits: ${what}, again`, ms: again, budgetMs: 150 });
  }
  const [whole] = await measure(1, () => client.search.all({ text: 'goma', limit: 200 }));
  figures.push({ what: 'all hits of a frequent word, counted', ms: whole, budgetMs: null });
  await core.close();
}

try {
  const start = performance.now();
  writeSeededProject(path, migrations, {
    documents: 1_000,
    characters: 100_000,
    codings: 1_000,
    codes: 50,
    seed: 3,
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`100 MB of text: ${(statSync(path).size / 1e6).toFixed(0)} MB, made in ${seconds} s`);
  indexing();
  await searching();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printFigures(figures);
