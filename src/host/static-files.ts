import { randomBytes } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { pageHeaders } from './page-headers.ts';

/** A file of the window, ready to be sent. */
export interface Page {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Reads one file of the window for a path as it stands in an address (still percent-encoded, beginning with `/`).
 * `null` for whatever is not a file of a known kind inside `folder`: there is no way out of it.
 */
export async function readPage(
  folder: string,
  pathname: string,
  connect: readonly string[] = [],
): Promise<Page | null> {
  const file = await fileOf(folder, pathname);
  const type = file === null ? undefined : TYPES[extname(file)];
  if (file === null || type === undefined) return null;
  const nonce = randomBytes(18).toString('base64');
  const bytes = Uint8Array.from(await readFile(file));
  return {
    bytes: extname(file) === '.html' ? withNonce(bytes, nonce) : bytes,
    headers: { 'Content-Type': type, ...pageHeaders({ connect, nonce }) },
  };
}

/** Where a path leads, or `null` when it leads to no file of the folder. */
async function fileOf(folder: string, pathname: string): Promise<string | null> {
  const names = namesOf(pathname);
  if (names === null) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, ...names));
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

/** The plain names of a path; `null` when one of them is more than a name. */
function namesOf(pathname: string): readonly string[] | null {
  if (!pathname.startsWith('/')) return null;
  if (pathname === '/') return ['index.html'];
  try {
    const names = pathname.slice(1).split('/').map(decodeURIComponent);
    return names.every(isPlainName) ? names : null;
  } catch {
    return null;
  }
}

function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_-][\p{L}\p{N}._ -]*$/u.test(name);
}

/** The component library takes the nonce of its style elements from this element. */
function withNonce(html: Uint8Array, nonce: string): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(html);
  const meta = `<meta property="csp-nonce" nonce="${nonce}">`;
  return new TextEncoder().encode(text.replace(/<head(?:\s[^>]*)?>/iu, (head) => `${head}\n    ${meta}`));
}
