import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cliPlace, repere, type CliPlace } from '../helpers/cli.ts';

let place: CliPlace;
beforeEach(async () => {
  place = cliPlace();
  await run('new', 'p');
});
afterEach(() => place.remove());

const run = (...args: string[]) => repere(place, args);
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout) as unknown;
const write = (name: string, content: string) => writeFileSync(join(place.folder, name), content);
const speakers = async () =>
  ((await json('speakers', 'p.repere')) as { label: string; name: string; turns: number }[]).map(
    ({ label, name, turns }) => `${label}/${name} ${turns}`,
  );

const GROUP = 'Enq > Alors ?\nE1 > Le bruit.\nE2 > Le froid.\nE1 bis > Et le bruit.\n';

describe('speakers on the command line', () => {
  test('are found by a pattern at import, and by the same one when the file comes again', async () => {
    write('groupe.txt', GROUP);
    const refused = await run('import', 'p.repere', 'groupe.txt', '--speaker-pattern', 'E1 >');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toMatch(/^speakers\.pattern: .*où est le nom/u);
    expect(await json('documents', 'p.repere')).toEqual([]);

    await run('import', 'p.repere', 'groupe.txt', '--speaker-pattern', '%NOM% >');
    expect(await speakers()).toEqual(['Enq/Enq 1', 'E1/E1 1', 'E2/E2 1', 'E1 bis/E1 bis 1']);
    expect((await run('speakers', 'p.repere', '--document', 'groupe')).stdout).toMatch(
      /groupe +E2 +E2 +participant +E2 +1/u,
    );

    write('groupe.txt', `${GROUP}E4 > Le vent.\n`);
    await run('import', 'p.repere', 'groupe.txt', '--replace');
    expect(await speakers()).toContain('E4/E4 1');
  });

  test('are renamed, in all documents if asked, and merged', async () => {
    write('a.txt', 'Q : Oui ?\nR : Non.\nQ : Et ?\nR. : Rien.\n');
    write('b.txt', 'Q : Oui ?\nR : Non.\n');
    await run('import', 'p.repere', 'a.txt', 'b.txt');
    const rename = [
      'speakers',
      'rename',
      'p.repere',
      '--document',
      'a',
      '--speaker',
      'q',
      '--to',
      'Enquêtrice',
    ];
    expect((await run(...rename, '--everywhere')).stdout).toContain('Enquêtrice');
    const merged = ['speakers', 'merge', 'p.repere', '--document', 'a', '--from', 'R.', '--into', 'R'];
    expect(await json(...merged)).toEqual({ name: 'R', turns: 2 });
    expect(await speakers()).toEqual(['Q/Enquêtrice 2', 'R/R 2', 'Q/Enquêtrice 1', 'R/R 1']);
    await run('undo', 'p.repere');
    expect(await speakers()).toContain('R./R. 1');
    const absent = await run(
      'speakers',
      'rename',
      'p.repere',
      '--document',
      'b',
      '--speaker',
      'X',
      '--to',
      'Y',
    );
    expect(absent).toMatchObject({ code: 1 });
    expect(absent.stderr).toContain('Q, R');
  });

  test('are looked for again; a dry run changes nothing', async () => {
    write('groupe.txt', GROUP);
    await run('import', 'p.repere', 'groupe.txt');
    expect(await speakers()).toEqual([]);
    const detect = ['speakers', 'detect', 'p.repere', '--document', 'groupe', '--pattern', '/(E\\d) >/'];
    const planned = await json(...detect, '--dry-run');
    expect(planned).toMatchObject({ turns: 2, labels: [{ label: 'E1', accepted: true }, { label: 'E2' }] });
    expect(await speakers()).toEqual([]);
    expect((await run(...detect)).stdout).toBe('2 tour(s) de parole, 2 locuteur(s)\n');
    expect(await speakers()).toEqual(['E1/E1 1', 'E2/E2 1']);
  });
});
