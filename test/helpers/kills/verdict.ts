import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CallName } from '../../../src/contract/contract.ts';
import { createCore } from '../../../src/host/in-process.ts';
import { handOn, type Found, type Operation } from './furnish.ts';
import { digestOf, optionsIn, projectFolder, projectIn, type Journal } from './places.ts';

export interface Verdict {
  readonly opened: boolean;
  readonly clean: boolean;
  readonly kept: boolean;
  /** Everything that is not as it should be, in words. */
  readonly problems: readonly string[];
}

export interface Expected {
  /** What the project held at the start and after each answer, and after the one that was under way; `null`: no project. */
  readonly states: readonly (string | null)[];
  /** The calls that were answered. */
  readonly told: readonly CallName[];
  readonly operation?: Operation;
}

/** Looks at a folder that a killed process left, as the next process of that person finds it. */
export async function verdictOn(folder: string, journal: Journal, expected: Expected): Promise<Verdict> {
  const path = projectIn(folder, journal);
  const { states, told, operation } = expected;
  const at = states[told.length] ?? null;
  const allowed = new Set([at, states[told.length + 1] ?? at]);
  const others = operation?.others ?? null;
  if (!existsSync(path) && allowed.has(null)) {
    const problems: string[] = [];
    const again = createCore(optionsIn(folder));
    const made = await again.call('project.create', { path }, { locale: 'fr' });
    await again.close();
    if (!made.ok) problems.push(`cannot be made: ${made.error.code}`);
    problems.push(...leftovers(folder, journal, others));
    return { opened: true, clean: true, kept: true, problems };
  }
  const core = createCore(optionsIn(folder));
  const { client } = handOn(core, path, 0);
  const problems: string[] = [];
  let found: Pick<Found, 'digest' | 'warnings'> | null = null;
  let clean = false;
  try {
    const answer = await core.call('project.open', { path }, { locale: 'fr' });
    if (!answer.ok) problems.push(`refused: ${answer.error.code}: ${answer.error.message}`);
    else {
      const { readOnly, warnings } = await client.project.info({});
      if (readOnly) problems.push('opened for reading only');
      const check = await client.project.check({});
      clean = check.ok;
      if (!clean) problems.push(`check: ${JSON.stringify(check.checks.filter((each) => !each.ok))}`);
      const digest = digestOf(path);
      if (!allowed.has(digest))
        problems.push(`holds ${digest}, where ${[...allowed].join(' or ')} was acknowledged`);
      if (!readOnly) found = { digest, warnings };
      problems.push(...partials(folder));
      await client.codes.create({ name: 'Après tout cela' });
    }
  } catch (error) {
    problems.push(String(error));
  } finally {
    await core.close();
  }
  if (found === null) return { opened: false, clean, kept: false, problems };
  problems.push(...leftovers(folder, journal, others));
  if (operation?.judge !== undefined)
    problems.push(...(await operation.judge({ folder, journal, path, told, states, ...found })));
  return { opened: true, clean, kept: allowed.has(found.digest), problems };
}

/** Unfinished files anywhere; empty ones hold nothing of anybody's. */
function partials(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('.partial') || /\.~(?!lock)/u.test(file))
    .filter((file) => statSync(join(folder, file)).size > 0)
    .map((file) => `unfinished: ${file}`);
}

/** What stands beside a closed project. */
function leftovers(folder: string, journal: Journal, others: RegExp | null): string[] {
  const path = projectIn(folder, journal);
  return readdirSync(projectFolder(folder, journal))
    .filter((file) => !path.endsWith(`/${file}`) && others?.test(file) !== true)
    .map((file) => `left beside: ${file}`);
}
