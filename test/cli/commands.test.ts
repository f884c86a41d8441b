import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProgram } from '../../src/cli/program.ts';
import { cliPlace, repere, type CliPlace } from '../helpers/cli.ts';

let place: CliPlace;
beforeEach(() => {
  place = cliPlace();
});
afterEach(() => place.remove());

const run = (...args: string[]) => repere(place, args);
const write = (name: string, content: string | Uint8Array) =>
  writeFileSync(join(place.folder, name), content);
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout) as unknown;

const INTERVIEW =
  'ENQ : Comment ?\nR1 : J’ai utilisé Moodle. Zoom aussi, à l’École.\nENQ : Ensuite ?\nR1 : Moodle encore.\n';

describe('a whole way through', () => {
  beforeEach(async () => {
    await run('new', 'p', '--name', 'Étude');
    write('R1.txt', INTERVIEW);
    await run('import', 'p.repere', 'R1.txt');
  });

  test('a document is named by its file, its speakers become participants', async () => {
    expect(await json('documents', 'p.repere')).toMatchObject([{ name: 'R1', words: 13 }]);
    expect(await json('participants', 'p.repere')).toMatchObject([{ name: 'R1' }]);
  });

  test('words are found in their context, within limits, as a table, CSV or JSON', async () => {
    const { stdout, stderr } = await run('search', 'p.repere', 'moodle NOT zoom');
    // Nothing stands before it in its paragraph but the name of who speaks.
    expect(stdout).toBe(`${' '.repeat(40)}[Moodle] encore.  R1 §4\n`);
    expect(stderr).toContain('1');
    expect(await json('search', 'p.repere', 'util*', '--participant', 'R1')).toMatchObject({
      total: 1,
      forms: [{ key: 'utilise', count: 1 }],
    });
    expect(await json('search', 'p.repere', 'comment', '--speaker', 'R1')).toMatchObject({ total: 0 });
    const csv = (await run('search', 'p.repere', 'ecole', '--format', 'csv', '--in', 'R1')).stdout;
    expect(csv).toContain('École');
    expect(await run('search', 'p.repere', 'a', '--topic', 'Rien')).toMatchObject({ code: 1 });
    expect((await run('search', 'p.repere', '(zoom', '--lang', 'en')).stderr).toContain('at character 1');
  });

  test('a document is cut into units, with the codes of each', async () => {
    await run('code', 'p.repere', '--code', 'Outils', '--find', 'Zoom aussi');
    const units = (...more: string[]) => json('units', 'p.repere', '--document', 'R1', ...more);
    expect(await units('--participants')).toMatchObject([
      { paragraph: 2, speaker: 'R1', text: 'J’ai utilisé Moodle.', codes: [] },
      { paragraph: 2, text: 'Zoom aussi, à l’École.', codes: ['Outils'] },
      { paragraph: 4, text: 'Moodle encore.', codes: [] },
    ]);
    expect(await units('--by', 'turn', '--uncoded')).toMatchObject([
      { text: 'Comment ?' },
      { text: 'Ensuite ?' },
      { text: 'Moodle encore.' },
    ]);
    const { stdout } = await run('units', 'p.repere', '--document', 'R1', '--by', 'paragraph');
    expect(stdout.split('\n')).toHaveLength(7);
  });

  test('a text is printed as positions count it, and corrected without losing a coding', async () => {
    await run('code', 'p.repere', '--code', 'Outils', '--find', 'Zoom aussi');
    expect((await run('text', 'p.repere', '--document', 'R1')).stdout).toBe(INTERVIEW);
    expect(
      await json('edit', 'p.repere', '--document', 'R1', '--replace', 'moodle', '--with', 'la plateforme'),
    ).toEqual({ count: 2, documents: 1 });
    const { stdout } = await run('text', 'p.repere', '--document', 'R1');
    expect(stdout).toBe(INTERVIEW.replaceAll('Moodle', 'la plateforme'));
    await run('export', 'p.repere', '--what', 'segments', '--format', 'csv', '--out', 's.csv');
    expect(readFileSync(join(place.folder, 's.csv'), 'utf8')).toContain('Zoom aussi');
    const refused = await run('edit', 'p.repere', '--replace', 'Zoom aussi', '--with', '');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain('Zoom aussi');
    await run('undo', 'p.repere');
    expect((await run('text', 'p.repere', '--document', 'R1')).stdout).toBe(INTERVIEW);
  });

  test('comments of a file become memos when asked for', async () => {
    write('riche.docx', readFileSync(new URL('../../fixtures/documents/riche.docx', import.meta.url)));
    await run('import', 'p.repere', 'riche.docx', '--comments');
    const steps = (await json('history', 'p.repere')) as { command: string }[];
    expect(steps[0]).toMatchObject({ command: 'import.confirm' });
    expect(await json('check', 'p.repere')).toMatchObject({ ok: true });
    const project = new Database(join(place.folder, 'p.repere'), { readonly: true });
    expect(project.prepare('SELECT title, end_utf16 - start_utf16 AS length FROM memo').all()).toEqual([
      { title: 'Camille Renaud', length: 'On s’est débrouillés seuls'.length },
    ]);
    project.close();
  });

  test('a corrected file replaces a text; codings that are lost stop it, unless they may go', async () => {
    await run('code', 'p.repere', '--code', 'Outils', '--find', 'moodle');
    write('R1.txt', INTERVIEW.replace('Moodle encore', 'Zoom toujours').replace('Zoom aussi', 'Meet aussi'));
    const refused = await run('import', 'p.repere', 'R1.txt', '--replace');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain('replace.loses');
    const replaced = await json('import', 'p.repere', 'R1.txt', '--replace', '--drop-lost');
    expect(replaced).toMatchObject([{ document: 'R1', error: null }]);
    expect((await run('text', 'p.repere', '--document', 'R1')).stdout).toContain('Meet aussi');
    expect(await json('documents', 'p.repere')).toMatchObject([{ name: 'R1', codings: 1 }]);
    expect(await json('check', 'p.repere')).toMatchObject({ ok: true });
  });

  test('an encoding can be named', async () => {
    write('latin.txt', Buffer.from('R2 : \xe9t\xe9', 'latin1'));
    await run('import', 'p.repere', 'latin.txt', '--encoding', 'iso-8859-1');
    expect((await run('text', 'p.repere', '--document', 'latin')).stdout).toContain('été');
    const unknown = await run('import', 'p.repere', 'latin.txt', '--encoding', 'nulle-part');
    expect(unknown).toMatchObject({ code: 1 });
  });

  test('code applies to matches, sentences, paragraphs and turns, and makes missing codes', async () => {
    for (const [unit, text] of [
      ['match', 'Moodle'],
      ['sentence', 'J’ai utilisé Moodle.'],
      ['paragraph', 'J’ai utilisé Moodle. Zoom aussi, à l’École.'],
      ['turn', 'J’ai utilisé Moodle. Zoom aussi, à l’École.'],
    ] as const) {
      const coded = await json(
        'code',
        'p.repere',
        '--code',
        `Outils/${unit}`,
        '--find',
        'moodle',
        '--unit',
        unit,
      );
      expect(coded).toMatchObject({ codings: 2, alreadyThere: 0 });
      await run('export', 'p.repere', '--what', 'segments', '--format', 'csv', '--out', 's.csv');
      expect(readFileSync(join(place.folder, 's.csv'), 'utf8')).toContain(`Outils/${unit},,`);
      expect(readFileSync(join(place.folder, 's.csv'), 'utf8')).toContain(text);
    }
    const codes = (await json('codes', 'p.repere')) as {
      path: string;
      participants_n: number;
      segments: number;
    }[];
    expect(codes.map((code) => code.path)).toEqual([
      'Outils',
      'Outils/match',
      'Outils/sentence',
      'Outils/paragraph',
      'Outils/turn',
    ]);
    expect(codes[0]).toMatchObject({ participants_n: 1, segments: 8 });
  });

  test('accents and case do not matter, words are whole, and a document can be named', async () => {
    expect(
      await json('code', 'p.repere', '--code', 'A', '--find', 'ecole', '--document', 'R1'),
    ).toMatchObject({ codings: 1 });
    expect(await json('code', 'p.repere', '--code', 'B', '--find', 'mood')).toMatchObject({ codings: 0 });
    const missing = await run('code', 'p.repere', '--code', 'A', '--find', 'x', '--document', 'R9');
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('not-found') });
  });

  test('segments are listed, weighed, starred and recoded', async () => {
    await run('code', 'p.repere', '--code', 'Outils', '--find', 'moodle', '--unit', 'sentence');
    await run('code', 'p.repere', '--code', 'Visio', '--find', 'zoom aussi');
    const one = ['--code', 'Outils', '--find', 'UTILISE'];
    expect(await json('segments', 'weigh', 'p.repere', '70', ...one)).toEqual({ codings: 1 });
    await run('segments', 'star', 'p.repere', '--code', 'Outils', '--find', 'encore', '--document', 'R1');
    expect((await run('segments', 'p.repere', '--code', 'Outils')).stdout).toMatch(
      /R1\s+2\s+70\s+J’ai utilisé Moodle\.\nR1\s+4\s+\*\s+Moodle encore\./u,
    );
    const recode = ['segments', 'recode', 'p.repere', ...one, '--to', 'Visio'];
    expect(await json(...recode, '--dry-run')).toMatchObject({ codings: 1, joined: 0 });
    expect(await json(...recode)).toEqual({ codings: 1, joined: 0 });
    expect(await json('segments', 'p.repere', '--code', 'Visio')).toMatchObject([
      { text: 'J’ai utilisé Moodle.', weight: 70 },
      { text: 'Zoom aussi' },
    ]);
  });

  test('a segment is linked to another when each is the only one meant, and the link is taken off', async () => {
    await run('code', 'p.repere', '--code', 'Outils', '--find', 'moodle');
    await run('code', 'p.repere', '--code', 'Visio', '--find', 'zoom');
    const unclear = await run('segments', 'link', 'p.repere', '--code', 'Visio', '--to-code', 'Outils');
    expect(unclear).toMatchObject({ code: 1, stderr: expect.stringContaining('2') });
    await run('code', 'p.repere', '--code', 'Suite', '--find', 'encore');
    const link = ['segments', 'link', 'p.repere', '--code', 'Suite', '--to-code', 'Visio'];
    expect(await json(...link, '--kind', 'continues')).toEqual({ linkId: 1 });
    expect((await run(...link, '--remove')).stderr).toContain('not-found');
    expect(await json(...link, '--kind', 'continues', '--remove')).toEqual({ linkId: 1 });
  });

  test('a code goes to what a query, a regular expression or a speaker gives, after a look at it', async () => {
    const plan = (...args: string[]) => run('code', 'p.repere', '--code', 'A', ...args, '--dry-run');
    expect((await plan('--regex', '^moodle')).stdout).toBe('  R1 §4 (R1): Moodle encore.\n');
    expect(await json('codes', 'p.repere')).toEqual([]);
    await run('code', 'p.repere', '--code', 'A', '--regex', '^moodle');
    expect((await plan('--regex', 'MOODLE', '--unit', 'paragraph')).stdout).toBe(
      '  R1 §2 (R1): J’ai utilisé Moodle. Zoom aussi, à l’École.\n= R1 §4 (R1): Moodle encore.\n',
    );
    expect((await plan('--search', 'moodle NOT zoom', '--lang', 'en')).stderr).toContain('1 passage(s)');
    expect(await json('code', 'p.repere', '--code', 'A', '--speaker', 'r1')).toEqual({
      codeId: 1,
      codings: 1,
      alreadyThere: 1,
    });
    expect((await plan('--role', 'interviewer')).stdout).toBe(
      '  R1 §1 (ENQ): Comment ?\n  R1 §3 (ENQ): Ensuite ?\n',
    );
    const refused = async (...args: string[]) => {
      const { code, stderr } = await plan(...args, '--lang', 'en');
      expect(code).toBe(1);
      return stderr;
    };
    expect(await refused('--regex', '(a')).toContain('pattern.invalid');
    expect(await refused('--speaker', 'R9')).toContain('not-found');
    expect(await refused('--speaker', 'R1', '--unit', 'match')).toContain('turn, paragraph, sentence');
    expect(await refused('--speaker', 'R1', '--find', 'a')).toContain('one of');
  });

  test('undo and redo work from one run to the next', async () => {
    await run('code', 'p.repere', '--code', 'A', '--find', 'Moodle');
    expect((await run('undo', 'p.repere')).stdout).toContain('Annulé');
    expect(await json('codes', 'p.repere')).toEqual([]);
    expect((await run('redo', 'p.repere')).stdout).toContain('Rétabli');
    expect(await json('codes', 'p.repere')).toHaveLength(1);
    const steps = (await json('history', 'p.repere')) as { command: string; state: string }[];
    expect(steps.map((step) => step.command)).toEqual(['codings.createMany', 'import.confirm']);
  });

  test('the frequencies come as table, CSV and JSON, by code and by hypothesis', async () => {
    await run('code', 'p.repere', '--code', 'A', '--find', 'Moodle');
    expect((await run('frequencies', 'p.repere')).stdout).toMatch(/A\s+1\/1/u);
    expect(await json('frequencies', 'p.repere')).toMatchObject([
      {
        hypothesis: '',
        group: '',
        code: 'A',
        participants_n: 1,
        participants_total: 1,
        percent: 100,
        segments: 2,
        participants: 'R1',
      },
    ]);
    expect(await json('frequencies', 'p.repere', '--by', 'hypothesis')).toEqual([]);
  });
});

describe('import', () => {
  beforeEach(() => run('new', 'p'));

  test('a failing file says why and stops no other', async () => {
    write('R1.txt', INTERVIEW);
    write('vide.txt', '');
    write('faux.docx', '%PDF-1.7\n%âãÏÓ');
    const result = await run('import', 'p.repere', 'vide.txt', 'R1.txt', 'faux.docx', 'absent.txt');
    expect(result.code).toBe(0);
    expect(result.stderr).toContain('vide.txt: format.empty: Ce fichier est vide.');
    expect(result.stderr).toContain('faux.docx: format.');
    expect(result.stderr).toContain('absent.txt: file.missing');
    expect(await json('documents', 'p.repere')).toHaveLength(1);
  });

  test('an import in which every file failed exits 1', async () => {
    write('vide.txt', '');
    expect((await run('import', 'p.repere', 'vide.txt')).code).toBe(1);
  });

  test('the same bytes are skipped unless asked', async () => {
    write('R1.txt', INTERVIEW);
    await run('import', 'p.repere', 'R1.txt');
    const again = await run('import', 'p.repere', 'R1.txt');
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('déjà dans le projet') });
    expect(await json('documents', 'p.repere')).toHaveLength(1);
    await run('import', 'p.repere', 'R1.txt', '--keep-duplicates');
    expect(((await json('documents', 'p.repere')) as { name: string }[]).map((each) => each.name)).toEqual([
      'R1',
      'R1 (2)',
    ]);
  });

  test('without speakers there are no turns and no participants', async () => {
    write('R1.txt', INTERVIEW);
    await run('import', 'p.repere', 'R1.txt', '--no-speakers');
    expect(await json('participants', 'p.repere')).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test('usage exits 2, failure exits 1 with a code and a sentence, help exits 0', async () => {
    expect((await run('nonsense')).code).toBe(2);
    expect((await run('new')).code).toBe(2);
    expect((await run('frequencies', 'x', '--format', 'xml')).code).toBe(2);
    expect((await run('export', 'x', '--what', 'segments')).code).toBe(2);
    expect((await run('serve', '--port', 'x')).code).toBe(2);
    expect(await run('documents', 'absent.repere')).toMatchObject({ code: 1, stdout: '' });
    expect((await run('documents', 'absent.repere')).stderr).toMatch(
      /^project\.missing: Le fichier .* est introuvable/u,
    );
  });

  test('every command tells what it takes', async () => {
    const names =
      'new sample copy salvage backups restore import documents participants survey text edit speakers guide pseudonyms pseudonymise originals codes code codebook segments search units frequencies export chart undo redo check history changes memos serve';
    const { commands } = makeProgram('0');
    expect(commands.map((command) => command.name()).toSorted()).toEqual(names.split(' ').toSorted());
    for (const command of commands.flatMap((each) => (each.commands.length > 0 ? each.commands : [each])))
      expect(command.helpInformation()).toContain('--json');
    expect(await run('code', '--help')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('--unit <unit>'),
    });
  });

  test('a file that cannot be written says so and leaves nothing half written', async () => {
    await run('sample', 's');
    const nowhere = await run(
      'export',
      's.repere',
      '--what',
      'frequencies',
      '--format',
      'csv',
      '--out',
      'no/where.csv',
    );
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('project.folder-missing') });
    mkdirSync(join(place.folder, 'taken.csv'));
    const taken = await run(
      'export',
      's.repere',
      '--what',
      'frequencies',
      '--format',
      'csv',
      '--out',
      'taken.csv',
    );
    expect(taken.code).toBe(1);
    expect(existsSync(join(place.folder, 'no'))).toBe(false);
  });

  test('a damaged project is told by check', async () => {
    write('not.repere', 'bonjour');
    expect(await run('check', 'not.repere')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('project.not-sqlite'),
    });
  });
});

describe('names', () => {
  const TABLE = 'nom;pseudonyme;type\nMoodle;Arche;organisation\nR1;P7;personne\n';
  beforeEach(async () => {
    await run('new', 'p');
    write('R1.txt', INTERVIEW);
    write('noms.csv', TABLE);
    await run('import', 'p.repere', 'R1.txt');
  });

  test('are listed before they are replaced, replaced in one step, and come back by undo', async () => {
    const dry = await run('pseudonymise', 'p.repere', 'noms.csv', '--dry-run');
    expect(dry.stdout).toMatch(/Moodle\s+Arche\s+exact\s+1\s+2\s+1/u);
    expect(await json('pseudonyms', 'p.repere')).toEqual([]);
    await run('code', 'p.repere', '--code', 'Outils', '--find', 'Moodle');
    const done = await run('pseudonymise', 'p.repere', 'noms.csv', '--key-out', 'cle.csv', '--lang', 'fr');
    expect(done.stdout).toMatch(/^\d+ remplacement\(s\) dans 1 document\(s\)/u);
    expect(readFileSync(join(place.folder, 'cle.csv'), 'utf8')).toContain('Moodle;Arche;organisation');
    expect((await run('pseudonyms', 'p.repere')).stdout).toMatch(/R1\s+P7\s+person/u);
    const text = () => run('text', 'p.repere', '--document', 'P7').then(({ stdout }) => stdout);
    expect(await text()).toBe(INTERVIEW.replaceAll('Moodle', 'Arche').replaceAll('R1', 'P7'));
    expect(await json('codes', 'p.repere')).toMatchObject([{ segments: 2 }]);
    await run('undo', 'p.repere');
    expect((await run('text', 'p.repere', '--document', 'R1')).stdout).toBe(INTERVIEW);
  });

  test('are taken out for good by sealing, which empties the imported files unless they are to stay', async () => {
    const sealed = await run('pseudonymise', 'p.repere', 'noms.csv', '--seal', '--lang', 'fr');
    expect(sealed.stdout).toContain('2 noms retirés');
    expect(sealed.stdout).toContain('1 fichiers importés vidés, 0 gardés');
    expect(await json('pseudonyms', 'p.repere')).toEqual([]);
    expect((await run('undo', 'p.repere', '--lang', 'fr')).stdout).toContain('Rien à annuler');
    expect(readFileSync(join(place.folder, 'p.repere')).includes('Moodle')).toBe(false);

    await run('new', 'q');
    await run('import', 'q.repere', 'R1.txt');
    const kept = await run(
      'pseudonymise',
      'q.repere',
      'noms.csv',
      '--seal',
      '--keep-originals',
      '--lang',
      'en',
    );
    expect(kept.stdout).toContain('0 imported files emptied, 1 kept');
    expect(kept.stdout).toContain('kept: P7.txt (P7), 4 name(s) found');
    expect(await json('originals', 'drop', 'q.repere')).toMatchObject({ dropped: 1, backupsKept: 0 });
  });

  test('need a table that is there; a missing file is told in the language of the person', async () => {
    const french = await run('pseudonymise', 'p.repere', 'absent.csv', '--lang', 'fr');
    expect(french).toMatchObject({ code: 1, stdout: '' });
    expect(french.stderr).toMatch(/^file\.missing: Le fichier /u);
    const english = await run('guide', 'import', 'p.repere', 'absent.txt', '--lang', 'en');
    expect(english.stderr).toMatch(/^file\.missing: The file /u);
  });
});

describe('the codebook', () => {
  test('keeps versions, merges codes with a dry run first, and tells the difference', async () => {
    await run('new', 'p.repere');
    write('R1.txt', 'R1 : Je dépanne mes collègues par Slack.\nENQ : Oui ?\n');
    await run('import', 'p.repere', 'R1.txt');
    await run('code', 'p.repere', '--code', 'Aide/Dépannage', '--find', 'dépanne');
    await run('code', 'p.repere', '--code', 'Entraide', '--find', 'collègues');
    expect((await run('codebook', 'keep', 'p.repere', 'Début')).stdout).toContain('Début');
    const merge = ['codebook', 'merge', 'p.repere', 'Entraide', 'Aide/Dépannage'];
    expect(await json(...merge, '--dry-run')).toMatchObject({ segments: 1, duplicates: 0 });
    expect((await run('codes', 'p.repere')).stdout).toContain('Dépannage');
    expect(await json(...merge)).toEqual({ segments: 1, duplicates: 0 });
    expect(await json('codebook', 'versions', 'p.repere')).toMatchObject([{ name: 'Début', codes: 3 }]);
    expect((await run('codebook', 'diff', 'p.repere', 'Début')).stdout.trim()).toBe(
      '- Aide/Dépannage (réuni à Entraide)',
    );
    expect((await run('codebook', 'diff', 'p.repere', 'Début', '1')).stdout.trim()).toBe('Aucune différence');
    expect(await run('codebook', 'diff', 'p.repere', 'absente')).toMatchObject({ code: 1 });
  });
});

describe('the interview guide', () => {
  test('is imported, found in the interviews, listed, and its answers are coded and counted', async () => {
    await run('new', 'p');
    write('R1.txt', INTERVIEW);
    write('R2.txt', INTERVIEW.replaceAll('R1', 'R2').replace('Ensuite', 'Bien'));
    write('guide.txt', 'Thème 1\n1. Comment ?\n2. Ensuite ?\n');
    await run('import', 'p.repere', 'R1.txt', 'R2.txt');
    expect(await json('guide', 'import', 'p.repere', 'guide.txt')).toEqual({
      topics: 3,
      added: 3,
      removed: 0,
    });
    expect(await json('guide', 'match', 'p.repere', '--dry-run')).toMatchObject([
      { document: 'R1', topic: 'Comment ?', score: 1 },
      { document: 'R1', topic: 'Ensuite ?' },
      { document: 'R2', topic: 'Comment ?' },
    ]);
    expect(await json('guide', 'p.repere')).toMatchObject([
      { passages: 0 },
      { passages: 0 },
      { passages: 0 },
    ]);
    await run('guide', 'match', 'p.repere');
    expect(await json('guide', 'p.repere')).toMatchObject([
      { level: 1, title: 'Thème 1', participants_n: 2, participants_total: 2 },
      { level: 2, title: 'Comment ?', participants_n: 2 },
      { level: 2, title: 'Ensuite ?', participants_n: 1, participants_total: 2, passages: 1 },
    ]);
    expect(await json('code', 'p.repere', '--code', 'Suite', '--topic', 'ensuite ?')).toMatchObject({
      codings: 1,
    });
    expect(await json('frequencies', 'p.repere', '--topic', 'Ensuite ?')).toMatchObject([
      { code: 'Suite', participants_n: 1, participants_total: 2, segments: 1 },
    ]);
    await run('export', 'p.repere', '--what', 'segments', '--topic', 'Thème 1', '--out', 's.csv');
    expect(readFileSync(join(place.folder, 's.csv'), 'utf8')).toContain('Moodle encore.');
    const missing = await run('frequencies', 'p.repere', '--topic', 'Rien');
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('not-found') });
    expect((await run('code', 'p.repere', '--code', 'A')).code).toBe(1);
  });
});
