import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { RepereError } from '../../../src/errors/codes.ts';
import { FormatError } from '../../../src/formats/parsed-document.ts';
import { readDocument } from '../../../src/formats/read.ts';
import { readTable } from '../../../src/formats/table.ts';
import { readerScripts } from '../../../src/host/paths.ts';
import type { ReadLimits } from '../../../src/readers/messages.ts';
import { ReaderPool } from '../../../src/readers/pool.ts';
import { bytesOf } from '../formats/documents.ts';
import { tableBytes } from '../formats/tables.ts';

const MEGABYTE = 1_000_000;
const ODD = fileURLToPath(new URL('../../helpers/odd-reader.ts', import.meta.url));
const GENEROUS: ReadLimits = { timeMs: 60_000, memoryBytes: 500 * MEGABYTE };
const bytes = new Uint8Array([97]);

const shared = new ReaderPool(readerScripts(), GENEROUS);
afterAll(() => shared.close());
const pools: ReaderPool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function poolOf(limits: ReadLimits = GENEROUS, reader?: string): ReaderPool {
  const scripts = readerScripts();
  const pool = new ReaderPool({ ...scripts, ...(reader === undefined ? {} : { reader }) }, limits);
  pools.push(pool);
  return pool;
}

const odd = (limits: Partial<ReadLimits> = {}): ReaderPool => poolOf({ ...GENEROUS, ...limits }, ODD);
const read = (pool: ReaderPool, fileName: string, signal?: AbortSignal) =>
  pool.read('document', bytes, { fileName }, { signal });
/** Code and details of what a reading ends with. */
const failure = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof RepereError || error instanceof FormatError)
        return { code: error.code, ...error.details };
      throw error;
    },
  );

describe('what a reader makes of a file', () => {
  test.each(['riche.docx', 'riche.odt', 'riche.rtf', 'riche.html', 'riche.md', 'riche.epub', 'riche.pdf', 'zoom.srt'])(
    'comes over from the other thread as it is: %s',
    async (fileName) => {
      const file = bytesOf(fileName);
      const length = file.byteLength;
      const told: number[] = [];
      const parsed = await shared.read('document', file, { fileName }, { onProgress: (share) => told.push(share) });
      expect(parsed).toEqual(await readDocument(file, { fileName }));
      // The bytes are kept as the original.
      expect(file.byteLength).toBe(length);
      expect(told.at(-1)).toBe(1);
    },
  ); // prettier-ignore

  test.each(['questionnaire.xlsx', 'questionnaire.ods', 'questionnaire.csv'])('tables too: %s', async (fileName) => {
    const file = tableBytes(fileName);
    expect(await shared.read('table', file, { fileName })).toEqual(await readTable(file, { fileName }));
  }); // prettier-ignore

  test('errors keep their code and their details', async () => {
    const pool = shared;
    expect(await failure(pool.read('document', new Uint8Array(), { fileName: 'a.txt' }))).toEqual({
      code: 'format.empty',
      reason: 'no-bytes',
    });
    const laidOut = pool.read('laidOut', Buffer.from('a;b\n1;2'), {
      fileName: 'a.csv',
      wish: { id: 'x', locale: 'fr', sheet: 'b', participants: [], variables: [] },
    });
    expect(await failure(laidOut)).toEqual({ code: 'not-found', kind: 'sheet', id: 'b' });
  });
});

describe('a reading that goes wrong', () => {
  test('ends after its time, and the next file is read', async () => {
    const pool = odd({ timeMs: 300 });
    expect(await failure(read(pool, 'hangs'))).toEqual({ code: 'file.too-heavy', what: 'time', limit: 300 });
    expect(await read(pool, 'plain')).toBe('plain');
  });

  test.each(['objects', 'buffers'])('ends when it takes too much memory: %s', async (fileName) => {
    const memoryBytes = 100 * MEGABYTE;
    const pool = odd({ memoryBytes });
    const heavy = { code: 'file.too-heavy', what: 'memory', limit: memoryBytes };
    expect(await failure(read(pool, fileName))).toEqual(heavy);
    expect(await read(pool, 'plain')).toBe('plain');
  });

  test('leaves what others read alone, and does not let them wait', async () => {
    const pool = odd();
    const stop = new AbortController();
    const heavy = failure(read(pool, 'hangs', stop.signal));
    for (let at = 0; at < 5; at += 1) expect(await read(pool, `plain ${at}`)).toBe(`plain ${at}`);
    stop.abort();
    expect(await heavy).toEqual({ code: 'call.cancelled' });
  });

  test('is stopped when the person says so, also while it waits for its turn', async () => {
    const pool = odd();
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
    const [one, two, three] = [first, second, third].map(({ signal }) =>
      failure(read(pool, 'hangs', signal)),
    );
    const last = read(pool, 'plain');
    third.abort();
    expect(await three).toEqual({ code: 'call.cancelled' });
    first.abort();
    expect(await one).toEqual({ code: 'call.cancelled' });
    expect(await last).toBe('plain');
    second.abort();
    expect(await two).toEqual({ code: 'call.cancelled' });
    expect(await failure(read(pool, 'plain', AbortSignal.abort()))).toEqual({ code: 'call.cancelled' });
  });

  test('is told when its thread breaks, and another thread takes the next file', async () => {
    const pool = odd();
    const broken = { code: 'file.unreadable' };
    expect(await failure(read(pool, 'exits.txt'))).toEqual({
      ...broken,
      path: 'exits.txt',
      reason: 'exit 3',
    });
    expect(await failure(read(pool, 'throws.txt'))).toEqual({
      ...broken,
      path: 'throws.txt',
      reason: 'a mistake',
    });
    expect(await read(pool, 'plain')).toBe('plain');
  });

  test('is told when there is no such thread at all', async () => {
    const pool = poolOf(GENEROUS, `${ODD}.missing.ts`);
    expect(await failure(read(pool, 'a.txt'))).toMatchObject({ code: 'file.unreadable', path: 'a.txt' });
    expect(await failure(read(pool, 'a.txt'))).toMatchObject({ code: 'file.unreadable', path: 'a.txt' });
  });

  test('that was heavy leaves a pool that closes and opens again', async () => {
    const pool = odd();
    const waiting = failure(read(pool, 'hangs'));
    await pool.close();
    expect(await waiting).toEqual({ code: 'call.cancelled' });
    expect(await read(pool, 'plain')).toBe('plain');
  });
});
