/** Containers of icons that hold PNG pictures as they are. */

/** @typedef {{ size: number, png: Buffer }} Picture */

/**
 * Windows: the ICO container.
 * @param {readonly Picture[]} pictures each at most 256 pixels
 */
export function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    // 0 stands for 256.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/**
 * macOS: the ICNS container.
 * @param {readonly { type: string, png: Buffer }[]} pictures the type says size and density
 */
export function icns(pictures) {
  const blocks = pictures.map(({ type, png }) => Buffer.concat([blockHead(type, png.length), png]));
  const length = blocks.reduce((total, block) => total + block.length, 0);
  return Buffer.concat([blockHead('icns', length), ...blocks]);
}

/**
 * @param {string} type four letters
 * @param {number} length of what follows
 */
function blockHead(type, length) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(length + 8, 4);
  return head;
}
