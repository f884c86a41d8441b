import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What a module may keep for all projects, and why. */
const KEPT: Readonly<Record<string, string>> = {
  'src/database/connection.ts: checkpoints': 'hangs on a connection',
  'src/formats/html-elements.ts: pagesWithText': 'hangs on a page that is read',
  'src/settings/quick-codes.ts: NONE': 'empty for good',
  'src/backups/keep.ts: keepers': 'hangs on a session',
  'src/text/fold.ts: loose': 'letters, of no project',
  'src/text/fold.ts: strict': 'letters, of no project',
};

/** Names declared at the left edge of a file that can be changed later: variables, and collections that begin empty. */
const CHANGEABLE =
  /^(?:export )?(?:let (\w+)|const (\w+)(?:: [^=\n]+)? = new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\);)/gmu;

test('no module of the core keeps anything of a project beside its session', () => {
  const features = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    // The shells hold one core each, the readers and the command line no project at all.
    .filter((entry) => entry.isDirectory() && !['host', 'cli', 'reports', 'readers'].includes(entry.name))
    .map(({ name }) => name);
  const found = features.flatMap((feature) =>
    readdirSync(join(ROOT, 'src', feature), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const file = `src/${feature}/${name}`;
        return [...readFileSync(join(ROOT, file), 'utf8').matchAll(CHANGEABLE)].map(
          ([, variable, constant]) => `${file}: ${variable ?? constant}`,
        );
      }),
  );
  expect(found.filter((name) => KEPT[name] === undefined)).toEqual([]);
});
