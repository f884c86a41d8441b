import { crc32 } from 'node:zlib';

const SIGNATURE_AND_HEADER = 33;
const INCH_METRES = 0.0254;
/** CSS pixels per inch. */
const CSS_DENSITY = 96;

/** Says in a PNG how large it is on paper: `scale` pixels for each CSS pixel of 1/96 inch. */
export function withDensity(png: Buffer, scale: number): Buffer {
  const perMetre = Math.round((CSS_DENSITY * scale) / INCH_METRES);
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Buffer.concat([png.subarray(0, SIGNATURE_AND_HEADER), chunk, png.subarray(SIGNATURE_AND_HEADER)]);
}
