import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureStrace } from '../../scripts/lib/strace.mjs';
import { operationNamed } from '../helpers/kills/operations.ts';
import type { Journal } from '../helpers/kills/places.ts';
import { killReally, placesIn, type Where } from '../helpers/kills/real-kill.ts';
import { record } from '../helpers/kills/recording.ts';
import { acknowledged, replaySession } from '../helpers/kills/replay.ts';
import { startDigest } from '../helpers/kills/start.ts';
import { Dice } from '../helpers/random-commands/dice.ts';

// The process that works on a project is killed at one of its writes; the next one finds everything that was answered.
// `npm run bench -- trust` does the same a thousand times.

const SEED = 7;
const REAL: readonly (readonly [operation: string, journal: Journal])[] = [
  ['import', 'wal'],
  ['bulk coding', 'delete'],
  ['seal', 'wal'],
  ['migration from 6', 'delete'],
];
const REAL_KILLS = 3;
const REPLAYED: readonly (readonly [operation: string, journal: Journal])[] = [
  ['migration from 1', 'wal'],
  ['bulk coding', 'wal'],
  ['undo and redo', 'delete'],
  ['seal', 'delete'],
  ['backup at opening', 'wal'],
  ['after a kill', 'delete'],
  ['creation', 'wal'],
];
const REPLAYS = 3;
/** What puts whole files somewhere or takes something out for good, from where it begins. */
const REPLAYED_FROM_THERE: readonly (readonly [operation: string, journal: Journal])[] = [
  ['restore in place', 'wal'],
  ['restore after a kill', 'delete'],
  ['restore beside', 'delete'],
  ['save a copy', 'wal'],
  ['salvage', 'wal'],
  ['moving the backups to another disk', 'delete'],
  ['deletion for good', 'delete'],
  ['withdrawal', 'wal'],
];
const REPLAYS_FROM_THERE = 2;

let strace: string | null = null;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'repere-kills-'));
  strace = await ensureStrace(console.log);
  if (strace === null)
    console.log(
      'strace cannot be used here: processes are killed by chance after an answer, and no write is replayed.',
    );
}, 400_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a process killed at a write', () => {
  test.each(REAL)(
    `%s (%s), ${REAL_KILLS} times`,
    async (operation, journal) => {
      const place = mkdtempSync(join(folder, 'real-'));
      const [start, work] = [join(place, 'start'), join(place, 'work')];
      await operationNamed(operation).prepare(work, journal);
      renameSync(work, start);
      const first = await startDigest(start, journal, work);
      cpSync(start, work, { recursive: true });
      const dice = new Dice(SEED);
      const calls = strace === null ? [] : await record(strace, operation, work, journal, SEED);
      rmSync(work, { recursive: true });
      const digests = [first, ...acknowledged(calls)];
      for (let kill = 0; kill < REAL_KILLS; kill += 1) {
        const where: Where =
          strace === null
            ? { answers: 1 + dice.below(2), microseconds: dice.below(20_000) }
            : (dice.pick(placesIn(calls)) ?? { call: 'pwrite64', time: 1 });
        const session = { operation, journal, seed: SEED, start, folder: work, digests };
        const verdict = await killReally(strace, session, where);
        const found = { ...verdict, where };
        expect(found).toMatchObject({ opened: true, clean: true, where });
        // Without the recording nobody knows what the project should hold.
        if (strace !== null) expect(found).toMatchObject({ killed: true, kept: true, problems: [] });
      }
    },
    120_000,
  );
});

describe('the folder as it stood at a write, when the process was killed and when the power failed', () => {
  test.each([
    ...REPLAYED.map((each) => [...each, REPLAYS] as const),
    ...REPLAYED_FROM_THERE.map((each) => [...each, REPLAYS_FROM_THERE] as const),
  ])(
    '%s (%s), %i times each',
    async (operation, journal, count) => {
      if (strace === null) {
        console.log(`not replayed, without strace: ${operation}`);
        return;
      }
      const place = mkdtempSync(join(folder, 'replay-'));
      const options = { count, ends: ['killed', 'power lost'] as const };
      const { replayed } = await replaySession(strace, place, { operation, journal, seed: SEED }, options);
      expect(replayed).toHaveLength(2 * count);
      expect(replayed.filter(({ problems }) => problems.length > 0)).toEqual([]);
    },
    120_000,
  );
});
