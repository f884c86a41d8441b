/**
 * Writes the help as a site that needs nothing else: `npm run docs`. The same sources give the same bytes; its style
 * sheet is written by hand.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { helpSite } from './lib/help-site.ts';
import { root } from './lib/places.mjs';

const site = helpSite();
for (const [path, content] of site) writeFileSync(join(root, 'docs', 'site', path), content);
process.stdout.write(`${site.size} pages in docs/site\n`);
