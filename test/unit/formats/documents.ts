import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { FormatError, type FormatErrorCode } from '../../../src/formats/parsed-document.ts';

/** A file of `fixtures/documents`. */
export function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../fixtures/documents/${name}`, import.meta.url)));
}

/** Expects a reader to fail with this code, and gives the details. */
export async function failure(
  reading: Promise<unknown> | (() => unknown),
  code: FormatErrorCode,
): Promise<Readonly<Record<string, unknown>>> {
  let thrown: unknown = null;
  try {
    await (typeof reading === 'function' ? reading() : reading);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(FormatError);
  const error = thrown as FormatError;
  expect(error.code).toBe(code);
  return error.details;
}
