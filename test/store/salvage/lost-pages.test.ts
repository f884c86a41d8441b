import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SalvageReport } from '../../../src/salvage/contract.ts';
import { treePage } from '../../../src/salvage/pages/tree-page.ts';
import { testCore, type TestCore } from '../../helpers/core.ts';

const PAGE = 4096;
let t: TestCore;
let made: Made;
let whole: Buffer;

beforeAll(async () => {
  t = await testCore();
  made = await makeProject();
  await t.client.project.close({});
  whole = readFileSync(file());
  await t.end();
});
beforeEach(async () => {
  t = await testCore();
});
afterEach(() => t.end());

const file = () => t.path('étude.repere');

interface Made {
  readonly codes: readonly number[];
  readonly document: number;
}

/** Opens a project of its own for one test. */
async function project(): Promise<Made> {
  writeFileSync(file(), whole);
  await t.client.project.open({ path: file() });
  return made;
}

/** A project with enough in it that its tables take several pages each. */
async function makeProject(): Promise<Made> {
  await t.client.project.create({ path: file() });
  const text = Array.from({ length: 600 }, (_, line) => `R1 : réponse numéro ${line} de la personne.`).join(
    '\n',
  );
  const document = await t.importText('E4', text);
  const codes: number[] = [];
  for (const name of ['Confiance', 'Doute', 'Refus'])
    codes.push((await t.client.codes.create({ name })).codeId);
  for (let at = 0; at < 400; at += 1)
    await t.client.codings.create({
      documentId: document,
      codeIds: [codes[at % 3]!],
      start: at * 30,
      end: at * 30 + 20,
    });
  return { codes, document };
}

function rowsOf(path: string, tables = NO_HISTORY): string {
  const db = new Database(path, { readonly: true });
  try {
    return JSON.stringify(
      tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}" ORDER BY id`).all()]),
      null,
      1,
    );
  } finally {
    db.close();
  }
}

const NO_HISTORY = [
  'project',
  'coder',
  'original',
  'text_version',
  'participant',
  'document',
  'speaker',
  'turn',
  'code',
  'coding',
  'memo',
];

async function salvage(bytes: Buffer): Promise<SalvageReport> {
  writeFileSync(t.path('abîmé.repere'), bytes);
  const report = await t.client.salvage.run({ path: t.path('abîmé.repere'), out: t.path('sauvé.repere') });
  await t.client.project.open({ path: t.path('sauvé.repere') });
  expect((await t.client.project.check({})).checks.filter(({ ok }) => !ok)).toEqual([]);
  await t.client.project.close({});
  return report;
}

function pagesOf(bytes: Buffer, root: number): readonly number[] {
  const page = bytes.subarray((root - 1) * PAGE, root * PAGE);
  return treePage(page, root === 1 ? 100 : 0, PAGE)?.children ?? [];
}

function rootOf(table: string): number {
  const db = new Database(file(), { readonly: true });
  try {
    return db
      .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
      .pluck()
      .get(table)!;
  } finally {
    db.close();
  }
}

test('one that lost its beginning is told from a file that never was a project', async () => {
  const path = t.path('abîmé.repere');
  const opened = async () => t.core.call('project.open', { path }, { locale: 'fr' });
  writeFileSync(path, Buffer.from(whole).fill(0, 0, PAGE));
  expect(await opened()).toMatchObject({ ok: false, error: { code: 'project.beginning-lost' } });
  writeFileSync(path, 'Ceci est un texte. '.repeat(5_000));
  expect(await opened()).toMatchObject({ ok: false, error: { code: 'project.not-sqlite' } });
  const answer = await t.core.call('salvage.run', { path, out: t.path('sauvé.repere') }, { locale: 'fr' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'salvage.nothing' } });
  expect(readdirSync(t.folder)).toEqual(['abîmé.repere']);
});

test('a recovery that is stopped leaves nothing behind', async () => {
  const path = t.path('abîmé.repere');
  writeFileSync(path, Buffer.from(whole).fill(0, 0, PAGE));
  const stop = new AbortController();
  const parts: number[] = [];
  const answer = await t.core.call(
    'salvage.run',
    { path, out: t.path('sauvé.repere') },
    {
      locale: 'fr',
      signal: stop.signal,
      onProgress: (done, total) => {
        parts.push(done / total);
        if (parts.length === 3) stop.abort();
      },
    },
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
  expect(parts).toHaveLength(3);
  expect(readdirSync(t.folder)).toEqual(['abîmé.repere']);
});

describe('of a project', () => {
  test('that lost its first page, every row is found', async () => {
    await project();
    await t.client.project.close({});
    const before = rowsOf(file());
    const report = await salvage(readFileSync(file()).fill(0, 0, PAGE));
    expect(rowsOf(t.path('sauvé.repere'))).toBe(before);
    expect(report.complete).toBe(false);
    expect(report.tables.every(({ doubtful, left }) => doubtful === 0 && left === 0)).toBe(true);
  });

  test('that lost the list of its tables, every row is found', async () => {
    await project();
    await t.client.project.close({});
    const before = rowsOf(file());
    const bytes = readFileSync(file());
    const list = pagesOf(bytes, 1);
    expect(list.length).toBeGreaterThan(2);
    for (const page of list) bytes.fill(0, (page - 1) * PAGE, page * PAGE);
    await salvage(bytes);
    expect(rowsOf(t.path('sauvé.repere'))).toBe(before);
  });

  test('that lost the page from which all others of a table are reached, they are found', async () => {
    await project();
    await t.client.project.close({});
    const before = rowsOf(file());
    const bytes = readFileSync(file());
    const root = rootOf('coding');
    expect(pagesOf(bytes, root).length).toBeGreaterThan(2);
    bytes.fill(0, (root - 1) * PAGE, root * PAGE);
    await salvage(bytes);
    expect(rowsOf(t.path('sauvé.repere'))).toBe(before);
  });

  test('that lost rows of a table, the history gives them back, and says so', async () => {
    await project();
    await t.client.project.close({});
    const before = rowsOf(file());
    const bytes = readFileSync(file());
    const [, leaf] = pagesOf(bytes, rootOf('coding'));
    bytes.fill(0, (leaf! - 1) * PAGE, leaf! * PAGE);
    const report = await salvage(bytes);
    expect(rowsOf(t.path('sauvé.repere'))).toBe(before);
    expect(report.tables.find(({ table }) => table === 'coding')?.restored).toBeGreaterThan(5);
    expect(report.findings.join('\n')).toMatch(/retrouvé dans l’historique\u00A0: \d+\u00A0segments codés/u);
  });

  test('that lost its first page and the last commands beside it, those are found too', async () => {
    const { codes, document } = await project();
    await t.client.codings.create({ documentId: document, codeIds: [codes[0]!], start: 5, end: 9 });
    const bytes = readFileSync(file());
    const wal = readFileSync(`${file()}-wal`);
    await t.client.project.close({});
    const before = rowsOf(file());
    writeFileSync(t.path('abîmé.repere-wal'), wal);
    await salvage(bytes.fill(0, 0, PAGE));
    expect(rowsOf(t.path('sauvé.repere'))).toBe(before);
  });
});

/** Writes memos and takes them back, which leaves pages to nobody with all that stood on them. */
async function memosTakenBack(): Promise<void> {
  const body = 'Ce mémo a été supprimé. '.repeat(60);
  for (let number = 0; number < 40; number += 1)
    await t.client.memos.create({ title: `Brouillon ${number}`, body, target: { kind: 'free' } });
  for (let number = 0; number < 40; number += 1) await t.client.history.undo({});
}

describe('what was deleted', () => {
  test('does not come back, whatever is lost', async () => {
    await project();
    await memosTakenBack();
    await t.client.project.close({});
    const before = rowsOf(file());
    const sound = readFileSync(file());
    expect(sound.readUInt32BE(36)).toBeGreaterThan(5);
    expect(sound.includes('Brouillon 7')).toBe(true);
    await salvage(Buffer.from(sound).fill(0, 0, PAGE));
    expect(rowsOf(t.path('sauvé.repere'))).toBe(before);
  });

  test('does not come back when the list of pages that were given back is lost as well', async () => {
    await project();
    await memosTakenBack();
    await t.client.project.close({});
    const before = rowsOf(file());
    const bytes = readFileSync(file());
    const trunk = bytes.readUInt32BE(32);
    expect(trunk).toBeGreaterThan(0);
    bytes.fill(0xee, (trunk - 1) * PAGE, trunk * PAGE);
    await salvage(Buffer.from(bytes));
    expect(rowsOf(t.path('sauvé.repere'))).toBe(before);
    rmSync(t.path('sauvé.repere'));
    await salvage(bytes.fill(0, 0, PAGE));
    expect(rowsOf(t.path('sauvé.repere'))).toBe(before);
  });
});
