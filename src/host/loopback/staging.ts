import type { IncomingMessage } from 'node:http';
import { basename, win32 } from 'node:path';

/** Largest file that a window may hand over, in bytes. */
export const MAX_STAGED_BYTES = 200 * 1024 * 1024;

const MAX_FILE_NAME = 255;

/** The whole body of a request; `null` when it is larger than allowed, and then nothing of it is kept. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return null;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    length += part.byteLength;
    if (length <= maxBytes) parts.push(part);
    else parts.length = 0;
  }
  return length > maxBytes ? null : Buffer.concat(parts);
}

/** A file's name without any folder; `null` when nothing is left that could be one. */
export function plainFileName(raw: string | null): string | null {
  const name = basename(win32.basename(raw ?? ''))
    .replaceAll('\u0000', '')
    .trim();
  return name === '' || name === '.' || name === '..' || name.length > MAX_FILE_NAME ? null : name;
}
