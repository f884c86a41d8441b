import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The subprotocol under which a window shows its token, as `repere.<token>`. */
export const PROTOCOL_PREFIX = 'repere.';

/** 256 bits, in letters that need no escaping in an address or a header. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that does not depend on where the two differ, nor on their lengths. */
export function sameToken(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** What a request must show. Other programs, other pages and other users of this machine cannot. */
export class Guard {
  readonly token: string;
  readonly #hosts: ReadonlySet<string>;
  readonly #origins: ReadonlySet<string>;

  constructor(port: number, token: string = newToken()) {
    this.token = token;
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    this.#hosts = new Set(hosts);
    this.#origins = new Set(hosts.map((host) => `http://${host}`));
  }

  /** A name that leads here by a trick of the name service is not ours. */
  hasOurHost(request: IncomingMessage): boolean {
    return this.#hosts.has(request.headers.host ?? '');
  }

  /** Browsers always say whose page sends; a page of another origin, or a program that says nothing, is refused. */
  hasOurOrigin(request: IncomingMessage): boolean {
    return this.#origins.has(request.headers.origin ?? '');
  }

  hasBearer(request: IncomingMessage): boolean {
    const given = /^Bearer (?<token>\S+)$/u.exec(request.headers.authorization ?? '')?.groups?.['token'];
    return given !== undefined && sameToken(given, this.token);
  }

  /** The offered subprotocol that carries the token, or `null`. */
  protocolOf(request: IncomingMessage): string | null {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    const ours = offered.find((name) => name.startsWith(PROTOCOL_PREFIX)) ?? '';
    return sameToken(ours.slice(PROTOCOL_PREFIX.length), this.token) ? ours : null;
  }
}
