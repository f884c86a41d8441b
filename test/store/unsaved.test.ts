import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let here: TestCore;
let project: string;
beforeEach(async () => {
  here = await testCore({ project: 'Étude.repere' });
  project = (await here.client.project.info({})).guid;
});
afterEach(() => here.end());

const folder = () => join(here.options.dataDir, 'unsaved');
const listed = async () => (await here.client.unsaved.list({ project })).map(({ id, text }) => [id, text]);

test('words wait for their project, also when it is closed; the newest of a place count', async () => {
  await here.client.unsaved.keep({ project, id: 'place-0001', place: 'Mémo', text: 'un' });
  await here.client.project.close({});
  await here.client.unsaved.keep({ project, id: 'place-0002', place: 'Définition', text: 'deux' });
  await here.client.unsaved.keep({ project, id: 'place-0001', place: 'Mémo', text: 'un, puis trois' });
  expect(await listed()).toEqual([
    ['place-0002', 'deux'],
    ['place-0001', 'un, puis trois'],
  ]);
  await here.client.unsaved.drop({ project, ids: ['place-0002'] });
  expect(await listed()).toEqual([['place-0001', 'un, puis trois']]);
  expect(await here.client.unsaved.list({ project: 'another-project' })).toEqual([]);
  const [file = ''] = readdirSync(folder());
  expect((statSync(join(folder(), file)).mode & 0o777).toString(8)).toBe('600');
  await here.client.unsaved.drop({ project, ids: ['place-0001'] });
  expect(readdirSync(folder())).toEqual([]);
});

test('a file of them that is damaged hinders nothing', async () => {
  await here.client.unsaved.keep({ project, id: 'place-0001', place: 'Mémo', text: 'un' });
  writeFileSync(join(folder(), `${project}.json`), '[{"id": 3');
  expect(await listed()).toEqual([]);
  await here.client.unsaved.keep({ project, id: 'place-0001', place: 'Mémo', text: 'deux' });
  expect(await listed()).toEqual([['place-0001', 'deux']]);
});

test('no name of a project leads out of their folder', async () => {
  for (const wrong of ['../settings', 'a/b/c/d/e/f', '..', 'court'])
    await expect(
      here.client.unsaved.keep({ project: wrong, id: 'place-0001', place: '', text: 'x' }),
    ).rejects.toThrow('unsaved.keep');
  expect(readdirSync(here.options.dataDir)).not.toContain('unsaved');
});

test('what is taken out for good is not among the words that wait either', async () => {
  const documentId = await here.importText('Référent 1', 'Inès : les mots de cet entretien');
  await here.client.unsaved.keep({
    project,
    id: 'place-0001',
    place: 'Texte',
    text: 'les mots de cet entretien',
  });
  await here.client.documents.deleteForGood({ documentIds: [documentId], confirmed: true });
  expect(await listed()).toEqual([]);
  const left = readdirSync(here.options.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.repere'))
    .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes('de cet entretien'));
  expect(left.map(({ name }) => name)).toEqual([]);
});
