import { existsSync, readdirSync } from 'node:fs';
import { createCore } from '../../../src/host/in-process.ts';
import { handOn } from './operations.ts';
import { digestOf, optionsIn, projectFolder, projectIn, type Journal } from './places.ts';

export interface Verdict {
  readonly opened: boolean;
  readonly clean: boolean;
  readonly kept: boolean;
  /** Everything that is not as it should be, in words. */
  readonly problems: readonly string[];
}

export interface Expected {
  /** Digests that the project may have now; `null`: the project may also not be there. */
  readonly digests: ReadonlySet<string | null>;
  /** Files of the project's folder that were there before. */
  readonly others?: readonly string[];
}

/** Looks at a folder that a killed process left, as the next process of that person finds it. */
export async function verdictOn(folder: string, journal: Journal, expected: Expected): Promise<Verdict> {
  const path = projectIn(folder, journal);
  if (!existsSync(path)) {
    const fine = expected.digests.has(null);
    const problems = fine ? [] : ['the project is gone'];
    const again = createCore(optionsIn(folder));
    const made = await again.call('project.create', { path }, { locale: 'fr' });
    await again.close();
    if (!made.ok) problems.push(`cannot be made: ${made.error.code}`);
    problems.push(...leftovers(folder, journal, expected.others ?? []));
    return { opened: fine, clean: fine, kept: fine, problems };
  }
  const core = createCore(optionsIn(folder));
  const { client } = handOn(core, path, 0);
  const problems: string[] = [];
  let opened = false;
  let clean = false;
  let kept = false;
  try {
    const answer = await core.call('project.open', { path }, { locale: 'fr' });
    if (!answer.ok) problems.push(`refused: ${answer.error.code}: ${answer.error.message}`);
    else {
      opened = !(await client.project.info({})).readOnly;
      if (!opened) problems.push('opened for reading only');
      const check = await client.project.check({});
      clean = check.ok;
      if (!clean) problems.push(`check: ${JSON.stringify(check.checks.filter((each) => !each.ok))}`);
      const digest = digestOf(path);
      kept = expected.digests.has(digest);
      if (!kept)
        problems.push(`holds ${digest}, where ${[...expected.digests].join(' or ')} was acknowledged`);
      problems.push(...partials(folder));
      await client.codes.create({ name: 'Après tout cela' });
    }
  } catch (error) {
    problems.push(String(error));
  } finally {
    await core.close();
  }
  if (opened) problems.push(...leftovers(folder, journal, expected.others ?? []));
  return { opened, clean, kept, problems };
}

/** Unfinished files anywhere. */
function partials(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('.partial') || /\.~(?!lock)/u.test(file))
    .map((file) => `unfinished: ${file}`);
}

/** What stands beside a closed project. */
function leftovers(folder: string, journal: Journal, others: readonly string[]): string[] {
  const path = projectIn(folder, journal);
  return readdirSync(projectFolder(folder, journal))
    .filter((file) => !path.endsWith(`/${file}`) && !others.includes(file))
    .map((file) => `left beside: ${file}`);
}
