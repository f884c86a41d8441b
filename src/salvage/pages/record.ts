export type Value = null | number | bigint | string | Buffer;

/** A whole number of one to nine bytes, and where the next thing begins; `null` beyond the end. Beyond 2^53 it is rounded. */
export function readVarint(
  bytes: Buffer,
  at: number,
): { readonly value: number; readonly next: number } | null {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    if (index === 8) return { value: Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), next: at + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value: Number(value), next: at + index + 1 };
  }
  return null;
}

/** Integers by serial type: how many bytes they take. */
const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8] as const;

/**
 * The values of a record, in the order of the table's columns; `null` where the bytes are none:
 * https://www.sqlite.org/fileformat2.html section 2.1. Text is UTF-8, as in every project.
 */
export function readRecord(bytes: Buffer): readonly Value[] | null {
  const head = readVarint(bytes, 0);
  if (head === null || head.value < head.next || head.value > bytes.length) return null;
  const types: number[] = [];
  let at = head.next;
  while (at < head.value) {
    const type = readVarint(bytes, at);
    if (type === null || type.next > head.value) return null;
    types.push(type.value);
    at = type.next;
  }
  const values: Value[] = [];
  for (const type of types) {
    const length = lengthOf(type);
    if (length === null || at + length > bytes.length) return null;
    values.push(valueOf(bytes.subarray(at, at + length), type));
    at += length;
  }
  return at === bytes.length ? values : null;
}

function lengthOf(type: number): number | null {
  if (type < 0 || type === 10 || type === 11) return null;
  if (type >= 12) return Math.floor((type - 12) / 2);
  return type === 7 ? 8 : (INTEGER_BYTES[type] ?? 0);
}

function valueOf(bytes: Buffer, type: number): Value {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 6) {
    const value = bytes.readBigInt64BE(0);
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  return type % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8');
}
