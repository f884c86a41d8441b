import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';
import { ProjectDump } from '../helpers/dump.ts';
import { Dice } from '../helpers/random-commands/dice.ts';
import { COMMAND_NAMES, generators } from '../helpers/random-commands/generators.ts';

const RUNS = 200;
const STEPS = 16;
/** Seeds for a command that no random sequence made change something. */
const TRIES = 200;

let bench: TestCore;
let nextFile = 0;
/** How often each command changed something, over all runs: a command that never does is not tested. */
const effective = new Map<string, number>();

beforeAll(async () => {
  bench = await testCore();
});
afterAll(() => bench.end());

/** One move of a sequence: which command (or undo, redo), and the seed of its input. */
const move = fc.record({ command: fc.nat(), seed: fc.nat() });

async function play(command: string, seed: number): Promise<void> {
  const situation = { core: bench.core, client: bench.client, dice: new Dice(seed) };
  const input = await generators[command as keyof typeof generators](situation);
  if (input === null) return;
  const before = lastDump;
  const events = bench.events.length;
  const answer = await bench.core.call(command as keyof typeof generators, input, { locale: 'fr' });
  const changed = bench.events.slice(events).filter((event) => event.type === 'changed');
  const after = dump.take();
  lastDump = after;
  if (!answer.ok) {
    expect(answer.error.code, `${command} ${JSON.stringify(input)}: ${answer.error.message}`).not.toBe(
      'internal',
    );
    expect(after).toEqual(before);
  }
  // What changed and what was told are the same; merged steps are told too.
  expect(changed.length, command).toBe(
    JSON.stringify(after) === JSON.stringify(before) ? changed.length && 0 : 1,
  );
  if (changed.length > 0) effective.set(command, (effective.get(command) ?? 0) + 1);
}

let dump: ProjectDump;
/** The tables as they were after the last command. */
let lastDump: readonly string[] = [];

/** Something of every kind to work on, so that most random commands find a thing to change. It is in the history too. */
async function furnish(): Promise<void> {
  const { client } = bench;
  await play('import.confirm', 1);
  await play('import.confirm', 5);
  const { hypothesisId } = await client.hypotheses.create({ label: 'H9', title: 'Neuf' });
  await client.hypotheses.create({ label: 'H8', title: 'Huit' });
  const { hypothesisGroupId } = await client.hypotheses.createGroup({ hypothesisId, name: 'Groupe' });
  // Several, so that one can be moved past another.
  for (const name of ['Autre', 'Tiers']) await client.hypotheses.createGroup({ hypothesisId, name });
  for (const name of ['Un', 'Deux', 'Trois']) await client.codes.create({ name });
  const codes = await client.codes.list({});
  await client.hypotheses.map({ codeId: codes[0]!.id, hypothesisId, hypothesisGroupId });
  const [document] = await client.documents.list({});
  const range = { documentId: document!.id, start: 6, end: 20 };
  const coded = await client.codings.create({
    ...range,
    codeIds: codes.slice(0, 2).map((each) => each.id),
  });
  await client.codings.create({ ...range, start: 9, end: 24, codeIds: [codes[0]!.id] });
  const [fromId, toId] = coded.codingIds;
  await client.codings.link({ fromId: fromId!, toId: toId!, kind: 'explains' });
  const { participantId } = await client.participants.create({ name: 'Référent 9' });
  const { variableId } = await client.variables.create({
    name: 'Discipline',
    scope: 'participant',
    type: 'category',
  });
  await client.variables.setValue({ variableId, targetId: participantId, value: 'Droit' });
  await client.memos.create({ title: 'Mémo', body: 'Note', target: { kind: 'code', id: codes[0]!.id } });
  const { guideTopicId } = await client.guide.createTopic({ title: 'Partie 1' });
  await client.guide.addSpan({ guideTopicId, ...range });
  await client.versions.create({ name: 'Début' });
  await client.sets.create({ kind: 'codes', name: 'Ensemble', memberIds: codes.map((each) => each.id) });
  await client.pseudonyms.add({ kind: 'person', name: 'R1', replacement: 'Paul' });
  // A document whose headings are no topics yet.
  const fileName = 'titres.md';
  const stagedId = await bench.core.stage(
    fileName,
    new TextEncoder().encode('# Avant\n\nOui.\n\n# Après\n\nNon.'),
  );
  const [read] = await client.import.inspect({ files: [{ kind: 'staged', stagedId, fileName }] });
  if (read?.ok !== true) throw new Error('this is readable');
  await client.import.confirm({ drafts: [{ draftId: read.draft.draftId, headingsAsTopics: false }] });
  lastDump = dump.take();
}

test(`${RUNS} random sequences of commands, undone to the start and redone to the end, give equal tables`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: STEPS, size: 'max' }), async (moves) => {
      const { client } = bench;
      const path = bench.path(`h${nextFile++}.repere`);
      await client.project.create({ path });
      dump = new ProjectDump(path);
      const start = dump.take();
      lastDump = start;
      await furnish();
      for (const { command, seed } of moves) {
        const kind = command % (COMMAND_NAMES.length + 6);
        if (kind < COMMAND_NAMES.length) await play(COMMAND_NAMES[kind]!, seed);
        else if (kind < COMMAND_NAMES.length + 4) await client.history.undo({});
        else await client.history.redo({});
        if (kind >= COMMAND_NAMES.length) lastDump = dump.take();
      }
      while ((await client.history.redo({})) !== null);
      const end = dump.take();
      const states = [end];
      while ((await client.history.undo({})) !== null) states.push(dump.take());
      expect(states.at(-1)).toEqual(start);
      while ((await client.history.redo({})) !== null) {
        states.pop();
        expect(dump.take()).toEqual(states.at(-1));
      }
      expect(states).toHaveLength(1);
      expect(await client.project.check({})).toMatchObject({ ok: true });
      dump.close();
      await client.project.close({});
      rmSync(path);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 600_000);

test('every command of the contract took part and changed something', async () => {
  const isLeftOut = (command: string): boolean => !effective.has(command);
  // What chance left out is tried with one seed after the other; a command that never changes anything has no test.
  for (const command of COMMAND_NAMES.filter(isLeftOut)) {
    const path = bench.path(`rest-${command}.repere`);
    await bench.client.project.create({ path });
    dump = new ProjectDump(path);
    await furnish();
    for (let seed = 0; seed < TRIES && isLeftOut(command); seed += 1) await play(command, seed);
    dump.close();
    await bench.client.project.close({});
  }
  expect(COMMAND_NAMES.filter(isLeftOut)).toEqual([]);
}, 120_000);
