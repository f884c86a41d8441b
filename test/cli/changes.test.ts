import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cliPlace, repere, type CliPlace } from '../helpers/cli.ts';

let place: CliPlace;
beforeEach(() => {
  place = cliPlace();
});
afterEach(() => place.remove());

test('what changed since a day is told by day and coder, as sentences or JSON', async () => {
  const run = (...args: string[]) => repere(place, args);
  await run('new', 'p', '--name', 'Étude');
  writeFileSync(join(place.folder, 'R1.txt'), 'R1 : On s’entraide.\n');
  await run('import', 'p.repere', 'R1.txt');
  await run('code', 'p.repere', '--code', 'Aide', '--find', 'entraide', '--coder', 'Alex');
  const since = ['changes', 'p.repere', '--since', '2000-01-01'];
  const { stdout } = await run(...since, '--coder', 'Alex', '--lang', 'en');
  expect(stdout).toMatch(
    /^\d{4}-\d{2}-\d{2} {2}Alex\n {2}1 segment “Aide” added in “R1”\n {2}code “Aide” created\n$/u,
  );
  const { stdout: json } = await run(...since, '--json', '--coder', 'Alex');
  expect(JSON.parse(json)).toMatchObject([{ coderName: 'Alex', lines: [{ area: 'codings', count: 1 }, {}] }]);
  expect((await run('changes', 'p.repere', '--since', '2999-01-01', '--lang', 'fr')).stdout).toBe(
    'Rien n’a changé\n',
  );
  expect((await run('changes', 'p.repere', '--since', 'hier')).code).toBe(2);
});
