import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import type { CommandName } from '../../../src/contract/contract.ts';
import { REPOSITORY } from '../core.ts';
import { Dice } from '../random-commands/dice.ts';
import { COMMAND_NAMES, generators } from '../random-commands/generators.ts';
import { ERASING_OPERATIONS } from './erasing-operations.ts';
import { FILE_OPERATIONS } from './file-operations.ts';
import { codeMany, furnished, importOne, open, type Hand, type Operation } from './furnish.ts';
import { projectFolder, projectIn } from './places.ts';

const importing: Operation = {
  name: 'import',
  prepare: (folder, journal) => furnished(folder, journal),
  work: async (hand) => {
    await open(hand);
    await importOne(hand, 'R3', 2);
    await importOne(hand, 'R4', 60);
    await hand.client.project.close({});
  },
};

const bulk: Operation = {
  name: 'bulk coding',
  prepare: (folder, journal) => furnished(folder, journal),
  work: async (hand) => {
    await open(hand);
    await codeMany(hand, 'Tout', 200);
    await codeMany(hand, 'Encore / plus', 120);
    await hand.client.project.close({});
  },
};

const undoing: Operation = {
  name: 'undo and redo',
  prepare: (folder, journal) => furnished(folder, journal, (hand) => codeMany(hand, 'Tout', 300)),
  work: async (hand) => {
    await open(hand);
    await hand.client.history.undo({});
    await hand.client.history.redo({});
    await hand.client.history.undo({});
    await hand.client.project.close({});
  },
};

const sealing: Operation = {
  name: 'seal',
  prepare: (folder, journal) =>
    furnished(folder, journal, async (hand) => {
      await hand.client.pseudonyms.add({ kind: 'person', name: 'Anna', replacement: 'Berthe' });
      await hand.client.pseudonyms.apply({});
    }),
  work: async (hand) => {
    await open(hand);
    await hand.client.pseudonyms.seal({ confirmed: true });
    await hand.client.project.close({});
  },
};

/** So much that the log is brought into the file while the work goes on, and what is left when it is closed. */
const checkpointing: Operation = {
  name: 'checkpoint and closing',
  prepare: (folder, journal) => furnished(folder, journal),
  work: async (hand) => {
    await open(hand);
    const body = 'Une note qui dure. '.repeat(10_000);
    for (let index = 0; index < 6; index += 1)
      await hand.client.memos.create({ title: `Mémo ${index}`, body, target: { kind: 'free' } });
    for (let index = 0; index < 4; index += 1) await hand.client.codes.create({ name: `Code ${index}` });
    await hand.client.project.close({});
  },
};

const backing: Operation = {
  name: 'backup at opening',
  prepare: async (folder, journal) => {
    await furnished(folder, journal);
    rmSync(join(folder, 'data', 'backups'), { recursive: true, force: true });
  },
  work: async (hand) => {
    await open(hand);
    await hand.client.codes.create({ name: 'Après' });
    await hand.client.project.close({});
  },
};

/** What chance gives: commands of every kind, some undone, and the project closed and opened in between. */
const everyday: Operation = {
  name: 'a day’s work',
  prepare: (folder, journal) => furnished(folder, journal),
  work: async (hand) => {
    const dice = new Dice(hand.seed);
    await open(hand);
    for (let index = 0; index < 30; index += 1) {
      if (dice.chance(12)) await hand.client.project.close({});
      await open(hand);
      if (dice.chance(6)) await hand.client.history.undo({});
      const name = dice.pick(COMMAND_NAMES);
      if (name === undefined) continue;
      const input = await generators[name]({ core: hand.core, client: hand.client, dice });
      if (input !== null) await hand.core.call(name, input, { locale: 'fr' });
    }
    await hand.client.project.close({});
  },
};

/** Goes on when it is refused: with what is smaller, with what is larger, and at last with closing. */
const onFullDisk: Operation = {
  name: 'a full disk',
  prepare: (folder, journal) => furnished(folder, journal),
  work: async (hand) => {
    const dice = new Dice(hand.seed);
    await hand.core.call('project.open', { path: hand.path }, { locale: 'fr' });
    for (let index = 0; index < 40; index += 1) {
      const body = 'Encore une note. '.repeat(dice.below(8) * dice.below(1_000));
      const memo = { title: `Note ${index}`, body, target: { kind: 'free' } };
      if (dice.chance(4)) await hand.core.call('history.undo', {}, { locale: 'fr' });
      else if (dice.chance(2)) await hand.core.call('memos.create', memo, { locale: 'fr' });
      else {
        const name = dice.pick(COMMAND_NAMES);
        const input = name === undefined ? null : await inputFor(hand, name, dice);
        if (name !== undefined && input !== null) await hand.core.call(name, input, { locale: 'fr' });
      }
    }
    await hand.core.call('project.close', {}, { locale: 'fr' });
  },
};

/** Works for a while as a person does, now fast, now slowly, while somebody else copies the file. */
const atWork: Operation = {
  name: 'at work',
  prepare: (folder, journal) => furnished(folder, journal),
  work: async (hand) => {
    const dice = new Dice(hand.seed);
    await open(hand);
    for (let index = 0; index < 60; index += 1) {
      if (dice.chance(8)) await codeMany(hand, `Lot ${index}`, 60);
      else await hand.client.codes.create({ name: `Code ${index}` });
      await later(dice.chance(10) ? 2_500 : dice.below(300));
    }
    await hand.client.project.close({});
  },
};

/** Inputs look at the project, which a full disk may not hinder. */
function inputFor(hand: Hand, name: CommandName, dice: Dice): Promise<unknown> {
  return generators[name]({ core: hand.core, client: hand.client, dice });
}

/** Another process died while it worked: its lock is taken over, and what it wrote is put back, when this one starts. */
const afterKill: Operation = {
  name: 'after a kill',
  prepare: async (folder, journal) => {
    await furnished(folder, journal);
    const program = [join(import.meta.dirname, 'child.ts'), 'bulk coding', folder, journal, '1'];
    const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('ack 1 ')) child.kill('SIGKILL');
    });
    await new Promise((ended) => child.on('close', ended));
  },
  work: async (hand) => {
    await open(hand);
    await hand.client.codes.create({ name: 'Après' });
    await hand.client.project.close({});
  },
};

const creating: Operation = {
  name: 'creation',
  prepare: async (folder, journal) => {
    mkdirSync(projectFolder(folder, journal), { recursive: true });
  },
  work: async (hand) => {
    await hand.client.project.create({ path: hand.path });
    await hand.client.codes.create({ name: 'Premier' });
    await hand.client.project.close({});
  },
};

function migrating(version: number): Operation {
  return {
    name: `migration from ${version}`,
    prepare: async (folder, journal) => {
      mkdirSync(projectFolder(folder, journal), { recursive: true });
      copyFileSync(join(REPOSITORY, `fixtures/projects/v${version}.repere`), projectIn(folder, journal));
    },
    work: async (hand) => {
      await open(hand);
      await hand.client.codes.create({ name: 'Après' });
      await hand.client.project.close({});
    },
  };
}

export const OPERATIONS: readonly Operation[] = [
  importing,
  ...[1, 2, 3, 4, 5, 6].map(migrating),
  bulk,
  undoing,
  sealing,
  checkpointing,
  backing,
  everyday,
  afterKill,
  creating,
  ...FILE_OPERATIONS,
  ...ERASING_OPERATIONS,
];

export function operationNamed(name: string): Operation {
  const operation = [...OPERATIONS, onFullDisk, atWork].find((each) => each.name === name);
  if (operation === undefined) throw new Error(`no operation ${name}`);
  return operation;
}
