/**
 * Writes the help as pages of a site that needs nothing else: `npm run docs`. The same sources give the same bytes.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { helpSite } from './lib/help-site.ts';
import { root } from './lib/places.mjs';

const folder = join(root, 'docs', 'site');
rmSync(folder, { recursive: true, force: true });
for (const [path, content] of helpSite()) {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
}
process.stdout.write(`${readdirSync(folder, { recursive: true }).length} files in docs/site\n`);
