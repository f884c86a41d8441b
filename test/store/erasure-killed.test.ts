import { spawnSync } from 'node:child_process';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createCore } from '../../src/host/in-process.ts';
import { REPOSITORY, testCore } from '../helpers/core.ts';
import { filesBelow, rareWords, wordsOnDisk } from '../helpers/disk-words.ts';

const CHILD = resolve(import.meta.dirname, '../helpers/killed-erasure.ts');
const WORDS = rareWords(24, 'zu');
const TEXT = `Enquêtrice : Et vous ?\nZuqrostine : ${WORDS.slice(0, 12).join(' ')}.\nEnquêtrice : Oui.\nZuqrostine : ${WORDS.slice(12).join(' ')}.\n`;
/** Every second one of the last calls, or each of all when this is set. */
const ALL_KILLS = process.env['REPERE_KILLS'] === 'all';
const LAST_CALLS = 10;

interface Kind {
  readonly name: string;
  readonly input: object;
  /** What must not be found any more. */
  readonly words: readonly string[];
}

const KINDS: readonly Kind[] = [
  { name: 'documents.deleteForGood', input: { confirmed: true, documentIds: [1] }, words: WORDS },
  {
    name: 'participants.withdraw',
    input: { confirmed: true, participantId: 1 },
    words: [...WORDS, 'Zuqrostine'],
  },
  { name: 'pseudonyms.seal', input: { confirmed: true }, words: ['Zuqrostine'] },
  { name: 'documents.dropOriginals', input: { confirmed: true }, words: ['Zuqoriginal'] },
];

/** A project with backups, closed, whose history holds what is to go. */
async function prepared(kind: Kind): Promise<{ readonly folder: string; readonly end: () => Promise<void> }> {
  const t = await testCore({ project: 'study' });
  await t.importText('Entretien', `${TEXT}Enquêtrice : Zuqoriginal.\n`);
  await t.client.project.backup({});
  const { text, textVersionId } = await t.client.documents.get({ documentId: 1 });
  const at = text.indexOf('Zuqoriginal');
  if (kind.name === 'documents.dropOriginals') {
    // The text itself stays, so what only the file holds is looked for.
    const edits = [{ start: at, end: at + 'Zuqoriginal'.length, text: 'Voilà' }];
    await t.client.documents.edit({ changes: [{ documentId: 1, textVersionId, edits }] });
    await t.client.pseudonyms.seal({ confirmed: true, dropOriginals: false });
  } else if (kind.name === 'pseudonyms.seal') {
    await t.client.pseudonyms.add({ kind: 'person', name: 'Zuqrostine', replacement: 'Anne' });
    await t.client.pseudonyms.apply({});
  }
  await t.client.project.backup({});
  await t.client.project.close({});
  const template = `${t.folder}-template`;
  renameSync(t.folder, template);
  const end = async (): Promise<void> => {
    rmSync(template, { recursive: true });
    await t.end();
  };
  return { folder: t.folder, end };
}

/** Does it in the folder as it was, at its own place, whose backups are known by it; in a program of its own that is killed before its call number `kill` (0: never). */
function run(folder: string, { name, input }: Kind, kill: number) {
  const place = folder;
  rmSync(place, { recursive: true, force: true });
  cpSync(`${folder}-template`, place, { recursive: true });
  const args = [join(place, 'data'), REPOSITORY, join(place, 'study.repere'), name, JSON.stringify(input)];
  const child = spawnSync(process.execPath, [CHILD, ...args, String(kill)], { encoding: 'utf8' });
  return { place, signal: child.signal, stdout: child.stdout, stderr: child.stderr };
}

/** Opens the project as the next person would, and closes it; answers what the opening said. */
async function opening(
  place: string,
): Promise<{ readonly warnings: readonly string[]; readonly ok: boolean }> {
  const options = { dataDir: join(place, 'data'), documentsDir: place, resourcesDir: REPOSITORY };
  const core = createCore({ ...options, coderName: 'Camille' });
  const opened = await core.call('project.open', { path: join(place, 'study.repere') }, { locale: 'fr' });
  const checked = await core.call('project.check', {}, { locale: 'fr' });
  await core.close();
  if (!opened.ok || !checked.ok) throw new Error('it opens');
  const [{ warnings }, { ok }] = [opened.value as { warnings: string[] }, checked.value as { ok: boolean }];
  return { warnings, ok };
}

for (const kind of KINDS)
  test(`${kind.name} that is killed is finished at the next opening, which says so`, async () => {
    const { folder, end } = await prepared(kind);
    expect(wordsOnDisk(filesBelow(`${folder}-template`), kind.words)).not.toEqual([]);
    const whole = run(folder, kind, 0);
    const { calls, ok } = JSON.parse(whole.stdout) as { readonly calls: number; readonly ok: boolean };
    expect([ok, wordsOnDisk(filesBelow(whole.place), kind.words)]).toEqual([true, []]);
    rmSync(whole.place, { recursive: true });
    // Those at the end matter most: the file anew, the copies, the sign that goes.
    const every = Array.from({ length: calls }, (_none, at) => calls - at);
    const kills = ALL_KILLS ? every : every.slice(0, LAST_CALLS).filter((_at, index) => index % 2 === 0);
    let resumed = 0;
    for (const at of kills) {
      const { place, signal, stderr } = run(folder, kind, at);
      expect(signal, `${at} of ${calls}: ${stderr}`).toBe('SIGKILL');
      const { warnings, ok: sound } = await opening(place);
      const left = wordsOnDisk(filesBelow(place), kind.words);
      // Killed before anything was taken out, it was not begun: then nothing at all is said.
      if (warnings.includes('erasure-resumed')) resumed += 1;
      if (warnings.length > 0 || at > calls - 5) expect(left, `killed at ${at} of ${calls}`).toEqual([]);
      expect([sound, await opening(place)]).toEqual([true, { warnings: [], ok: true }]);
      rmSync(place, { recursive: true });
    }
    expect(resumed).toBeGreaterThan(2);
    await end();
  }, 300_000);
