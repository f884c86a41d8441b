import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';
import { dumpProject } from '../helpers/dump.ts';
import { COMMAND_NAMES, Dice, generators } from '../helpers/random-commands.ts';

const RUNS = 200;
const STEPS = 25;

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
  const path = currentPath();
  const before = dumpProject(path);
  const events = bench.events.length;
  const answer = await bench.core.call(command as keyof typeof generators, input, { locale: 'fr' });
  const changed = bench.events.slice(events).filter((event) => event.type === 'changed');
  const after = dumpProject(path);
  if (!answer.ok) {
    expect(answer.error.code, `${command} ${JSON.stringify(input)}: ${answer.error.message}`).not.toBe('internal');
    expect(after).toEqual(before);
  }
  // What changed and what was told are the same; merged steps are told too.
  expect(changed.length, command).toBe(JSON.stringify(after) === JSON.stringify(before) ? changed.length && 0 : 1);
  if (changed.length > 0) effective.set(command, (effective.get(command) ?? 0) + 1);
}

let openPath = '';
const currentPath = () => openPath;

test(`${RUNS} random sequences of commands, undone to the start and redone to the end, give equal tables`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: STEPS }), async (moves) => {
      openPath = bench.path(`h${nextFile++}.repere`);
      await bench.client.project.create({ path: openPath });
      const { client } = bench;
      // A little to work on, so that most commands find something: it is part of the history too.
      const start = dumpProject(openPath);
      await play('import.confirm', 1);
      await play('codes.create', 2);
      for (const { command, seed } of moves) {
        const kind = command % (COMMAND_NAMES.length + 6);
        if (kind < COMMAND_NAMES.length) await play(COMMAND_NAMES[kind]!, seed);
        else if (kind < COMMAND_NAMES.length + 4) await client.history.undo({});
        else await client.history.redo({});
      }
      while ((await client.history.redo({})) !== null);
      const end = dumpProject(openPath);
      const states = [end];
      while ((await client.history.undo({})) !== null) states.push(dumpProject(openPath));
      expect(states.at(-1)).toEqual(start);
      while ((await client.history.redo({})) !== null) {
        states.pop();
        expect(dumpProject(openPath)).toEqual(states.at(-1));
      }
      expect(states).toHaveLength(1);
      expect(await client.project.check({})).toMatchObject({ ok: true });
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 600_000);

test('every command of the contract took part and changed something', () => {
  expect(COMMAND_NAMES.filter((command) => !effective.has(command))).toEqual([]);
});
