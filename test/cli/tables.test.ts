import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cliPlace, repere, type CliPlace } from '../helpers/cli.ts';
import { REPOSITORY } from '../helpers/core.ts';

let place: CliPlace;
beforeEach(async () => {
  place = cliPlace();
  await run('new', 'p');
});
afterEach(() => place.remove());

const run = (...args: string[]) => repere(place, args);
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout) as unknown;
const fixture = (name: string) => join(REPOSITORY, 'fixtures/tables', name);
const people = async () =>
  (await json('participants', 'p.repere')) as { name: string; values: Record<string, string> }[];

describe('participants from a table', () => {
  test('come with their variables; the plan alone changes nothing', async () => {
    const args = ['participants', 'import', 'p.repere', fixture('participants.csv')];
    const planned = await json(...args, '--dry-run');
    expect(planned).toMatchObject({ created: 7, variables: 7, skipped: { count: 0 } });
    expect(await people()).toEqual([]);
    expect(await json(...args)).toEqual(planned);
    const [first] = await people();
    expect(first).toMatchObject({ name: 'Référent 1', values: { Âge: '34', 'Heures par semaine': '12.5' } });
    expect((await run('participants', 'p.repere')).stdout).toContain('2020-05-18');
    expect((await run('undo', 'p.repere')).stdout).toContain('participants.csv');
    expect(await people()).toEqual([]);
  });

  test('are limited to columns, types and rows as asked, and what is left out is said', async () => {
    writeFileSync(join(place.folder, 't.csv'), 'Qui|Où|Âge\nAnna|Lyon|34\nBoris|Nice|beaucoup\n|Brest|3\n');
    const args = ['participants', 'import', 'p.repere', 't.csv', '--delimiter', '|', '--key', 'qui'];
    const { stderr } = await run(...args, '--only', 'age', '--type', 'age=integer');
    expect(stderr).toMatch(/ligne 4.: sans nom\n[^]*ligne 3, Âge.*beaucoup/u);
    expect((await people()).map(({ name, values }) => [name, values])).toEqual([
      ['Anna', { Âge: '34' }],
      ['Boris', { Âge: '' }],
    ]);
    expect(await json(...args, '--no-update')).toMatchObject({ created: 0, skipped: { count: 3 } });
    expect(await json(...args, '--no-create')).toMatchObject({ updated: 2 });
  });

  test('are taken from the sheet and the row of titles that are named', async () => {
    const args = ['participants', 'import', 'p.repere', fixture('participants.xlsx'), '--dry-run'];
    expect(await json(...args, '--header', '0', '--key', 'Colonne A')).toMatchObject({ created: 8 });
    expect(await json(...args, '--sheet', 'Brouillon', '--key', 'Colonne A')).toMatchObject({ created: 1 });
    expect(await run(...args, '--sheet', 'Rien')).toMatchObject({ code: 1 });
  });

  test('say what is wrong with the words of the call', async () => {
    const args = ['participants', 'import', 'p.repere', fixture('participants.csv')];
    expect(await run(...args, '--key', 'Prénom')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nom, Âge'),
    });
    expect(await run(...args, '--type', 'Âge=nombre')).toMatchObject({ code: 2 });
    expect(await run(...args, '--delimiter', 'x')).toMatchObject({ code: 2 });
    writeFileSync(join(place.folder, 't.csv'), 'Ville;Pays\nLyon;France\nLyon;France\n');
    expect(await run('participants', 'import', 'p.repere', 't.csv')).toMatchObject({ code: 2 });
    expect((await run('import', 'p.repere', fixture('participants.ods'))).stderr).toContain(
      'format.is-table',
    );
  });
});

describe('a survey', () => {
  test('becomes a document per respondent, its questions topics of the guide', async () => {
    const args = ['survey', 'import', 'p.repere', fixture('questionnaire.xlsx'), '--name'];
    const { stderr, stdout } = await run(...args, 'Répondant', '--variables', 'Groupe');
    expect(stdout).toContain('3 document(s)');
    expect(stderr).toContain('Driss');
    expect(await json('documents', 'p.repere')).toMatchObject([
      { name: 'Anna' },
      { name: 'Boris' },
      { name: 'Cléa' },
    ]);
    expect(await json('guide', 'p.repere')).toMatchObject([{ participants_n: 3 }, { participants_n: 2 }]);
    expect((await people()).map(({ values }) => values['Groupe'])).toEqual([
      'Enseignants',
      'Enseignants',
      'Administration',
    ]);
    const numbered = await json(...args, 'Personne {n}', '--open', 'De quoi auriez-vous eu besoin ?');
    expect(numbered).toMatchObject({ documents: 2, topics: 0 });
    expect((await run('text', 'p.repere', '--document', 'Personne 3')).stdout).toContain('chaise');
  });
});
