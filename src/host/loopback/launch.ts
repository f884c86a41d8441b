import { newToken, sameToken } from './guard.ts';

/** How long a code is good after it was used first: a browser may ask twice for what it loads ahead. */
const GRACE_MS = 20_000;

interface Code {
  untilMs: number;
  readonly onUse: (() => void) | undefined;
}

/**
 * Codes that let a browser in once. The token itself is in no address, so that neither the address bar nor the history
 * keeps it; what these keep is worth nothing after the first use.
 */
export class LaunchCodes {
  readonly #codes = new Map<string, Code>();

  /** `validMs`: how long it waits for its use. `onUse` is called at the first one. */
  make(validMs: number, onUse?: () => void, nowMs: number = Date.now()): string {
    const code = newToken();
    this.#codes.set(code, { untilMs: nowMs + validMs, onUse });
    return code;
  }

  /** Whether the code is good; from then on it soon is not. */
  take(given: string, nowMs: number = Date.now()): boolean {
    for (const [code, entry] of this.#codes) {
      if (entry.untilMs < nowMs) {
        this.#codes.delete(code);
      } else if (sameToken(given, code)) {
        entry.onUse?.();
        this.#codes.set(code, { untilMs: Math.min(entry.untilMs, nowMs + GRACE_MS), onUse: undefined });
        return true;
      }
    }
    return false;
  }
}
