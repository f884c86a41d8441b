import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repere, type CliPlace, cliPlace } from '../helpers/cli.ts';

/** The published counts, as the study gives them: hypothesis, group, code, n, and the participants it names. */
const published = Papa.parse<Record<string, string>>(
  readFileSync(resolve(import.meta.dirname, '../../fixtures/sample-study/published-frequencies.csv'), 'utf8'),
  { header: true, skipEmptyLines: true },
).data;

let place: CliPlace;
beforeAll(async () => {
  place = cliPlace();
  await repere(place, ['sample', 'étude']);
});
afterAll(() => place.remove());

async function frequencies(): Promise<Record<string, string>[]> {
  const { stdout } = await repere(place, ['frequencies', 'étude.repere', '--format', 'csv']);
  return Papa.parse<Record<string, string>>(stdout.replace(/^\ufeff/u, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

test('the frequencies of all 25 codes of the sample equal the published ones', async () => {
  const rows = await frequencies();
  expect(rows.map((row) => [row['hypothesis'], row['group'], row['code'], row['participants_n']])).toEqual(
    published.map((row) => [row['hypothesis'], row['group'], row['code'], row['n']]),
  );
  expect(new Set(rows.map((row) => row['participants_total']))).toEqual(new Set(['8']));
  expect(rows).toHaveLength(25);
});

test('the participants that the study names for a code are among those of the sample', async () => {
  const rows = await frequencies();
  for (const [index, row] of published.entries()) {
    const named = (row['participants_known'] ?? '').split(';').filter((each) => each !== '');
    const found = (rows[index]?.['participants'] ?? '').split(';');
    expect(found).toEqual(expect.arrayContaining(named.map((number) => `Référent ${number}`)));
  }
});

test('the columns of the frequencies are those that scripts rest on', async () => {
  const { stdout } = await repere(place, ['frequencies', 'étude.repere', '--format', 'csv']);
  expect(stdout.replace(/^\ufeff/u, '').split(/\r?\n/u)[0]).toBe(
    'hypothesis,group,code,participants_n,participants_total,percent,segments,words,percent_words,participants',
  );
});

test('the response rate is 8 of 15, and the history begins empty', async () => {
  const { stdout } = await repere(place, ['history', 'étude.repere', '--json']);
  expect(JSON.parse(stdout)).toEqual([]);
  const { stdout: people } = await repere(place, ['participants', 'étude.repere', '--json']);
  expect(JSON.parse(people)).toHaveLength(8);
  const svg = join(place.folder, 'h.svg');
  await repere(place, ['chart', 'étude.repere', '--what', 'hypotheses', '--out', svg, '--lang', 'fr']);
  expect(readFileSync(svg, 'utf8')).toMatch(/8 référents interrogés, sur 15 contactés/u);
});

test('the exported segments have one row per coding and name who, where and what', async () => {
  const out = join(place.folder, 'segments.csv');
  await repere(place, ['export', 'étude.repere', '--what', 'segments', '--format', 'csv', '--out', out]);
  const text = readFileSync(out, 'utf8');
  expect(text.startsWith('\ufeffdocument,participant,Discipline,')).toBe(true);
  expect(text.split(/\r?\n/u)[0]).toMatch(
    /,speaker,hypothesis,group,code,stance,weight,key,text,start,end,coder,created_at,memo$/u,
  );
  const rows = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
  const total = (await frequencies()).reduce((sum, row) => sum + Number(row['segments']), 0);
  expect(rows).toHaveLength(total);
  expect(new Set(rows.map((row) => row['coder'])).size).toBe(2);
});

test('nothing is wrong with the sample', async () => {
  const { stdout, code } = await repere(place, ['check', 'étude.repere', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  expect(code).toBe(0);
});
