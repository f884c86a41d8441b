import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { ROOT } from './window.ts';

const KEPT = join(ROOT, 'test/e2e/pictures');
const MADE = join(ROOT, 'test-results/pictures');
/** Another release of the browser draws letters a little otherwise; a part that moved or is missing is more. */
const COLOUR_TOLERANCE = 0.2;

/**
 * The share of pixels, from 0 to 1, in which a picture differs from the kept one of its name; edges of letters are
 * left out of it. What differs is written to `test-results/pictures`. With `REPERE_PICTURES=keep` it becomes the
 * kept one.
 */
export function differenceToKept(name: string, picture: Buffer): number {
  const kept = join(KEPT, `${name}.png`);
  if (process.env['REPERE_PICTURES'] === 'keep') {
    write(kept, picture);
    return 0;
  }
  if (!existsSync(kept)) throw new Error(`no picture of ${name} is kept`);
  const [before, after] = [PNG.sync.read(readFileSync(kept)), PNG.sync.read(picture)];
  const { width, height } = before;
  if (after.width !== width || after.height !== height) return 1;
  const marked = new PNG({ width, height });
  const pixels = pixelmatch(before.data, after.data, marked.data, width, height, {
    threshold: COLOUR_TOLERANCE,
  });
  if (pixels > 0) {
    write(join(MADE, `${name}.png`), picture);
    write(join(MADE, `${name}-differs.png`), PNG.sync.write(marked));
  }
  return pixels / (width * height);
}

function write(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
