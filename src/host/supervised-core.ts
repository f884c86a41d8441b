import type { CallName } from '../contract/contract.ts';
import type { Answer, CoreEvent } from '../contract/wire.ts';
import type { Core, CoreCallOptions } from './core.ts';

/** A core that dies this often within a minute is not started again: it would only die again. */
const MAX_DEATHS = 3;
const WITHIN_MS = 60_000;

export interface SupervisedCore extends Core {
  /** The project that is open, or was when the core died. */
  readonly projectPath: string | null;
}

export interface Supervision {
  readonly start: () => Promise<Core>;
  /** Told after a death, once another core is there with the project open again, or could not be had (`false`). */
  readonly onRestart?: (reason: string, recovered: boolean) => void;
}

/** A core that is replaced when it dies: the project is opened again, and every window is told. */
export async function superviseCore({ start, onRestart }: Supervision): Promise<SupervisedCore> {
  const supervisor = new Supervisor(start, onRestart);
  await supervisor.begin();
  return supervisor;
}

class Supervisor implements SupervisedCore {
  readonly #start: () => Promise<Core>;
  readonly #onRestart: Supervision['onRestart'];
  readonly #listeners = new Set<(event: CoreEvent) => void>();
  readonly #deathsMs: number[] = [];
  #core: Promise<Core>;
  #unsubscribe: () => void = () => undefined;
  #projectPath: string | null = null;
  #closing = false;

  constructor(start: () => Promise<Core>, onRestart: Supervision['onRestart']) {
    this.#start = start;
    this.#onRestart = onRestart;
    this.#core = this.#startCore();
  }

  get projectPath(): string | null {
    return this.#projectPath;
  }

  async begin(): Promise<void> {
    await this.#core;
  }

  async call(name: CallName, input: unknown, options: CoreCallOptions): Promise<Answer> {
    const core = await this.#core;
    return core.call(name, input, options);
  }

  async stage(fileName: string, bytes: Uint8Array): Promise<string> {
    const core = await this.#core;
    return core.stage(fileName, bytes);
  }

  subscribe(listener: (event: CoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#unsubscribe();
    const core = await this.#core;
    await core.close();
  }

  async #startCore(): Promise<Core> {
    const core = await this.#start();
    this.#unsubscribe = core.subscribe((event) => this.#hear(event));
    return core;
  }

  #hear(event: CoreEvent): void {
    if (event.type === 'project') this.#projectPath = event.path;
    for (const listener of this.#listeners) listener(event);
    if (event.type === 'lost' && !this.#closing) this.#replace(event.reason);
  }

  #replace(reason: string): void {
    this.#unsubscribe();
    const nowMs = Date.now();
    this.#deathsMs.push(nowMs);
    if (this.#deathsMs.filter((atMs) => nowMs - atMs < WITHIN_MS).length > MAX_DEATHS) {
      this.#onRestart?.(reason, false);
      return;
    }
    const dead = this.#core;
    const next = this.#startAgain();
    // Calls that come meanwhile wait for the new core; without one they go to the dead one, which answers an error.
    this.#core = next.catch(() => dead);
    void next.then(
      () => this.#onRestart?.(reason, true),
      () => this.#onRestart?.(reason, false),
    );
  }

  /** The new core tells of the project itself, so that every window reads everything again. */
  async #startAgain(): Promise<Core> {
    const path = this.#projectPath;
    const core = await this.#startCore();
    if (path === null) return core;
    const answer = await core.call('project.open', { path }, { locale: 'fr' });
    if (!answer.ok) this.#hear({ type: 'project', path: null });
    return core;
  }
}
