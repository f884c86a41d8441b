import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { createClient } from '../../src/contract/client.ts';
import { createCore } from '../../src/host/in-process.ts';
import type { checkReport } from '../../src/project/contract.ts';
import type { SalvageReport } from '../../src/salvage/contract.ts';
import { testPlace } from '../helpers/core.ts';
import { damaged } from '../helpers/damage.ts';
import { allRowsOf } from '../helpers/all-rows.ts';

// Copies of a project, each damaged in its own way: whether that is told at opening or by a thorough look, and how much
// of it comes back.

const { values } = parseArgs({
  options: {
    damages: { type: 'string', default: '300' },
    seed: { type: 'string', default: '0' },
    at: { type: 'string' },
  },
  allowPositionals: true,
});

interface Judged {
  readonly kind: string;
  readonly seed: number;
  readonly outcome: 'refused' | 'found by check' | 'unchanged' | 'silent';
  /** Rows in the new project, of all there were; the history is not counted. */
  readonly saved: number;
  readonly milliseconds: number;
}

const place = testPlace();
const work = mkdtempSync(join(tmpdir(), 'repere-damage-'));
const core = createCore({ ...place.options, rememberRecent: false });
const client = createClient({
  call: (name, input, options) => core.call(name, input, { ...options, locale: 'fr' }),
  subscribe: (listener) => core.subscribe(listener),
});

const countOf = (report: SalvageReport): number =>
  report.tables.filter(({ table }) => !table.startsWith('history_')).reduce((sum, { kept }) => sum + kept, 0);

async function judge(sound: Buffer, whole: string | null, seed: number): Promise<Judged> {
  const { kind, bytes } = damaged(sound, seed);
  const [path, out] = [join(work, `${seed}.repere`), join(work, `${seed} sauvé.repere`)];
  writeFileSync(path, bytes);
  const outcome = await outcomeOf(path, whole);
  writeFileSync(path, bytes);
  const start = performance.now();
  const answer = await core.call('salvage.run', { path, out }, { locale: 'fr' });
  const milliseconds = performance.now() - start;
  const saved = answer.ok ? countOf(answer.value as SalvageReport) : 0;
  for (const each of [path, out]) rmSync(each, { force: true });
  return { kind, seed, outcome, saved, milliseconds };
}

async function outcomeOf(path: string, whole: string | null): Promise<Judged['outcome']> {
  const opened = await core.call('project.open', { path, readOnly: false }, { locale: 'fr' });
  if (!opened.ok) return 'refused';
  const check: z.output<typeof checkReport> = await client.project.check({});
  await client.project.close({});
  if (!check.ok) return 'found by check';
  return allRowsOf(path) === whole ? 'unchanged' : 'silent';
}

function row(cells: readonly (string | number)[]): void {
  const [name = '', ...numbers] = cells.map(String);
  console.log(`${name.padEnd(28)}${numbers.map((cell) => cell.padStart(16)).join('')}`);
}

try {
  const path = join(work, 'entier.repere');
  await client.project.sample({ path });
  await client.project.close({});
  const sound = readFileSync(path);
  const whole = allRowsOf(path);
  const all = countOf(await client.salvage.run({ path, out: join(work, 'tout.repere') }));
  const first = Number(values.seed);
  const seeds =
    values.at === undefined
      ? Array.from({ length: Number(values.damages) }, (_, index) => first + index)
      : [Number(values.at)];
  const judged: Judged[] = [];
  for (const seed of seeds) judged.push(await judge(sound, whole, seed));
  row(['damage', 'tried', 'refused', 'found by check', 'unchanged', 'silent', 'rows saved', 'ms (median)']);
  const tell = (what: string, found: readonly Judged[]): void => {
    const count = (outcome: Judged['outcome']): number =>
      found.filter((one) => one.outcome === outcome).length;
    const saved = found.reduce((sum, one) => sum + one.saved, 0) / Math.max(1, found.length * all);
    const times = found.map((one) => one.milliseconds).toSorted((a, b) => a - b);
    row([
      what,
      found.length,
      count('refused'),
      count('found by check'),
      count('unchanged'),
      count('silent'),
      `${(saved * 100).toFixed(1)} %`,
      (times[Math.floor(times.length / 2)] ?? 0).toFixed(0),
    ]);
  };
  for (const kind of new Set(judged.map((one) => one.kind)))
    tell(
      kind,
      judged.filter((one) => one.kind === kind),
    );
  tell('all', judged);
  // A letter of a name, a memo or a text that nobody imported has no digest: that much cannot be known.
  const silent = judged.filter(({ outcome }) => outcome === 'silent');
  for (const { kind, seed } of silent) console.log(`silent: --at ${seed} (${kind})`);
  if (silent.some(({ kind }) => kind !== 'flipped bytes')) process.exitCode = 1;
} finally {
  await core.close();
  place.remove();
  rmSync(work, { recursive: true, force: true });
}
