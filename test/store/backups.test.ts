import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { COPY_INTERVAL_MS } from '../../src/backups/due.ts';
import { createClient } from '../../src/contract/client.ts';
import { createCore } from '../../src/host/in-process.ts';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'Étude référents' });
});
afterEach(async () => {
  vi.useRealTimers();
  await t.end();
});

const file = () => t.path('Étude référents.repere');
const list = (path = file()) => t.client.backups.list({ path });
const copies = async (path = file()) => (await list(path)).copies;
const reasons = async () => (await copies()).map(({ reason }) => reason);
const reopen = (path = file()) => t.client.project.open({ path });
const warnings = async () => (await t.client.project.info({})).warnings;
const codesIn = (path: string): readonly unknown[] => {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare('SELECT name FROM code ORDER BY name').pluck().all();
  } finally {
    db.close();
  }
};
/** Everything under a folder, by its path from there. */
const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('when', () => {
  test('at closing, when something changed, and not when nothing did', async () => {
    await t.client.codes.create({ name: 'Un' });
    await t.client.project.close({});
    expect(await reasons()).toEqual(['closing']);
    await reopen();
    await t.client.project.close({});
    expect(await reasons()).toEqual(['closing']);
    await reopen();
    await t.client.history.undo({});
    await t.client.project.close({});
    expect(await reasons()).toEqual(['closing', 'closing']);
    const [newest, older] = await copies();
    expect(codesIn(newest!.file)).toEqual([]);
    expect(codesIn(older!.file)).toEqual(['Un']);
  });

  test('every hour of work, between calls, and only while something changed', async () => {
    await t.client.codes.create({ name: 'Un' });
    await t.client.project.close({});
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: Date.now() });
    await reopen();
    await vi.advanceTimersByTimeAsync(3 * COPY_INTERVAL_MS);
    // The one that is left looks after the file itself.
    expect(vi.getTimerCount()).toBe(1);
    for (const name of ['Deux', 'Trois']) {
      await t.client.codes.create({ name });
      await vi.advanceTimersByTimeAsync(COPY_INTERVAL_MS + 120_000);
      await vi.waitFor(async () => expect(codesIn((await copies())[0]!.file)).toContain(name));
    }
    expect(await reasons()).toEqual(['hourly', 'hourly', 'closing']);
    expect((await copies())[0]).toMatchObject({ documents: 0, codings: 0 });
    expect(below(t.path('data')).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('a clock that was set back, or forward for a while, does not stop them', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: new Date('2039-01-01') });
    await t.client.codes.create({ name: 'Futur' });
    await t.client.project.close({});
    vi.setSystemTime(new Date('2026-11-30T10:00:00Z'));
    await reopen();
    await t.client.codes.create({ name: 'Présent' });
    await vi.advanceTimersByTimeAsync(COPY_INTERVAL_MS + 120_000);
    await vi.waitFor(async () => expect(codesIn((await copies())[0]!.file)).toContain('Présent'));
    expect((await copies()).map(({ number }) => number)).toEqual([2, 1]);
  });

  test('what a program that died left uncopied is copied at the next opening', async () => {
    await t.client.codes.create({ name: 'Un' });
    const dead = t.path('mort.repere');
    copyFileSync(file(), dead);
    copyFileSync(`${file()}-wal`, `${dead}-wal`);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: Date.now() });
    await reopen(dead);
    await vi.advanceTimersByTimeAsync(120_000);
    await vi.waitFor(async () =>
      expect((await copies(dead)).map(({ reason }) => reason)).toEqual(['opening']),
    );
    expect(codesIn((await copies(dead))[0]!.file)).toEqual(['Un']);
  });

  test('before anything large, and not twice for one state', async () => {
    const [a, b, c] = [
      await t.client.codes.create({ name: 'A' }),
      await t.client.codes.create({ name: 'B' }),
      await t.client.codes.create({ name: 'C' }),
    ];
    await t.importText('R1', 'R1 : Bonjour Marie.');
    // Into a project that held no document.
    expect(await reasons()).toEqual([]);
    await t.importText('R2', 'R2 : Bonsoir.');
    await t.client.codes.merge({ codeIds: [b.codeId], intoId: a.codeId, definitions: 'keep' });
    await t.client.codes.merge({ codeIds: [c.codeId], intoId: a.codeId, definitions: 'keep' });
    await t.client.pseudonyms.add({ kind: 'person', name: 'Marie', replacement: 'Anne' });
    await t.client.pseudonyms.apply({});
    expect((await reasons()).toReversed()).toEqual(['import', 'merge', 'merge', 'pseudonyms']);
    expect(codesIn((await copies()).at(-2)!.file)).toEqual(['A', 'B', 'C']);
  });

  test('the list says how many documents and segments each holds', async () => {
    const documentId = await t.importText('R1', 'R1 : Bonjour à vous.');
    const { codeId } = await t.client.codes.create({ name: 'A' });
    await t.client.codings.create({ documentId, codeIds: [codeId], start: 5, end: 12 });
    await t.client.project.backup({});
    const { folder } = await list();
    // The list beside them is lost: the copies themselves tell.
    rmSync(join(folder!, 'repere-backups.json'));
    await t.client.project.close({});
    await reopen();
    await t.client.codes.create({ name: 'B' });
    await t.client.project.close({});
    expect(await copies()).toMatchObject([
      { number: 2, reason: 'closing', documents: 1, codings: 1 },
      { number: 1, reason: 'manual', documents: 1, codings: 1 },
    ]);
  });
});

describe('where', () => {
  test('in a folder that a person knows, with a text that says whose they are', async () => {
    await t.client.project.backup({});
    const { folder } = await list();
    expect(folder).toMatch(/Étude référents — \d{4}-\d{2}-\d{2} [0-9a-f]{8}$/u);
    expect(readFileSync(join(folder!, 'LISEZ-MOI — READ ME.txt'), 'utf8')).toContain(file());
  });

  test('folders are 700 and files 600, whatever the umask and whatever was there', async () => {
    const before = process.umask(0o000);
    try {
      mkdirSync(t.path('data/backups'), { recursive: true, mode: 0o777 });
      await t.client.project.backup({});
      await t.client.codes.create({ name: 'Un' });
      await t.client.project.close({});
    } finally {
      process.umask(before);
    }
    const all = below(t.path('data/backups'));
    expect(all.length).toBeGreaterThan(3);
    for (const path of all) expect((statSync(path).mode & 0o777).toString(8), path).toBe('600');
    for (const path of new Set(all.map((each) => dirname(each))))
      expect((statSync(path).mode & 0o777).toString(8), path).toBe('700');
    expect((statSync(t.path('data/backups')).mode & 0o777).toString(8)).toBe('700');
  });

  test('two copies of one project in two places have two folders; a moved file keeps its own; links are one', async () => {
    await t.client.project.backup({});
    await t.client.project.close({});
    mkdirSync(t.path('clé'));
    const other = t.path('clé/Étude référents.repere');
    copyFileSync(file(), other);
    await reopen(other);
    await t.client.project.backup({});
    await t.client.project.close({});
    expect(await copies()).toHaveLength(1);
    expect(await copies(other)).toHaveLength(1);
    expect((await list()).folder).not.toBe((await list(other)).folder);
    symlinkSync(file(), t.path('lien.repere'));
    expect(await copies(t.path('lien.repere'))).toEqual(await copies());
    const moved = t.path('clé/Ailleurs.repere');
    const before = await list(other);
    renameSync(other, moved);
    expect(await copies(moved)).toEqual(before.copies);
    await reopen(moved);
    expect((await list(moved)).folder).toBe(before.folder);
  });

  test('unfinished copies are removed at opening', async () => {
    await t.client.project.backup({});
    await t.client.project.close({});
    const { folder } = await list();
    writeFileSync(join(folder!, 'x.repere.partial'), 'x');
    writeFileSync(join(folder!, 'x.repere.partial-journal'), 'x');
    await reopen();
    expect(readdirSync(folder!).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('copies of the first versions are taken over, each by its project', async () => {
    const { guid } = await t.client.project.info({});
    const { path } = await t.client.project.backup({});
    await t.client.project.close({});
    const other = t.path('Copie.repere');
    copyFileSync(file(), other);
    const old = t.path(`data/backups/${guid}`);
    mkdirSync(old);
    copyFileSync(path, join(old, 'Étude référents.2026-01-02T08-00-00-000Z.daily.repere'));
    copyFileSync(path, join(old, 'Copie.2026-01-03T08-00-00-000Z.manual.repere'));
    rmSync((await list()).folder!, { recursive: true });
    // Seen before the project was ever opened by this version.
    expect(await copies()).toMatchObject([{ at: '2026-01-02T08:00:00.000Z', documents: 0 }]);
    await reopen(other);
    await reopen();
    expect(await copies()).toMatchObject([{ at: '2026-01-02T08:00:00.000Z', reason: 'opening' }]);
    expect(existsSync(join(old, 'Étude référents.2026-01-02T08-00-00-000Z.daily.repere'))).toBe(false);
  });

  test('another folder can be chosen; copies are taken along, or stay and are still listed', async () => {
    await t.client.project.backup({});
    mkdirSync(t.path('disque'));
    expect(await t.client.backups.setPlace({ place: t.path('disque') })).toMatchObject({ moved: 0, left: 1 });
    await t.client.project.backup({});
    expect((await copies()).map(({ number }) => number)).toEqual([2, 1]);
    expect((await copies())[0]!.file.startsWith(t.path('disque'))).toBe(true);
    mkdirSync(t.path('autre'));
    expect(await t.client.backups.setPlace({ place: t.path('autre'), move: true })).toMatchObject({
      moved: 1,
    });
    expect((await copies()).map(({ number }) => number)).toContain(1);
    expect(await t.client.backups.projects({})).toMatchObject([{ path: file(), copies: 2, exists: true }]);
  });

  test('a folder that is not there or cannot be written is refused, and nothing changes', async () => {
    writeFileSync(t.path('fichier'), '');
    for (const place of [t.path('absent'), t.path('fichier'), 'relatif'])
      await expect(t.client.backups.setPlace({ place }), place).rejects.toMatchObject({
        code: expect.stringMatching(/^backups\.place-/u) as string,
      });
    expect(await t.client.settings.app({})).toMatchObject({ backupDir: '' });
  });
});

describe('that cannot be written', () => {
  test('never hinder opening, work or closing: a warning says so, until it works again', async () => {
    await t.client.project.close({});
    rmSync(t.path('data/backups'), { recursive: true });
    writeFileSync(t.path('data/backups'), 'in the place of the folder');
    expect(await reopen()).toMatchObject({ readOnly: false, warnings: ['backup-failed'] });
    await t.client.codes.create({ name: 'Un' });
    await t.client.project.close({});
    expect(codesIn(file())).toEqual(['Un']);
    await reopen();
    expect(await warnings()).toEqual(['backup-failed']);
    await expect(t.client.project.backup({})).rejects.toBeDefined();
    rmSync(t.path('data/backups'));
    await t.client.project.backup({});
    expect(await warnings()).toEqual([]);
    expect(t.events.filter(({ type }) => type === 'backups').length).toBeGreaterThan(0);
  });

  test('a chosen disk that is not plugged in gets no folder in its place, and is tried again', async () => {
    mkdirSync(t.path('disque'));
    await t.client.backups.setPlace({ place: t.path('disque') });
    await t.client.project.close({});
    renameSync(t.path('disque'), t.path('débranché'));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: Date.now() });
    expect(await reopen()).toMatchObject({ warnings: ['backup-failed'] });
    await t.client.codes.create({ name: 'Un' });
    await vi.advanceTimersByTimeAsync(11 * 60_000);
    expect(existsSync(t.path('disque'))).toBe(false);
    expect(await list()).toMatchObject({ placeIsThere: false });
    // Sealing would leave every old copy on that disk.
    await expect(t.client.pseudonyms.seal({ confirmed: true, dropOriginals: false })).rejects.toMatchObject({
      code: 'backups.place-missing',
    });
    renameSync(t.path('débranché'), t.path('disque'));
    await vi.advanceTimersByTimeAsync(12 * 60_000);
    await vi.waitFor(async () => expect(codesIn((await copies())[0]!.file)).toEqual(['Un']));
    expect(await warnings()).toEqual([]);
  });
});

test('sealing one copy of a project leaves the backups of another alone, and none of its own with a name', async () => {
  const seal = () => t.client.pseudonyms.seal({ confirmed: true, dropOriginals: true });
  const named = (paths: readonly string[]) => paths.filter((path) => readFileSync(path).includes('Dupont'));
  await t.importText('R1', 'R1 : Madame Dupont est venue.');
  await t.client.pseudonyms.add({ kind: 'person', name: 'Dupont', replacement: 'Martin' });
  await t.client.project.backup({});
  await t.client.project.close({});
  const other = t.path('Copie.repere');
  copyFileSync(file(), other);
  await reopen(other);
  const { path: theirs } = await t.client.project.backup({});
  const { guid } = await reopen();
  const old = t.path(`data/backups/${guid}`);
  mkdirSync(old, { recursive: true });
  const remains = (name: string) => join(old, `${name}.2026-01-02T08-00-00-000Z.daily.repere`);
  for (const name of ['Étude référents', 'Nom d’avant', 'Copie']) copyFileSync(theirs, remains(name));
  mkdirSync(t.path('disque'));
  await t.client.backups.setPlace({ place: t.path('disque') });
  await t.client.project.backup({});
  await t.client.pseudonyms.apply({});
  await seal();
  expect(await copies()).toMatchObject([{ reason: 'seal' }]);
  const everything = [...below(t.path('data/backups')), ...below(t.path('disque'))];
  expect(named(everything).toSorted()).toEqual([theirs, remains('Copie')].toSorted());
});

describe('restoring', () => {
  beforeEach(async () => {
    await t.client.codes.create({ name: 'Avant' });
    await t.client.project.backup({});
    await t.client.codes.create({ name: 'Après' });
  });
  const oldest = async () => (await copies()).at(-1)!.file;

  test('in place while it is open here: it is closed, replaced and open again, and what was there is kept', async () => {
    const done = await t.client.backups.restore({ path: file(), file: await oldest(), to: 'in-place' });
    expect(done.path).toBe(file());
    expect(done.kept).toMatch(
      /Étude référents \(avant restauration \d{4}-\d{2}-\d{2} \d{2}h\d{2}\)\.repere$/u,
    );
    expect(await t.client.project.current({})).toMatchObject({ path: file(), readOnly: false });
    expect((await t.client.codes.list({})).map(({ name }) => name)).toEqual(['Avant']);
    expect(codesIn(done.kept!)).toEqual(['Après', 'Avant']);
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
    expect(await reasons()).toEqual(['restore', 'closing', 'manual']);
    expect(codesIn((await copies())[0]!.file)).toEqual(['Après', 'Avant']);
    expect(t.events.at(-1)).toMatchObject({ type: expect.stringMatching(/project|backups/u) as string });
  });

  test('over a project whose side files are those of another state: they go with what was there', async () => {
    const copy = await oldest();
    // As after a kill: the last commands lie in the -wal.
    const wal = readFileSync(`${file()}-wal`);
    await t.client.project.close({});
    // Its pages lie elsewhere than in the project, as in a copy at closing.
    new Database(copy).exec('VACUUM').close();
    copyFileSync(copy, file());
    writeFileSync(`${file()}-wal`, wal);
    // What the advice « copy the backup over it » came to: the foreign -wal is played into the copy.
    const spoiled = t.path('spoiled.repere');
    copyFileSync(file(), spoiled);
    copyFileSync(`${file()}-wal`, `${spoiled}-wal`);
    expect(() => codesIn(spoiled)).toThrow('malformed');
    const { kept } = await t.client.backups.restore({ path: file(), file: copy, to: 'in-place' });
    expect(readFileSync(`${kept!}-wal`)).toEqual(wal);
    expect(existsSync(`${file()}-wal`)).toBe(false);
    await reopen();
    expect((await t.client.codes.list({})).map(({ name }) => name)).toEqual(['Avant']);
    expect(await t.client.project.check({})).toMatchObject({ ok: true });
  });

  test.each(['-wal', '-journal'])('where the project itself is gone and its %s is left', async (suffix) => {
    const copy = await oldest();
    await t.client.project.close({});
    rmSync(file());
    writeFileSync(`${file()}${suffix}`, 'left over');
    await t.client.backups.restore({ path: file(), file: copy, to: 'in-place' });
    expect(codesIn(file())).toEqual(['Avant']);
    const left = readdirSync(t.folder).filter((name) => name.endsWith(suffix));
    expect(left).toEqual([expect.stringContaining('avant restauration')]);
  });

  test.each([0, 1, 2, 3])(
    'killed after %i renames it is taken up again, and nothing of what was there is lost',
    async (done) => {
      const copy = await oldest();
      // As after a kill: the last command lies in the -wal alone.
      const [main, wal, shm] = ['', '-wal', '-shm'].map((suffix) => readFileSync(`${file()}${suffix}`));
      await t.client.project.close({});
      const kept = t.path('Étude référents (avant restauration 2026-11-30 14h05).repere');
      rmSync(file());
      const there = [
        ['', main!],
        ['-wal', wal!],
        ['-shm', shm!],
      ] as const;
      for (const [index, [suffix, bytes]] of there.entries())
        writeFileSync(`${index < done ? kept : file()}${suffix}`, bytes);
      await t.client.backups.restore({ path: file(), file: copy, to: 'in-place' });
      expect(codesIn(file())).toEqual(['Avant']);
      const all = readdirSync(t.folder).filter((name) => /avant restauration.*\.repere$/u.test(name));
      expect(all).toHaveLength(1);
      expect(readFileSync(t.path(`${all[0]!}-wal`))).toEqual(wal);
      expect(codesIn(t.path(all[0]!))).toEqual(['Après', 'Avant']);
    },
  );

  test('a damaged project comes back without being opened', async () => {
    await t.client.project.close({});
    const bytes = readFileSync(file());
    bytes.fill(0x55, 100, bytes.length);
    writeFileSync(file(), bytes);
    await expect(reopen()).rejects.toBeDefined();
    const { kept } = await t.client.backups.restore({ path: file(), file: await oldest(), to: 'in-place' });
    expect(readFileSync(kept!)).toEqual(bytes);
    await reopen();
    expect((await t.client.codes.list({})).map(({ name }) => name)).toEqual(['Avant']);
  });

  test('is refused while another program has the project open, and nothing changes', async () => {
    const core = createCore(t.options);
    const other = createClient({
      call: (name, input, options) => core.call(name, input, { ...options, locale: 'fr' }),
      subscribe: (listener) => core.subscribe(listener),
    });
    const before = readdirSync(t.folder);
    await expect(
      other.backups.restore({ path: file(), file: await oldest(), to: 'in-place' }),
    ).rejects.toMatchObject({ code: 'project.locked' });
    expect(readdirSync(t.folder)).toEqual(before);
    expect(await t.client.codes.list({})).toHaveLength(2);
    await core.close();
  });

  test('beside: a new file under the name proposed or given, never over another one', async () => {
    const copy = await oldest();
    const beside = await t.client.backups.restore({ path: file(), file: copy, to: 'beside' });
    expect(beside.path).toMatch(/Étude référents \(sauvegarde du .+\)\.repere$/u);
    expect(codesIn(beside.path)).toEqual(['Avant']);
    const again = await t.client.backups.restore({ path: file(), file: copy, to: 'beside' });
    expect(again.path).not.toBe(beside.path);
    const out = { path: file(), file: copy, to: 'beside', out: t.path('Reprise') } as const;
    expect((await t.client.backups.restore(out)).path).toBe(t.path('Reprise.repere'));
    await expect(t.client.backups.restore(out)).rejects.toMatchObject({ code: 'project.exists' });
    await expect(
      t.client.backups.restore({ ...out, out: t.path('nulle part/x.repere') }),
    ).rejects.toMatchObject({ code: 'project.folder-missing' });
    expect(await t.client.codes.list({})).toHaveLength(2);
    expect(readdirSync(t.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('of a damaged copy, or of a file that is no copy of it, is refused, and the project stays open', async () => {
    const copy = await oldest();
    const bytes = readFileSync(copy);
    bytes.fill(0x55, 4_096, 60_000);
    writeFileSync(copy, bytes);
    await expect(
      t.client.backups.restore({ path: file(), file: copy, to: 'in-place' }),
    ).rejects.toMatchObject({ code: 'backups.copy-damaged' });
    await expect(
      t.client.backups.restore({ path: file(), file: file(), to: 'beside' }),
    ).rejects.toMatchObject({ code: 'backups.copy-missing' });
    expect(await t.client.codes.list({})).toHaveLength(2);
    expect(readdirSync(t.folder).filter((name) => name.includes('restor'))).toEqual([]);
  });

  test('a backup is only looked at, and enters no list of recent projects', async () => {
    const copy = await oldest();
    expect(await reopen(copy)).toMatchObject({ readOnly: true, warnings: ['opened-backup'] });
    await expect(t.client.codes.create({ name: 'X' })).rejects.toMatchObject({ code: 'project.read-only' });
    expect((await t.client.project.recent({})).map(({ path }) => path)).toEqual([file()]);
    expect(readdirSync(dirname(copy)).filter((name) => /-wal|-shm|lock/u.test(name))).toEqual([]);
  });
});
