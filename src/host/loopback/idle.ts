/** Counts the windows that are connected and says when the last one has been gone for a while. */
export class IdleWatch {
  readonly #idleMs: number | undefined;
  readonly #onIdle: () => void;
  #connected = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Without `idleMs` it never says anything. */
  constructor(idleMs: number | undefined, onIdle: () => void) {
    this.#idleMs = idleMs;
    this.#onIdle = onIdle;
  }

  joined(): void {
    this.#connected += 1;
    clearTimeout(this.#timer);
  }

  left(): void {
    this.#connected -= 1;
    if (this.#connected > 0 || this.#idleMs === undefined) return;
    this.#timer = setTimeout(this.#onIdle, this.#idleMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
