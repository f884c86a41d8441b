import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCore } from '../../src/host/in-process.ts';
import type { Core } from '../../src/host/core.ts';
import { testPlace, type TestPlace } from '../helpers/core.ts';

// Damage that comes, or is found, while nobody asks for anything.

const PAGE = 4096;
let place: TestPlace;
let core: Core;
const events: string[] = [];
const file = () => place.path('étude.repere');
const call = (name: Parameters<Core['call']>[0], input: object = {}) =>
  core.call(name, input, { locale: 'fr' });

function start(idleMs: number): void {
  core = createCore({ ...place.options, idleMs });
  events.length = 0;
  core.subscribe((event) => events.push(event.type));
}

beforeEach(async () => {
  place = testPlace();
  start(20);
  await call('project.sample', { path: file() });
});
afterEach(async () => {
  await core.close();
  place.remove();
});

/** Puts noise over a page of a table of a file that is open, as a failing disk would; no descriptor of it is closed. */
const held: number[] = [];
afterEach(() => {
  for (const descriptor of held.splice(0)) closeSync(descriptor);
});
function spoil(table: string): void {
  const db = new Database(file(), { readonly: true });
  const root = db
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table)!;
  db.close();
  const descriptor = openSync(file(), 'r+');
  held.push(descriptor);
  writeSync(descriptor, Buffer.alloc(PAGE, 0xee), 0, PAGE, (root - 1) * PAGE);
}

/** Another program changes a row: what connections remember of pages is read anew. */
function forget(): void {
  const db = new Database(file());
  db.pragma('wal_autocheckpoint = 0');
  db.exec("UPDATE project SET description = description || '.'");
  db.close();
}

const warnings = async (): Promise<readonly string[]> => {
  const answer = await call('project.current');
  return answer.ok ? (answer.value as { warnings: string[] }).warnings : [];
};

test('damage is found while nobody asks for anything, told, and nothing is written from then on', async () => {
  await call('project.close');
  await call('project.open', { path: file() });
  events.length = 0;
  spoil('turn_speaker');
  await vi.waitFor(() => expect(events).toContain('project'), { timeout: 20_000 });
  expect(await warnings()).toContain('damaged');
  const bytes = readFileSync(file());
  expect(await call('codes.create', { name: 'Après' })).toMatchObject({
    ok: false,
    error: { code: 'project.damaged' },
  });
  expect(readFileSync(file()).equals(bytes)).toBe(true);
});

test('a sound project is looked through once, without a word', async () => {
  const looked = vi.spyOn(Database.prototype, 'pragma');
  await call('project.close');
  await call('project.open', { path: file() });
  const count = (): number => looked.mock.calls.filter(([what]) => what.startsWith('quick_check("')).length;
  const db = new Database(file(), { readonly: true });
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get();
  db.close();
  await vi.waitFor(() => expect(count()).toBe(tables), { timeout: 20_000 });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(count()).toBe(tables);
  looked.mockRestore();
  expect(await warnings()).toEqual([]);
});

test('who asks for something comes first', async () => {
  await core.close();
  start(3_600_000);
  await call('project.open', { path: file() });
  spoil('turn_speaker');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await warnings()).toEqual([]);
});

test.each(['project.backup', 'project.saveCopy'] as const)(
  'damage that %s meets is told as damage',
  async (name) => {
    await core.close();
    start(3_600_000);
    await call('project.open', { path: file() });
    expect(await call('codes.create', { name: 'Avant' })).toMatchObject({ ok: true });
    spoil('turn');
    forget();
    const input = name === 'project.backup' ? {} : { path: place.path('copie.repere') };
    expect(await call(name, input)).toMatchObject({
      ok: false,
      error: { code: 'project.damaged', details: { path: file() } },
    });
    await vi.waitFor(async () => expect(await warnings()).toContain('damaged'), { timeout: 20_000 });
  },
);
