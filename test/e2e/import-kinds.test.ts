import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLargeFile } from './large-file.ts';
import { dropFiles, dropPaths, Program, ROOT } from './window.ts';

// Files of every kind, as real programs wrote them, from a person's hand into the reader.

const DOCUMENTS = join(ROOT, 'fixtures/documents');
const fixture = (name: string): string => join(DOCUMENTS, name);

const program = new Program();
let page: Page;

beforeAll(async () => {
  await program.start();
  page = await program.window();
  await page.getByRole('button', { name: /Nouveau projet/u }).click();
  await page.getByRole('textbox', { name: 'Nom du projet' }).fill('Tous les formats');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Documents et codes' }).waitFor();
});
afterAll(() => program.end());

const WAIT = { timeout: 20_000 };
const dialog = (): Locator => page.getByRole('dialog', { name: 'Importer des transcriptions' });
const card = (name: string): Locator => dialog().getByRole('listitem').filter({ hasText: name });
const preview = (): Locator => dialog().getByRole('region', { name: 'Aperçu' });
const summary = (words: string): Promise<void> => dialog().getByText(words, { exact: true }).waitFor();
const documents = (): Locator =>
  page.getByRole('listbox', { name: 'Liste des documents' }).getByRole('option');

/** A fixture under another name, as a person may have called it. */
function named(name: string, from: string): string {
  const path = join(program.folder, name);
  copyFileSync(fixture(from), path);
  return path;
}

async function confirm(button: string): Promise<void> {
  await dialog().getByRole('button', { name: button, exact: true }).click();
  await dialog().waitFor({ state: 'hidden' });
}

async function cancel(): Promise<void> {
  await dialog().getByRole('button', { name: 'Annuler' }).click();
  await dialog().waitFor({ state: 'hidden' });
}

/** Opens a document and answers its paragraphs as they are read, cells apart: `1 | R7 | L’équipe…`. */
async function paragraphsOf(name: string): Promise<string[]> {
  await documents().filter({ hasText: name }).first().click();
  await page.getByRole('document', { name: `Transcription de ${name}`, exact: true }).waitFor();
  return page
    .locator('.tr-row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).textContent).join(' | ')),
    );
}

async function chooseEncoding(label: string): Promise<void> {
  await dialog()
    .getByRole('button', { name: /Encodage/u })
    .click();
  await page.getByRole('option', { name: label, exact: true }).click();
}

describe('what writing programs save', () => {
  const kinds = ['docx', 'odt', 'rtf', 'html', 'md', 'epub', 'pdf'] as const;

  test('seven kinds of one interview are read before anything enters the project', async () => {
    await dropFiles(
      page,
      kinds.map((kind) => named(`Récit ${kind}.${kind}`, `riche.${kind}`)),
    );
    await summary('7 fichiers prêts');
    await expect.poll(() => dialog().getByRole('textbox', { name: 'Nom de R7' }).inputValue()).toBe('R7');
    await expect.poll(() => documents().count()).toBe(0);
    await confirm('Importer 7 documents');
    await expect.poll(() => documents().count(), WAIT).toBe(7);
    await page.getByText('7 documents importés', { exact: true }).waitFor();
    // The list grows with what is in it: nothing of it is hidden below the line to the codes.
    const list = page.getByRole('listbox', { name: 'Liste des documents' });
    await expect.poll(() => list.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
  });

  test.each(kinds)('.%s gives the same words and speakers in the reader', async (kind) => {
    const paragraphs = await paragraphsOf(`Récit ${kind}`);
    expect(paragraphs).toContainEqual(expect.stringMatching(/^\d+ \| Enquêtrice \| Pourquoi dites-vous «/u));
    expect(paragraphs).toContainEqual(expect.stringMatching(/^\d+ \| R7 \| Deux {1,2}espaces, /u));
    expect(paragraphs).toContainEqual(expect.stringMatching(/ \| Maintenant, ça va\s; merci\s!$/u));
    expect(paragraphs).toContainEqual(expect.stringMatching(/^\d+ \| (?:a\)|a\.|1\.) les cours,$/u));
  });
});

describe('captions', () => {
  test('chosen with « Parcourir », they show who speaks when', async () => {
    await page.keyboard.press('Control+I');
    await dialog().waitFor();
    const chooser = page.waitForEvent('filechooser');
    await dialog().getByRole('button', { name: 'Parcourir' }).click();
    await (await chooser).setFiles(['teams.vtt', 'zoom.srt', 'noscribe.vtt'].map(fixture));
    await summary('3 fichiers prêts');
    await confirm('Importer 3 documents');
  });

  test('a voice and a name before a colon become speakers, and the first time code of a turn is kept', async () => {
    await expect
      .poll(() => paragraphsOf('teams'))
      .toEqual([
        '1 | Claire Enquêtrice | 0:03 | Bonjour, merci d’être venue. On commence ?',
        '2 | Référent 3 | 0:06 | Oui, je pense que c’est important & utile.',
        '3 | Claire Enquêtrice | 0:08 | D’accord.',
        '4 | Référent 3 | 0:16 | Voilà tout.',
      ]);
    await expect
      .poll(() => paragraphsOf('zoom'))
      .toEqual([
        '1 | Anna Petit | 0:01 | Bonjour, je voulais vous dire : merci.',
        '2 | Paul Roy | 0:04 | De rien.',
        '3 | Anna Petit | 0:06 | Alors on y va.',
        '4 | Paul Roy | 1:08 | Oui.',
      ]);
    await expect
      .poll(async () => (await paragraphsOf('noscribe')).at(-1))
      .toBe('2 | S01 | 0:04 | Je suis référente depuis vingt-trois ans.');
  });
});

describe('plain text in any encoding', () => {
  const encodings = {
    'utf-8-bom': 'UTF-8',
    'utf-16be': 'UTF-16 BE',
    'windows-1252': 'Windows-1252',
    'mac-roman': 'Mac Roman',
    'iso-8859-15': 'ISO-8859-15 (Latin-9)',
    'cp850-crlf': 'DOS 850',
  } as const;

  test('each is detected, said, and shown as it will be read', async () => {
    await dropFiles(
      page,
      Object.keys(encodings).map((name) => fixture(`${name}.txt`)),
    );
    await summary('6 fichiers prêts');
    for (const [name, label] of Object.entries(encodings)) {
      await card(`${name}.txt`).getByRole('button').first().click();
      await dialog()
        .getByRole('button', { name: new RegExp(`^${label.replace(/[()]/gu, '\\$&')} Encodage`, 'u') })
        .waitFor();
      await preview()
        .getByText('tient du c')
        .filter({ hasText: /cœur|coeur/u })
        .waitFor();
    }
  });

  test('another choice reads the bytes again, and the preview follows', async () => {
    await card('windows-1252.txt').getByRole('button').first().click();
    await chooseEncoding('Mac Roman');
    await preview().getByText('L’équipe').waitFor({ state: 'hidden' });
    await chooseEncoding('Windows-1252');
    await preview().getByText('L’équipe').waitFor();
    await confirm('Importer 6 documents');
  });

  test('the reader shows the euro sign and the accents of each', async () => {
    for (const name of ['utf-16be', 'windows-1252', 'mac-roman', 'iso-8859-15']) {
      await expect
        .poll(async () => (await paragraphsOf(name)).at(-1), { message: name })
        .toMatch(/\| 15\s€ par mois, à peu près\. Ça tient du cœur/u);
    }
  });
});

describe('files that cannot be read', () => {
  test('each says why beside its name, and stops no other', async () => {
    const cut = join(program.folder, 'Coupé.docx');
    writeFileSync(cut, readFileSync(fixture('libreoffice.docx')).subarray(0, 6_000));
    const empty = join(program.folder, 'Vide.odt');
    writeFileSync(empty, '');
    await dropFiles(page, [
      fixture('scan.pdf'),
      named('Bon.docx', 'pandoc.docx'),
      cut,
      fixture('encrypted.docx'),
      empty,
    ]);
    await summary('1 fichier prêt, 4 à remplacer');
    await card('scan.pdf')
      .getByText(/reconnaissance de caractères \(OCR\)/u)
      .waitFor();
    await card('encrypted.docx')
      .getByText(/mot de passe/u)
      .waitFor();
    await card('Coupé.docx').getByRole('alert').waitFor();
    await card('Vide.odt').getByText(/vide/u).waitFor();
  });

  test('one is replaced by a better file, the others are left, and the button counts what goes in', async () => {
    const chooser = page.waitForEvent('filechooser');
    await card('scan.pdf').getByRole('button', { name: 'Remplacer le fichier' }).click();
    await (await chooser).setFiles(fixture('deux-colonnes.pdf'));
    await summary('2 fichiers prêts, 3 à remplacer');
    await card('Vide.odt').getByRole('button', { name: 'Retirer' }).click();
    await summary('2 fichiers prêts, 2 à remplacer');
    const before = await documents().count();
    await confirm('Importer 2 documents');
    await expect.poll(() => documents().count(), WAIT).toBe(before + 2);
  });
});

describe('a file that is there already', () => {
  test('asks, and may be skipped or kept beside the other', async () => {
    await dropFiles(page, [join(program.folder, 'Récit docx.docx')]);
    await summary('1 déjà présent');
    await dialog().getByText('Ce fichier est déjà dans le projet, sous le nom « Récit docx ».').waitFor();
    const none = dialog().getByRole('button', { name: 'Importer', exact: true });
    await expect.poll(() => none.isDisabled()).toBe(true);
    const question = dialog().getByRole('group', { name: 'Déjà présent' });
    await question.getByRole('button', { name: 'Ignorer' }).click();
    await card('Récit docx.docx').getByText('Ignoré').waitFor();
    await expect.poll(() => none.isDisabled()).toBe(true);
    const before = await documents().count();
    await question.getByRole('button', { name: 'Garder les deux' }).click();
    await confirm('Importer 1 document');
    await expect.poll(() => documents().count(), WAIT).toBe(before + 1);
  });

  test('or, corrected, takes the place of the text, without another document', async () => {
    const corrected = join(program.folder, 'Récit md.md');
    const text = readFileSync(fixture('riche.md'), 'utf8').replace(
      'cherchait quelqu’un',
      'cherchait une voix',
    );
    writeFileSync(corrected, text);
    const before = await documents().count();
    await dropFiles(page, [corrected]);
    await card('Récit md.md').getByText('Même nom').waitFor();
    await dialog()
      .getByText(/^Un document s’appelle déjà «\sRécit md\s»/u)
      .waitFor();
    await dialog().getByRole('button', { name: 'Remplacer le texte…' }).click();
    const review = page.getByRole('dialog', { name: /^Remplacer le texte de «\sRécit md\s»/u });
    await review.getByRole('button', { name: 'Remplacer le texte', exact: true }).click();
    await review.waitFor({ state: 'hidden' });
    await dialog().waitFor({ state: 'hidden' });
    await expect.poll(() => documents().count()).toBe(before);
    await expect
      .poll(async () => (await paragraphsOf('Récit md')).join('\n'))
      .toContain('L’équipe cherchait une voix');
  });
});

describe('a folder', () => {
  test('dropped, gives what is in it and below, but nothing hidden', async () => {
    const folder = join(program.folder, 'Terrain');
    mkdirSync(join(folder, 'Vague 2'), { recursive: true });
    copyFileSync(fixture('libreoffice.docx'), join(folder, 'E10.docx'));
    copyFileSync(fixture('whisper.srt'), join(folder, 'Vague 2/E2.srt'));
    copyFileSync(fixture('libreoffice.odt'), join(folder, 'E2.odt'));
    writeFileSync(join(folder, '.DS_Store'), 'caché');
    writeFileSync(join(folder, '~$E10.docx'), 'verrou');
    await dropPaths(page, [folder]);
    await summary('3 fichiers prêts');
    const names = await dialog().getByRole('listitem').locator('strong').allTextContents();
    expect(names).toEqual(['E2.odt', 'E10.docx', 'E2.srt']);
    await cancel();
  });
});

describe('a large file', () => {
  test('tells how far it is read, and can be stopped alone', async () => {
    const large = writeLargeFile(join(program.folder, 'Grand.rtf'));
    await dropPaths(page, [large, fixture('libreoffice.rtf')]);
    await card('Grand.rtf')
      .getByText(/^Lecture, \d+\s%$/u)
      .waitFor();
    await card('Grand.rtf').getByRole('button', { name: 'Arrêter la lecture de Grand.rtf' }).click();
    await card('Grand.rtf').waitFor({ state: 'hidden' });
    await summary('1 fichier prêt');
    const before = await documents().count();
    await confirm('Importer 1 document');
    await expect.poll(() => documents().count(), WAIT).toBe(before + 1);
  });
});

test('nothing complained on the way', () => {
  expect(program.complaints).toEqual([]);
});
