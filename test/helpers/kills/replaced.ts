import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallName } from '../../../src/contract/contract.ts';
import { createCore } from '../../../src/host/in-process.ts';
import { Dice } from '../random-commands/dice.ts';
import { COMMAND_NAMES, generators } from '../random-commands/generators.ts';
import { handOn } from './furnish.ts';
import { operationNamed } from './operations.ts';
import { digestOf, optionsIn, projectFolder, projectIn, type Journal } from './places.ts';

interface Loss {
  readonly name: string;
  /** `older` is a copy of the file as it was some commands ago. */
  apply(path: string, folder: string, older: string): void;
  /** The open file itself is changed: what the program has in hand is no longer the person's work. */
  readonly inPlace?: true;
}

/** What synchronising clients, and people, do to a file that is open. */
export const LOSSES: readonly Loss[] = [
  { name: 'removed', apply: (path) => rmSync(path) },
  { name: 'renamed', apply: (path) => renameSync(path, `${path} (conflit).repere`) },
  { name: 'replaced by an older copy', apply: (path, _folder, older) => renameSync(older, path) },
  {
    name: 'removed and put back older',
    apply: (path, _folder, older) => (rmSync(path), copyFileSync(older, path)),
  },
  {
    name: 'overwritten with an older copy',
    apply: (path, _folder, older) => writeFileSync(path, readFileSync(older)),
    inPlace: true,
  },
  { name: 'emptied', apply: (path) => truncateSync(path), inPlace: true },
  { name: 'gone with its folder', apply: (_path, folder) => rmSync(folder, { recursive: true }) },
  { name: 'moved with its folder', apply: (_path, folder) => renameSync(folder, `${folder} (2)`) },
  {
    name: 'exchanged with its folder',
    apply: (_path, folder) => (
      renameSync(folder, `${folder} (2)`),
      cpSync(`${folder} (2)`, folder, { recursive: true })
    ),
  },
];

export interface Replaced {
  readonly loss: string;
  /** Calls that were tried afterwards. */
  readonly tried: number;
  readonly problems: readonly string[];
}

/**
 * A project is taken away while somebody works; then commands and tasks of every kind are tried: none may say that it
 * changed something. What was answered before can be saved elsewhere.
 */
export async function replacedSession(journal: Journal, seed: number): Promise<Replaced> {
  const folder = mkdtempSync(join(tmpdir(), 'repere-replaced-'));
  const dice = new Dice(seed);
  const loss = LOSSES[seed % LOSSES.length] ?? LOSSES[0];
  if (loss === undefined) throw new Error('there are losses');
  const path = projectIn(folder, journal);
  await operationNamed('bulk coding').prepare(folder, journal);
  const core = createCore(optionsIn(folder));
  try {
    const older = join(folder, 'ancien');
    copyFileSync(path, older);
    const { client } = handOn(core, path, seed);
    await client.project.open({ path });
    const commands = 1 + dice.below(6);
    for (let index = 0; index < commands; index += 1) await client.codes.create({ name: `Code ${index}` });
    const digest = digestOf(path);
    loss.apply(path, projectFolder(folder, journal), older);
    const problems: string[] = [];
    let [changes, tried] = [0, 0];
    core.subscribe((event) => (changes += event.type === 'changed' ? 1 : 0));
    const attempt = async (name: CallName, input: unknown) => {
      const before = changes;
      const answer = await core.call(name, input, { locale: 'fr' });
      tried += 1;
      if (answer.ok && changes > before) problems.push(`${name} was answered with « done »`);
      if (!answer.ok && answer.error.code === 'internal') problems.push(`${name}: ${answer.error.message}`);
      return answer;
    };
    for (let index = 0; index < 8; index += 1) {
      const name = dice.pick(COMMAND_NAMES);
      const input = name === undefined ? null : await inputOrNull(generators[name]({ core, client, dice }));
      if (name !== undefined && input !== null) await attempt(name, input);
    }
    for (const name of ['history.undo', 'codes.create', 'history.goTo'] as const) {
      const input =
        name === 'codes.create' ? { name: 'Perdu' } : name === 'history.goTo' ? { stepId: 1 } : {};
      const answer = await attempt(name, input);
      if (answer.ok) problems.push(`${name} was not refused`);
    }
    const seal = await attempt('pseudonyms.seal', { confirmed: true });
    if (seal.ok) problems.push('the seal was not refused');
    if (loss.inPlace === undefined) {
      const copy = await core.call(
        'project.saveCopy',
        { path: join(folder, 'retrouvé.repere') },
        { locale: 'fr' },
      );
      if (!copy.ok) problems.push(`no copy: ${copy.error.code}`);
      else if (digestOf(join(folder, 'retrouvé.repere')) !== digest)
        problems.push('the copy is not what was in hand');
    }
    const closed = await core.call('project.close', {}, { locale: 'fr' });
    if (!closed.ok) problems.push(`closing: ${closed.error.code}`);
    // What stands under the name now is another's: it opens as it is.
    if (existsSync(path) && loss.inPlace === undefined) {
      const again = await core.call('project.open', { path }, { locale: 'fr' });
      if (!again.ok) problems.push(`what stands there now is refused: ${again.error.code}`);
      else if (!(await client.project.check({})).ok) problems.push('what stands there now is not clean');
    }
    return { loss: loss.name, tried, problems };
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Inputs are made from what queries answer, and these may be refused by now. */
async function inputOrNull(made: Promise<unknown>): Promise<unknown> {
  try {
    return await made;
  } catch {
    return null;
  }
}
