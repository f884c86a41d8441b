/** Counts the windows that are connected and says when the last one has been gone for a while. */
export class IdleWatch {
  readonly #idleMs: number | undefined;
  readonly #onIdle: () => void;
  #connected = 0;
  #stopped = false;
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
    // Windows leave after the end too, when they are let go: a timer of then would keep the process for nothing.
    if (this.#connected > 0 || this.#idleMs === undefined || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onIdle, this.#idleMs);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
