import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';
import { filesBelow, rareWords, wordsOnDisk } from '../helpers/disk-words.ts';
import { ProjectDump } from '../helpers/dump.ts';
import { Dice } from '../helpers/random-commands/dice.ts';
import { COMMAND_NAMES, generators } from '../helpers/random-commands/generators.ts';

const RUNS = 40;
const STEPS = 24;
const WORDS = rareWords(30, 'zu');
const TEXT = `Enquêtrice : ${WORDS.slice(0, 6).join(' ')} ?\nRéférent 7 : ${WORDS.slice(6, 20).join(' ')}.\nVoisine : Oui.\nRéférent 7 : ${WORDS.slice(20).join(' ')}.\n`;

let bench: TestCore;
let nextFile = 0;
beforeAll(async () => {
  bench = await testCore();
});
afterAll(() => bench.end());

const move = fc.record({ command: fc.nat(), seed: fc.nat() });

async function play(command: string, seed: number): Promise<void> {
  const situation = { core: bench.core, client: bench.client, dice: new Dice(seed) };
  const input = await generators[command as keyof typeof generators](situation);
  if (input !== null) await bench.core.call(command as keyof typeof generators, input, { locale: 'fr' });
}

async function history(moves: readonly { readonly command: number; readonly seed: number }[]): Promise<void> {
  const { client } = bench;
  for (const { command, seed } of moves) {
    const kind = command % (COMMAND_NAMES.length + 9);
    if (kind < COMMAND_NAMES.length) await play(COMMAND_NAMES[kind]!, seed);
    else if (kind < COMMAND_NAMES.length + 5) await client.history.undo({});
    else if (kind < COMMAND_NAMES.length + 7) await client.history.redo({});
    // What touches texts and what hangs on them, more often than chance would.
    else await play(['documents.edit', 'codings.create', 'import.replace', 'memos.create'][seed % 4]!, seed);
  }
}

/** Where words stand, of the project and its backups, and of whatever this person's folder holds. */
const onDisk = (path: string): string[] =>
  wordsOnDisk(
    filesBelow(bench.folder).filter((file) => file.startsWith(path) || file.includes('/data/')),
    WORDS,
  );

test(`after ${RUNS} random histories, deleting for good leaves no word, and undo and redo give what was`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(move, { minLength: 2, maxLength: STEPS, size: 'max' }),
      fc.array(move, { maxLength: 6, size: 'max' }),
      async (before, after) => {
        const { client } = bench;
        const path = bench.path(`e${nextFile++}.repere`);
        await client.project.create({ path });
        await play('import.confirm', 1);
        const documentId = await bench.importText('Cible', TEXT);
        await client.codes.create({ name: 'Un' });
        await history(before);
        await client.project.backup({});
        // What comes after is of other documents mostly: it stays undoable where it is.
        const open = (await client.documents.list({})).some(({ id }) => id === documentId);
        if (open) await client.documents.remove({ documentIds: [documentId] });
        await history(after);
        expect(onDisk(path)).not.toEqual([]);
        await client.documents.deleteForGood({ confirmed: true, documentIds: [documentId] });
        expect(onDisk(path)).toEqual([]);
        expect(await client.project.check({})).toMatchObject({ ok: true });

        const dump = new ProjectDump(path);
        const states = [dump.take()];
        while ((await client.history.undo({})) !== null) {
          states.push(dump.take());
          expect((await client.documents.list({})).map(({ id }) => id)).not.toContain(documentId);
        }
        expect(await client.project.check({})).toMatchObject({ ok: true });
        while ((await client.history.redo({})) !== null) {
          states.pop();
          expect(dump.take()).toEqual(states.at(-1));
        }
        expect(states).toHaveLength(1);
        dump.close();
        await client.project.close({});
        expect(onDisk(path)).toEqual([]);
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 300_000);
