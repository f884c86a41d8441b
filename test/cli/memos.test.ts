import Database from 'better-sqlite3';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkText } from '../../src/text/memo-links.ts';
import { cliPlace, repere, type CliPlace } from '../helpers/cli.ts';

let place: CliPlace;
const run = (...args: string[]) => repere(place, args);
const json = async (...args: string[]) =>
  JSON.parse((await run('memos', 'p.repere', ...args, '--json')).stdout) as Record<string, string>[];

/** The sample study; the memo of a segment links to a code by the name it had before. */
beforeAll(async () => {
  place = cliPlace();
  await run('sample', 'p.repere');
  const db = new Database(join(place.folder, 'p.repere'));
  const code = db.prepare('SELECT guid, name FROM code ORDER BY id LIMIT 1').get() as {
    guid: string;
    name: string;
  };
  db.prepare("UPDATE memo SET body = ? WHERE id = (SELECT min(id) FROM memo WHERE target = 'coding')").run(
    `Regarder ${linkText({ kind: 'code', guid: code.guid }, 'Ancien nom')}.`,
  );
  db.close();
});
afterAll(() => place.remove());

test('memos are listed with what they are about, and limited by kind, author and words', async () => {
  const all = await json();
  expect(all.length).toBeGreaterThan(2);
  const kinds = new Set(all.map(({ kind }) => kind));
  expect(kinds).toContain('coding');
  expect(new Set((await json('--kind', 'coding')).map(({ kind }) => kind))).toEqual(new Set(['coding']));
  expect(await json('--author', 'Personne')).toEqual([]);
  const found = await json('--search', 'REGARDER', '--kind', 'coding');
  expect(found).toHaveLength(1);
  expect((await run('memos', 'p.repere')).stdout).toContain(all[0]!['title']);
});

test('a link is the present name of what it leads to, in every form', async () => {
  const [memo] = await json('--search', 'regarder', '--kind', 'coding');
  expect(memo!['text']).toMatch(/^Regarder \[\[.+\]\]\.$/u);
  expect(memo!['text']).not.toContain('Ancien nom');
  const markdown = (await run('memos', 'p.repere', '--format', 'markdown')).stdout;
  expect(markdown).toContain(memo!['text']);
  expect(markdown).toContain(`# ${memo!['title']}\n`);
  expect((await run('memos', 'p.repere', '--format', 'csv')).stdout).toContain(memo!['text']);
  await run('export', 'p.repere', '--what', 'segments', '--format', 'csv', '--out', 's.csv');
  expect(readFileSync(join(place.folder, 's.csv'), 'utf8')).toContain(memo!['text']);
});

test('a kind that is none is refused', async () => {
  expect(await run('memos', 'p.repere', '--kind', 'rien')).toMatchObject({ code: 2 });
});
