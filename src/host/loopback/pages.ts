import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../../contract/wire.ts';
import { describeError } from '../../errors/describe.ts';
import type { Core } from '../core.ts';
import { plainHeaders } from '../page-headers.ts';
import { readPage } from '../static-files.ts';
import type { Guard } from './guard.ts';
import type { LaunchCodes } from './launch.ts';
import { MAX_STAGED_BYTES, plainFileName, readBody } from './staging.ts';

interface PagesOptions {
  readonly guard: Guard;
  readonly launches: LaunchCodes;
  readonly core: Core;
  readonly rendererDir: string;
  readonly port: number;
  readonly launchAddress: () => string;
  readonly show: () => void;
}

/** Answers plain requests: the files of the window, files handed over for import, and the address that works once. */
export class Pages {
  readonly #options: PagesOptions;

  constructor(options: PagesOptions) {
    this.#options = options;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { guard } = this.#options;
      if (!guard.hasOurHost(request)) return refuse(response, 421);
      const url = urlOf(request);
      if (url === null) return refuse(response, 400);
      if (request.method === 'POST' && url.pathname === '/stage')
        return await this.#stage(url, request, response);
      if (request.method === 'POST' && url.pathname === '/launch')
        return this.#launch(url, request, response);
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
      if (url.pathname === '/open') return await this.#open(url, request, response);
      await this.#page(url.pathname, null, request, response);
    } catch {
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    }
  }

  /** `token`: given along with the page, to whoever showed a code. */
  async #page(
    pathname: string,
    token: string | null,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { rendererDir, port } = this.#options;
    const sockets = [`ws://127.0.0.1:${port}`, `ws://localhost:${port}`];
    const page = await readPage(rendererDir, pathname, sockets);
    if (page === null) return refuse(response, 404);
    const bytes = token === null ? page.bytes : withToken(page.bytes, token);
    response.writeHead(200, { ...page.headers, 'Content-Length': bytes.byteLength });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  /** The window itself, for whoever shows a code: the token comes with the page and stands in no address. */
  async #open(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { launches, guard } = this.#options;
    if (request.method !== 'GET') return refuse(response, 405);
    if (!launches.take(url.searchParams.get('once') ?? '')) return usedUp(response);
    await this.#page('/', guard.token, request, response);
  }

  /** A window that opens another, or another start of the program by the same person, asks for the way in. */
  #launch(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const { guard, launchAddress, show } = this.#options;
    // A page always says whose it is; a program says nothing.
    if (request.headers.origin !== undefined && !guard.hasOurOrigin(request)) return refuse(response, 403);
    if (!guard.hasBearer(request)) return refuse(response, 401);
    if (request.headers.origin === undefined && url.searchParams.has('show')) show();
    json(response, { address: launchAddress() });
  }

  async #stage(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { guard, core } = this.#options;
    if (!guard.hasOurOrigin(request)) return refuse(response, 403);
    if (!guard.hasBearer(request)) return refuse(response, 401);
    const fileName = plainFileName(url.searchParams.get('name'));
    if (fileName === null) return refuse(response, 400);
    const bytes = await readBody(request, MAX_STAGED_BYTES);
    if (bytes === null) return refuse(response, 413);
    json(response, await staged(core, fileName, bytes));
  }
}

async function staged(core: Core, fileName: string, bytes: Uint8Array): Promise<Answer> {
  try {
    return { ok: true, value: { stagedId: await core.stage(fileName, bytes) } };
  } catch (error) {
    return { ok: false, error: describeError(error, 'fr') };
  }
}

/** The parts of a request's address; the path stays as it was sent, since only plain names are let through later. */
function urlOf(request: IncomingMessage): URL | null {
  const { url } = request;
  if (url === undefined || !url.startsWith('/') || url.startsWith('//')) return null;
  return URL.canParse(url, 'http://127.0.0.1') ? new URL(url, 'http://127.0.0.1') : null;
}

/** The page that a window starts with, with the token for its own script. */
function withToken(html: Uint8Array, token: string): Uint8Array {
  const meta = `<meta name="repere-token" content="${token}">`;
  const text = new TextDecoder().decode(html);
  return new TextEncoder().encode(text.replace(/<head(?:\s[^>]*)?>/iu, (head) => `${head}\n    ${meta}`));
}

/** An address out of the history, or one that somebody else used. */
function usedUp(response: ServerResponse): void {
  const page = Buffer.from(USED_UP);
  response.writeHead(403, {
    ...plainHeaders(),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
    'Content-Length': page.byteLength,
  });
  response.end(page);
}

const USED_UP = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Repère</title></head><body>
<p>Cette adresse a déjà servi, et ne sert qu’une fois. Votre travail est enregistré. Relancez Repère : la fenêtre s’ouvrira de nouveau.</p>
<p lang="en">This address has been used, and works only once. Your work is saved. Start Repère again: the window will open again.</p>
</body></html>
`;

/** What the request still sends is read and thrown away: a browser hears an answer only after it has sent all. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...plainHeaders(), 'Content-Length': 0 });
  response.end();
}

function json(response: ServerResponse, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(200, {
    ...plainHeaders(),
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}
