import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient, type Client } from '../../src/contract/client.ts';
import type { Core } from '../../src/host/core.ts';
import { createCore } from '../../src/host/in-process.ts';
import { readerScripts } from '../../src/host/paths.ts';
import { ReaderPool } from '../../src/readers/pool.ts';
import { HEAVY } from '../helpers/heavy-files.ts';
import { testPlace, type TestPlace } from '../helpers/core.ts';
import { pdfOfNestedForms } from '../unit/formats/pdf-builder.ts';
import { buildDocx } from '../unit/formats/zip-builder.ts';

const MEGABYTE = 1_000_000;
const ODD = fileURLToPath(new URL('../helpers/odd-reader.ts', import.meta.url));

let place: TestPlace;
let pool: ReaderPool;
let core: Core;
let client: Client;

/** A core whose readers are held to little: nobody waits half a minute for a test. */
async function start({ timeMs = 1_000, memoryBytes = 500 * MEGABYTE, reader = readerScripts().reader }) {
  pool = new ReaderPool({ ...readerScripts(), reader }, { timeMs, memoryBytes });
  core = createCore(place.options, pool);
  client = createClient({
    call: (name, input, options) => core.call(name, input, { ...options, locale: 'en' }),
    subscribe: (listener) => core.subscribe(listener),
  });
  await client.project.create({ path: place.path('p.repere') });
}

beforeEach(() => {
  place = testPlace();
});
afterEach(async () => {
  await core.close();
  await pool.close();
  place.remove();
});

const stage = async (fileName: string, bytes: Uint8Array) =>
  ({ kind: 'staged', stagedId: await core.stage(fileName, bytes), fileName }) as const;

/** What a document's file ends with, and how many questions and commands of others were answered before it did. */
async function reading(fileName: string, bytes: Uint8Array, signal?: AbortSignal) {
  const source = await stage(fileName, bytes);
  const state = { over: false };
  const inspected = client.import
    .inspect({ files: [source] }, signal === undefined ? {} : { signal })
    .finally(() => (state.over = true));
  let answered = 0;
  while (!state.over && answered < 5) {
    const { codeId } = await client.codes.create({ name: `code ${answered}` });
    const listed = await client.codes.list({});
    expect(listed.map(({ id }) => id)).toContain(codeId);
    if (!state.over) answered += 1;
  }
  return { inspected, answered };
}

describe('while a file is read that never ends', () => {
  test('questions and commands are answered, and it ends with a sentence', async () => {
    await start({ timeMs: 3_000 });
    const { inspected, answered } = await reading('a.pdf', pdfOfNestedForms(11));
    expect(answered).toBe(5);
    const [result] = await inspected;
    expect(result).toMatchObject({ ok: false, error: { code: 'file.too-heavy' } });
    expect(result?.ok === false && result.error.message).toContain('more than 3 seconds,');
    expect(await client.documents.list({})).toEqual([]);
    expect(await client.codes.list({})).toHaveLength(5);
  });

  test('another file is read meanwhile, and the person can stop it', async () => {
    await start({ timeMs: 60_000 });
    const stop = new AbortController();
    const { inspected } = await reading('a.pdf', pdfOfNestedForms(11), stop.signal);
    const other = await stage('b.docx', buildDocx('<w:p><w:r><w:t>oui</w:t></w:r></w:p>'));
    expect(await client.import.inspect({ files: [other] })).toMatchObject([{ ok: true }]);
    stop.abort();
    await expect(inspected).rejects.toMatchObject({ code: 'call.cancelled' });
  });
});

describe('a file that takes too much memory', () => {
  test('ends with a sentence that tells how much, and the table that is read next is there', async () => {
    await start({ timeMs: 60_000, memoryBytes: 64 * MEGABYTE });
    const cells = `${Array.from({ length: 20 }, (_none, at) => `c${at}`).join(';')}\n`;
    const heavy = await stage('a.csv', new Uint8Array(Buffer.from(cells.repeat(100_000))));
    const problem = client.tables.inspect({ source: heavy });
    await expect(problem).rejects.toMatchObject({ code: 'file.too-heavy' });
    await expect(problem).rejects.toThrow('more than 61 MB');
    const small = await stage('b.csv', new Uint8Array(Buffer.from(cells.repeat(3))));
    expect((await client.tables.inspect({ source: small })).columns).toHaveLength(20);
  });
});

test('a reader that breaks is told of its file alone', async () => {
  await start({ reader: ODD });
  const sources = [await stage('exits.txt', new Uint8Array([97])), await stage('throws.txt', new Uint8Array([97]))];
  const results = await client.import.inspect({ files: sources });
  expect(results).toMatchObject([
    { ok: false, fileName: 'exits.txt', error: { code: 'file.unreadable' } },
    { ok: false, fileName: 'throws.txt', error: { code: 'file.unreadable' } },
  ]);
  expect(await client.documents.list({})).toEqual([]);
}); // prettier-ignore

describe('a cheap limit tells more than the end of patience', () => {
  test.each(['CSV: one row of 19 MB of ;', 'CSV: 190,000 rows of 100 ;'])('%s', async (name) => {
    await start({ timeMs: 60_000 });
    const file = HEAVY.find((each) => each.name === name)!;
    const problem = client.tables.inspect({ source: await stage(file.fileName, file.make()) });
    await expect(problem).rejects.toThrow('4,000,000 cells');
  });
});
