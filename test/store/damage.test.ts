import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { treePage } from '../../src/salvage/pages/tree-page.ts';
import { testCore, type TestCore } from '../helpers/core.ts';
import { damaged } from '../helpers/damage.ts';

// REPERE_DAMAGES=300 tries three hundred.
const COUNT = Number(process.env['REPERE_DAMAGES'] ?? 24);

let t: TestCore;
let sound: Buffer;
let tables: readonly string[];
beforeAll(async () => {
  t = await testCore();
  await t.client.project.sample({ path: t.path('étude.repere') });
  await t.client.project.close({});
  sound = readFileSync(t.path('étude.repere'));
  const db = new Database(t.path('étude.repere'), { readonly: true });
  tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'text_index%' AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all();
  db.close();
});
afterAll(() => t.end());

const call = (name: 'project.open' | 'salvage.run', input: object) =>
  t.core.call(name, input, { locale: 'fr' });

/** All rows, in plain SQL; `null` where a page cannot be read. */
function dump(path: string, of = tables): string | null {
  const db = new Database(path, { readonly: true });
  try {
    return JSON.stringify(of.map((table) => db.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()));
  } catch {
    return null;
  } finally {
    db.close();
  }
}

/** How many rows of a table the slow and obvious way finds: one question for each row there was. */
function readable(path: string, table: string, ids: readonly number[]): number {
  let found = 0;
  try {
    const db = new Database(path);
    const one = db.prepare<[number], object>(`SELECT * FROM "${table}" NOT INDEXED WHERE rowid = ?`);
    for (const id of ids) {
      try {
        if (one.get(id) !== undefined) found += 1;
      } catch {
        // Not this one.
      }
    }
    db.close();
  } catch {
    // None at all.
  }
  return found;
}

describe('of damaged copies', () => {
  test('each is refused at opening, or is whole to the last row', { timeout: 300_000 }, async () => {
    const whole = dump(t.path('étude.repere'));
    const silent: string[] = [];
    for (let seed = 0; seed < COUNT; seed += 1) {
      const { kind, bytes } = damaged(sound, seed);
      const path = t.path(`abîmé-${seed}.repere`);
      writeFileSync(path, bytes);
      const opened = await call('project.open', { path });
      if (!opened.ok) {
        expect(opened.error.code, kind).toMatch(
          /^project\.(damaged|truncated|schema|not-sqlite|beginning-lost|foreign|newer)$/u,
        );
        continue;
      }
      await t.client.project.close({});
      // Bytes inside of a text can change without any page being wrong: `check` tells those.
      const same = dump(path) === whole;
      if (same) continue;
      await call('project.open', { path, readOnly: true });
      const { ok } = await t.client.project.check({});
      await t.client.project.close({});
      if (ok) silent.push(`${seed}: ${kind}`);
    }
    // A letter of a name or a memo has no digest: that much, and no more, cannot be known.
    expect(silent.every((line) => line.endsWith('flipped bytes'))).toBe(true);
  });

  test(
    'all that can be read is salvaged into a sound project, and the rest is told',
    { timeout: 300_000 },
    async () => {
      const db = new Database(t.path('étude.repere'), { readonly: true });
      const ids = db.prepare<[], number>('SELECT id FROM coding').pluck().all();
      db.close();
      let salvaged = 0;
      for (let seed = 0; seed < COUNT; seed += 1) {
        const { kind, bytes } = damaged(sound, seed);
        const [path, out] = [t.path(`perdu-${seed}.repere`), t.path(`sauvé-${seed}.repere`)];
        writeFileSync(path, bytes);
        const answer = await call('salvage.run', { path, out });
        expect(readFileSync(path).equals(bytes), kind).toBe(true);
        if (!answer.ok) {
          expect(answer.error.code, kind).toBe('salvage.nothing');
          expect(readable(path, 'coding', ids), kind).toBe(0);
          continue;
        }
        salvaged += 1;
        const { tables: report } = answer.value as {
          tables: { table: string; read: number; left: number }[];
        };
        const codings = report.find(({ table }) => table === 'coding');
        expect(codings?.read ?? 0, kind).toBeGreaterThanOrEqual(readable(path, 'coding', ids));
        const opened = await call('project.open', { path: out });
        expect(opened, kind).toMatchObject({ ok: true, value: { readOnly: false } });
        const { checks } = await t.client.project.check({});
        const bad = checks.filter(({ ok, name }) => !ok && name !== 'originals' && name !== 'derived-tables');
        expect(bad, `${seed}: ${kind}`).toEqual([]);
        expect(await t.client.codes.create({ name: `Après ${seed}` })).toBeDefined();
        await t.client.project.close({});
      }
      expect(salvaged).toBeGreaterThan(COUNT / 3);
    },
  );

  test('a sound project is salvaged whole, its history too', async () => {
    const out = t.path('entier.repere');
    const answer = await call('salvage.run', { path: t.path('étude.repere'), out });
    expect(answer).toMatchObject({ ok: true, value: { complete: true } });
    await call('project.open', { path: out });
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
    await t.client.project.close({});
    expect(dump(out)).toBe(dump(t.path('étude.repere')));
  });

  test('one that lost its beginning and its list of tables gives back every row of every table', async () => {
    const bytes = Buffer.from(sound);
    const list = treePage(bytes.subarray(0, 4096), 100, 4096)?.children ?? [];
    for (const page of [1, ...list]) bytes.fill(0, (page - 1) * 4096, page * 4096);
    const [path, out] = [t.path('sans liste.repere'), t.path('retrouvé.repere')];
    writeFileSync(path, bytes);
    expect(await call('salvage.run', { path, out })).toMatchObject({ ok: true });
    const told = tables.filter((table) => !table.startsWith('history_') && table !== 'indexed_text');
    for (const table of told)
      expect([table, dump(out, [table])]).toEqual([table, dump(t.path('étude.repere'), [table])]);
  });
});
