import { newToken, sameToken } from './guard.ts';

const VALID_MS = 60_000;

/**
 * Addresses that work once, for a minute. A browser is started with one of these, since other users of the machine can
 * read what a program was started with, and the token must not be theirs.
 */
export class LaunchCodes {
  readonly #codes = new Map<string, number>();

  make(nowMs: number = Date.now()): string {
    const code = newToken();
    this.#codes.set(code, nowMs + VALID_MS);
    return code;
  }

  /** Whether the code is good; from then on it is not. */
  take(given: string, nowMs: number = Date.now()): boolean {
    for (const [code, untilMs] of this.#codes) {
      if (untilMs < nowMs) this.#codes.delete(code);
      else if (sameToken(given, code)) return this.#codes.delete(code);
    }
    return false;
  }
}
