import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { treePage } from './tree-page.ts';

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
/** Ours first, then every size that a file can have. */
const SIZES = [4_096, 512, 1_024, 2_048, 8_192, 16_384, 32_768, 65_536] as const;
/** Pages that are looked at to guess their size. */
const LOOKED_AT = 200;

/** The pages of a file, numbered from 1 as SQLite numbers them. */
export interface PageFile {
  readonly count: number;
  readonly pageSize: number;
  /** Bytes of a page that hold something. */
  readonly usable: number;
  /** The first hundred bytes, when they are those of a file of SQLite's. */
  readonly header: Buffer | null;
  /** A page by its number; beyond the end of the file, and after it, zeros. */
  page(number: number): Buffer;
  close(): void;
}

/** Opens a file for its pages, whatever state it is in: nobody else may have it open. Throws the system's errors. */
export function openPages(path: string): PageFile {
  const descriptor = openSync(path, 'r');
  const { size } = fstatSync(descriptor);
  const read = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    readSync(descriptor, bytes, 0, length, at);
    return bytes;
  };
  const first = read(0, HEADER_BYTES);
  const header = isHeader(first) ? first : null;
  const pageSize = header === null ? guessedSize(size, read) : sizeIn(header);
  const reserved = header?.[20] ?? 0;
  return {
    count: Math.ceil(size / pageSize),
    pageSize,
    usable: pageSize - reserved,
    header,
    page: (number) => read((number - 1) * pageSize, pageSize),
    close: () => closeSync(descriptor),
  };
}

function isHeader(bytes: Buffer): boolean {
  const size = sizeIn(bytes);
  return (
    bytes.toString('latin1', 0, MAGIC.length) === MAGIC &&
    SIZES.some((each) => each === size) &&
    // 32 are kept by extensions at most, so that what is left is never less than 480.
    (bytes[20] ?? 0) <= 32
  );
}

function sizeIn(header: Buffer): number {
  const size = header.readUInt16BE(16);
  return size === 1 ? 65_536 : size;
}

/** The size at which most of the file is pages of trees: their rows are put in from the end of the page. */
function guessedSize(bytes: number, read: (at: number, length: number) => Buffer): number {
  let best = { size: SIZES[0] as number, share: 0 };
  for (const size of SIZES) {
    const pages = Math.floor(bytes / size) - 1;
    const step = Math.max(1, Math.ceil(pages / LOOKED_AT));
    let [looked, trees] = [0, 0];
    for (let page = 1; page <= pages; page += step) {
      looked += 1;
      const found = treePage(read(page * size, size), 0, size);
      if (found?.places.some((place) => place >= size / 2) === true) trees += 1;
    }
    const share = looked === 0 ? 0 : trees / looked;
    if (share > best.share) best = { size, share };
  }
  return best.size;
}
