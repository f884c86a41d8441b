import type { Protocol, Session } from 'electron';
import { readPage } from '../src/host/static-files.ts';

export const SCHEME = 'app';
/** The origin of every window. */
export const APP_ORIGIN = `${SCHEME}://repere`;
export const START_PAGE = `${APP_ORIGIN}/index.html`;

/** Makes the scheme a secure origin of its own; only before the program is ready. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built window to a session, and nothing else. */
export function servePages(session: Session, rendererDir: string): void {
  session.protocol.handle(SCHEME, (request) => answer(rendererDir, request));
}

export async function answer(rendererDir: string, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
  const url = new URL(request.url);
  if (!isOurs(request.url)) return new Response(null, { status: 404 });
  const page = await readPage(rendererDir, url.pathname);
  if (page === null) return new Response(null, { status: 404 });
  return new Response(request.method === 'HEAD' ? null : page.bytes, { headers: page.headers });
}

/** Whether an address is one of the window's own. Compared by parts: an unknown scheme has no origin of its own. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return `${protocol}//${host}` === APP_ORIGIN && username === '' && password === '';
}
