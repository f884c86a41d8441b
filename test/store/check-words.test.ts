import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'étude.repere' });
});
afterEach(() => t.end());

test.each([
  ['fr', 'Dans «\u00A0E4\u00A0», ne correspond plus au texte\u00A0: 2\u00A0segments codés.'],
  ['en', 'In “E4”, does not fit the text any more: 2\u00A0coded segments.'],
] as const)('what a check finds is said in a person’s words (%s)', async (locale, sentence) => {
  const documentId = await t.importText('E4', 'R1 : une réponse assez longue pour être codée.');
  const { codeId } = await t.client.codes.create({ name: 'Doute' });
  for (const start of [5, 10])
    await t.client.codings.create({ documentId, codeIds: [codeId], start, end: 20 });
  expect(await t.client.project.check({})).toMatchObject({ ok: true, findings: [] });
  await t.client.project.close({});
  const db = new Database(t.path('étude.repere'));
  db.exec('UPDATE coding SET end_utf16 = 9000');
  db.close();
  await t.client.project.open({ path: t.path('étude.repere') });
  const answer = await t.core.call('project.check', {}, { locale });
  expect(answer).toMatchObject({ ok: true, value: { ok: false, findings: [sentence] } });
});
