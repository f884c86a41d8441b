import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as later } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createCore } from '../../src/host/in-process.ts';
import { handOn } from '../helpers/kills/furnish.ts';
import { operationNamed } from '../helpers/kills/operations.ts';
import { digestOf, optionsIn, projectFolder, projectIn, type Journal } from '../helpers/kills/places.ts';
import { CHILD } from '../helpers/kills/recording.ts';
import { Dice } from '../helpers/random-commands/dice.ts';

// Somebody copies the one file, or the file and its side file, while a person works: what the copy holds, and whether it
// says that it may lack something.

const { values } = parseArgs({
  options: { sessions: { type: 'string', default: '2' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});

interface Answer {
  readonly at: number;
  readonly digest: string;
}

interface Copy {
  readonly folder: string;
  readonly at: number;
  readonly withSideFile: boolean;
}

interface Judged {
  readonly verdict: 'whole' | 'says so' | 'refused' | 'quiet';
  /** How long ago, in milliseconds, the oldest of the commands that the copy lacks had been answered; 0 for none. */
  readonly lacks: number;
}

async function session(folder: string, journal: Journal, seed: number) {
  const work = join(folder, 'work');
  await operationNamed('at work').prepare(work, journal);
  const answers: Answer[] = [];
  const child = spawn(process.execPath, [CHILD, 'at work', work, journal, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const state = { over: false };
  const ended = new Promise((resolve) => child.on('close', resolve)).then(() => (state.over = true));
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('ack ')) answers.push({ at: Date.now(), digest: line.split(' ').at(-1) ?? '' });
  });
  const dice = new Dice(seed);
  const copies: Copy[] = [];
  while (!state.over) {
    await Promise.race([ended, later(200 + dice.below(600))]);
    if (answers.length === 0) continue;
    const copy = { folder: join(folder, `copy-${copies.length}`), withSideFile: dice.chance(3) };
    mkdirSync(projectFolder(copy.folder, journal), { recursive: true });
    const at = Date.now();
    for (const side of copy.withSideFile ? ['', '-wal'] : [''])
      if (existsSync(`${projectIn(work, journal)}${side}`))
        copyFileSync(`${projectIn(work, journal)}${side}`, `${projectIn(copy.folder, journal)}${side}`);
    copies.push({ ...copy, at });
  }
  const judged: Judged[] = [];
  for (const copy of copies) judged.push(await judge(copy, journal, answers));
  return judged;
}

async function judge(copy: Copy, journal: Journal, answers: readonly Answer[]): Promise<Judged> {
  const path = projectIn(copy.folder, journal);
  const core = createCore(optionsIn(copy.folder));
  try {
    const opened = await core.call('project.open', { path }, { locale: 'fr' });
    if (!opened.ok) return { verdict: 'refused', lacks: 0 };
    const { client } = handOn(core, path, 0);
    const says = (await client.project.info({})).warnings.includes('copied-while-open');
    const clean = (await client.project.check({})).ok;
    const digest = digestOf(path);
    const held = answers.findLastIndex((answer) => answer.digest === digest);
    const missing = answers[held + 1];
    const lacks = missing === undefined ? 0 : Math.max(0, copy.at - missing.at);
    if (clean && lacks === 0) return { verdict: 'whole', lacks };
    return { verdict: says ? 'says so' : 'quiet', lacks };
  } finally {
    await core.close();
  }
}

for (const journal of ['wal', 'delete'] as const) {
  const judged: Judged[] = [];
  for (let number = 0; number < Number(values.sessions); number += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'repere-copies-'));
    try {
      judged.push(...(await session(folder, journal, Number(values.seed) + number)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const count = (verdict: Judged['verdict']) => judged.filter((one) => one.verdict === verdict).length;
  const behind = Math.max(0, ...judged.map(({ lacks }) => lacks)) / 1000;
  console.log(
    `${judged.length} copies while somebody works (${journal}): ${count('whole')} with all that was answered, ` +
      `${count('says so')} that lack something and say so, ${count('refused')} refused, ` +
      `${count('quiet')} that lack something without a word; at most ${behind.toFixed(1)} s behind`,
  );
  if (count('quiet') > 0) process.exitCode = 1;
}
