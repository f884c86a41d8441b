import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs, { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { createCore } from '../../../src/host/in-process.ts';
import { damaged } from '../damage.ts';
import { furnished, handOn, open, type Found, type Hand, type Operation } from './furnish.ts';
import { digestOf, optionsIn, projectFolder, projectIn, type Journal } from './places.ts';

// Operations that put whole files somewhere: what is judged is not the project alone.

const KEPT = /^étude \(avant restauration .*\)\.repere$/u;
/** With what belonged to it. */
const KEPT_WITH_SIDES = /^étude \(avant restauration .*\)\.repere(?:-wal|-shm|-journal)?$/u;
const COPIES = 3;

/** A project with some copies, and something in it that is in none of them. */
async function withCopies(folder: string, journal: Journal): Promise<void> {
  await furnished(folder, journal, async (hand) => {
    for (let index = 1; index < COPIES; index += 1) {
      await hand.client.codes.create({ name: `Avant ${index}` });
      await hand.client.project.backup({});
    }
    await hand.client.codes.create({ name: 'Après la copie' });
  });
}

async function oldestCopy({ client, path }: Hand): Promise<string> {
  const { copies } = await client.backups.list({ path });
  const oldest = copies.at(-1);
  if (oldest === undefined) throw new Error('there are copies');
  return oldest.file;
}

/** Either the project is as it was, or it is as the copy; and then what was there is beside it, whole. */
async function judgeRestored({ folder, path, states, digest, told }: Found): Promise<readonly string[]> {
  const kept = readdirSync(dirname(path)).filter((name) => KEPT.test(name));
  const before = states[told.includes('backups.restore') ? told.indexOf('backups.restore') : told.length];
  const restored = digest !== before;
  if (!restored) return kept.map((name) => `kept, though nothing was restored: ${name}`);
  if (kept.length !== 1) return [`kept are ${kept.length}: ${kept.join(', ')}`];
  const found = await wholeAt(folder, join(dirname(path), kept[0] ?? ''));
  return found === before ? [] : [`what was there is kept as ${String(found)}, not as ${String(before)}`];
}

const restoring: Operation = {
  name: 'restore in place',
  from: 'backups.restore',
  others: KEPT_WITH_SIDES,
  prepare: withCopies,
  work: async (hand) => {
    await open(hand);
    await hand.client.codes.create({ name: 'Tout dernier' });
    await hand.client.backups.restore({ path: hand.path, file: await oldestCopy(hand), to: 'in-place' });
    await hand.client.project.close({});
  },
  judge: judgeRestored,
};

/** A process died while it worked; nobody opens what it left: a copy is taken back at once. */
const restoringAfterKill: Operation = {
  name: 'restore after a kill',
  from: 'backups.restore',
  others: KEPT_WITH_SIDES,
  prepare: async (folder, journal) => {
    await withCopies(folder, journal);
    const program = [join(import.meta.dirname, 'child.ts'), 'bulk coding', folder, journal, '1'];
    const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.on('data', (chunk) => {
      if (String(chunk).includes('ack 1 ')) child.kill('SIGKILL');
    });
    await new Promise((ended) => child.on('close', ended));
  },
  work: async (hand) => {
    await hand.client.backups.restore({ path: hand.path, file: await oldestCopy(hand), to: 'in-place' });
    await open(hand);
    await hand.client.project.close({});
  },
  judge: judgeRestored,
};

/** A new file that is whole once it has its name, and is there once that was answered. */
async function judgeNew(
  { folder, path, told }: Found,
  name: string,
  call: Found['told'][number],
  fits: (digest: string) => boolean,
): Promise<readonly string[]> {
  const file = join(dirname(path), name);
  if (!existsSync(file)) return told.includes(call) ? [`${name} is not there, though it was answered`] : [];
  const digest = await wholeAt(folder, file);
  return digest !== null && fits(digest) ? [] : [`${name} holds ${String(digest)}`];
}

const restoringBeside: Operation = {
  name: 'restore beside',
  from: 'backups.restore',
  others: /^reprise\.repere$/u,
  prepare: withCopies,
  work: async (hand) => {
    await open(hand);
    const out = join(dirname(hand.path), 'reprise.repere');
    await hand.client.backups.restore({ path: hand.path, file: await oldestCopy(hand), to: 'beside', out });
    await hand.client.project.close({});
  },
  judge: (found) => judgeNew(found, 'reprise.repere', 'backups.restore', (digest) => digest !== found.digest),
};

const saving: Operation = {
  name: 'save a copy',
  from: 'project.saveCopy',
  others: /^copie\.repere$/u,
  prepare: withCopies,
  work: async (hand) => {
    await open(hand);
    await hand.client.codes.create({ name: 'Tout dernier' });
    await hand.client.project.saveCopy({ path: join(dirname(hand.path), 'copie.repere') });
    await hand.client.project.close({});
  },
  judge: (found) =>
    judgeNew(found, 'copie.repere', 'project.saveCopy', (digest) => found.states.includes(digest)),
};

const DAMAGED = 'abîmé.repere';

const salvaging: Operation = {
  name: 'salvage',
  from: 'salvage.run',
  others: /^(?:abîmé|sauvé)\.repere$/u,
  prepare: async (folder, journal) => {
    await withCopies(folder, journal);
    const sound = readFileSync(projectIn(folder, journal));
    // A text in the middle of the file.
    writeFileSync(join(projectFolder(folder, journal), DAMAGED), damaged(sound, 4).bytes);
    writeFileSync(join(folder, 'empreinte'), fingerprint(projectFolder(folder, journal)));
  },
  work: async (hand) => {
    await open(hand);
    const beside = dirname(hand.path);
    await hand.client.salvage.run({ path: join(beside, DAMAGED), out: join(beside, 'sauvé.repere') });
    await hand.client.project.close({});
  },
  judge: async (found) => [
    ...(fingerprint(dirname(found.path)) === readFileSync(join(found.folder, 'empreinte'), 'utf8')
      ? []
      : ['the damaged file was changed']),
    ...(await judgeNew(found, 'sauvé.repere', 'salvage.run', () => true)),
  ],
};

function fingerprint(folder: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, DAMAGED)))
    .digest('hex');
}

function moving(name: string, toOtherDisk: boolean): Operation {
  return {
    name,
    from: 'backups.setPlace',
    prepare: async (folder, journal) => {
      await withCopies(folder, journal);
      mkdirSync(join(folder, 'copies'));
      const core = createCore(optionsIn(folder));
      const { client } = handOn(core, '', 1);
      await client.project.create({ path: join(folder, 'autre.repere') });
      await client.project.backup({});
      await core.close();
    },
    work: async (hand) => {
      if (toOtherDisk) refuseToRenameAcross();
      await open(hand);
      await hand.client.backups.setPlace({ place: placeBeside(hand.path), move: true });
      await hand.client.project.close({});
    },
    judge: judgeMoved,
  };
}

const placeBeside = (path: string): string => join(dirname(path), '..', 'copies');

/** Folders are not renamed from one disk to another. */
function refuseToRenameAcross(): void {
  const { renameSync } = fs;
  fs.renameSync = (from, to) => {
    if (fs.statSync(from).isDirectory() && dirname(String(from)) !== dirname(String(to)))
      throw Object.assign(new Error('cross-device link'), { code: 'EXDEV' });
    renameSync(from, to);
  };
  syncBuiltinESMExports();
}

/** Every copy is listed once, and whole; once the move was answered, none is where they were. */
async function judgeMoved({ folder, path, told }: Found): Promise<readonly string[]> {
  const core = createCore(optionsIn(folder));
  const { client } = handOn(core, path, 0);
  try {
    const problems: string[] = [];
    const { copies } = await client.backups.list({ path });
    const numbers = copies.map(({ number }) => number);
    const wanted = numbers.map((_number, index) => numbers.length - index);
    if (numbers.length < COPIES || String(numbers) !== String(wanted))
      problems.push(`listed are the copies ${numbers.join(', ')}`);
    for (const { file } of copies) {
      const answer = await core.call('project.open', { path: file }, { locale: 'fr' });
      if (!answer.ok) problems.push(`${basename(file)}: ${answer.error.code}`);
      else if (!(await client.project.check({})).ok) problems.push(`${basename(file)} is not whole`);
    }
    await client.project.close({});
    const projects = await client.backups.projects({});
    const other = projects.find((each) => basename(each.path) === 'autre.repere');
    if (projects.length !== 2 || other?.copies !== 1)
      problems.push(`known are ${projects.map((each) => `${each.copies} of ${basename(each.path)}`).join()}`);
    const usual = join(folder, 'data', 'backups');
    const left = told.includes('backups.setPlace') ? repereFilesBelow(usual) : [];
    return [...problems, ...left.map((file) => `stayed: ${file}`)];
  } finally {
    await core.close();
  }
}

function repereFilesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.repere'),
  );
}

/** What a project holds, after the program opened it and found it clean; else `null`. The file itself stays as it is. */
async function wholeAt(folder: string, path: string): Promise<string | null> {
  const trial = join(folder, 'essai.repere');
  for (const suffix of ['', '-wal', '-journal'])
    if (existsSync(`${path}${suffix}`)) copyFileSync(`${path}${suffix}`, `${trial}${suffix}`);
  const core = createCore(optionsIn(folder));
  const { client } = handOn(core, trial, 0);
  try {
    const answer = await core.call('project.open', { path: trial }, { locale: 'fr' });
    if (!answer.ok || !(await client.project.check({})).ok) return null;
    return digestOf(trial);
  } finally {
    await core.close();
    for (const suffix of ['', '-wal', '-journal']) fs.rmSync(`${trial}${suffix}`, { force: true });
  }
}

export const FILE_OPERATIONS: readonly Operation[] = [
  restoring,
  restoringAfterKill,
  restoringBeside,
  saving,
  salvaging,
  moving('moving the backups', false),
  moving('moving the backups to another disk', true),
];
