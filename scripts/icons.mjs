// Draws the program's icons from build/icon.svg: run it after a change of the drawing, and commit what it writes.
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { icns, ico } from './lib/icon-files.mjs';
import { root } from './lib/places.mjs';

const folder = join(root, 'build');
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');

/** @param {number} size in pixels */
async function picture(size) {
  const sized = drawing.replace(/width="\d+" height="\d+"/u, `width="${size}" height="${size}"`);
  const canvas = createCanvas(size, size);
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(sized)), 0, 0, size, size);
  return canvas.toBuffer('image/png');
}

const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Types of macOS by pixels: plain sizes, and the same at twice the density. */
const MAC_TYPES = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };

writeFileSync(join(folder, 'icon.png'), await picture(1024));
writeFileSync(
  join(folder, 'icon.ico'),
  ico(await Promise.all(WINDOWS_SIZES.map(async (size) => ({ size, png: await picture(size) })))),
);
writeFileSync(
  join(folder, 'icon.icns'),
  icns(
    await Promise.all(
      Object.entries(MAC_TYPES).map(async ([type, size]) => ({ type, png: await picture(size) })),
    ),
  ),
);
