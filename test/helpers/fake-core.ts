import type { CallName } from '../../src/contract/contract.ts';
import type { Answer, CoreEvent } from '../../src/contract/wire.ts';
import type { Core, CoreCallOptions } from '../../src/host/core.ts';

type Handler = (input: unknown, options: CoreCallOptions) => Promise<unknown>;

/** A core that does what a test tells it to, and remembers what it was asked. */
export class FakeCore implements Core {
  readonly calls: { name: CallName; input: unknown; locale: string }[] = [];
  readonly staged: { fileName: string; bytes: Uint8Array }[] = [];
  readonly #handlers = new Map<string, Handler>();
  readonly #listeners = new Set<(event: CoreEvent) => void>();
  closed = false;

  on(name: CallName, handler: Handler): this {
    this.#handlers.set(name, handler);
    return this;
  }

  emit(event: CoreEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  async call(name: CallName, input: unknown, options: CoreCallOptions): Promise<Answer> {
    this.calls.push({ name, input, locale: options.locale });
    const handler = this.#handlers.get(name);
    if (handler !== undefined) return { ok: true, value: await handler(input, options) };
    return { ok: false, error: { code: 'project.none', message: 'Aucun projet', details: {} } };
  }

  async stage(fileName: string, bytes: Uint8Array): Promise<string> {
    this.staged.push({ fileName, bytes });
    return `staged-${this.staged.length}`;
  }

  subscribe(listener: (event: CoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
