import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureStrace } from '../../scripts/lib/strace.mjs';
import { OPERATIONS } from '../helpers/kills/operations.ts';
import type { Journal } from '../helpers/kills/places.ts';
import { replaySession, type End, type Replayed } from '../helpers/kills/replay.ts';

// What is left of a project when its process is killed, or the power fails, at any write: each operation is recorded
// once, call by call, and the folder put back as it stood after so many of them.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    operation: { type: 'string' },
    journal: { type: 'string' },
    end: { type: 'string' },
    at: { type: 'string' },
  },
  allowPositionals: true,
});

const ENDS: readonly End[] = ['killed', 'power lost'];
const JOURNALS: readonly Journal[] = ['wal', 'delete'];
const seed = Number(values.seed);
const operations = OPERATIONS.filter(
  ({ name }) => values.operation === undefined || name === values.operation,
);
const journals = JOURNALS.filter((journal) => values.journal === undefined || journal === values.journal);
const ends = ENDS.filter((end) => values.end === undefined || end === values.end);
const each = Math.ceil(Number(values.kills) / (operations.length * journals.length * ends.length));

const failures: string[] = [];
const total: Replayed[] = [];

function row(cells: readonly (string | number)[]): void {
  const [name = '', ...numbers] = cells.map(String);
  console.log(`${name.padEnd(48)}${numbers.map((cell) => cell.padStart(9)).join('')}`);
}

function tell(what: string, calls: number | string, found: readonly Replayed[]): void {
  row([
    what,
    calls,
    found.length,
    count(found, ({ opened }) => opened),
    count(found, ({ clean }) => clean),
    count(found, ({ kept }) => kept),
    count(found, ({ problems }) => problems.length === 0),
  ]);
}

function count(replayed: readonly Replayed[], is: (one: Replayed) => boolean): number {
  return replayed.filter(is).length;
}

const strace = await ensureStrace(console.log);
if (strace === null) {
  console.log(
    'trust-kills: strace is needed to record the writes, and cannot be used here; nothing was measured.',
  );
} else {
  row(['killed / power lost at a write', 'calls', 'tried', 'opened', 'clean', 'kept', 'whole']);
  for (const { name } of operations)
    for (const journal of journals) {
      const folder = mkdtempSync(join(tmpdir(), 'repere-trust-'));
      try {
        const session = { operation: name, journal, seed };
        const only = values.at === undefined ? undefined : Number(values.at);
        const { calls, replayed } = await replaySession(strace, folder, session, { count: each, ends, only });
        for (const end of ends) {
          const found = replayed.filter((one) => one.end === end);
          total.push(...found);
          tell(`${name}, ${journal}, ${end}`, calls, found);
        }
        for (const one of replayed.filter(({ problems }) => problems.length > 0))
          failures.push(
            `--operation '${name}' --journal ${journal} --end '${one.end}' --seed ${seed} --at ${one.after}\n` +
              `    before ${one.before}, ${one.acknowledged} acknowledged\n    ${one.problems.join('\n    ')}`,
          );
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  tell('all', '', total);
  for (const failure of failures) console.log(failure);
  if (failures.length > 0) process.exitCode = 1;
}
