import type { CallOptions, Transport } from '../../src/contract/client.ts';
import type { CallName, InputOf, OutputOf } from '../../src/contract/contract.ts';
import type { Answer, CoreEvent } from '../../src/contract/wire.ts';

type Handlers = {
  readonly [N in CallName]?: (input: InputOf<N>, options: CallOptions) => OutputOf<N> | Promise<OutputOf<N>>;
};

/** An error that a handler throws to make the call fail. */
export class FakeFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A door with nobody behind it: answers come from the test's own handlers, and events from the test. */
export class FakeTransport implements Transport {
  readonly calls: { readonly name: CallName; readonly input: unknown }[] = [];
  readonly #handlers: Handlers;
  readonly #listeners = new Set<(event: CoreEvent) => void>();

  constructor(handlers: Handlers) {
    this.#handlers = { ...DEFAULTS, ...handlers };
  }

  async call(name: CallName, input: unknown, options: CallOptions = {}): Promise<Answer> {
    this.calls.push({ name, input });
    const handler = this.#handlers[name] as ((input: unknown, options: CallOptions) => unknown) | undefined;
    try {
      if (handler === undefined) throw new FakeFailure('call.unknown', `No answer for ${name}`);
      return { ok: true, value: await handler(input, options) };
    } catch (error) {
      const code = error instanceof FakeFailure ? error.code : 'internal';
      const message = error instanceof Error ? error.message : String(error);
      return { ok: false, error: { code, message, details: {} } };
    }
  }

  subscribe(listener: (event: CoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: CoreEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** The inputs of the calls of one name, in order. */
  inputs(name: CallName): readonly unknown[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.input);
  }
}

/** A machine on which nothing was done yet. */
const DEFAULTS: Handlers = {
  'settings.app': () => ({
    language: 'fr',
    theme: 'light',
    coderName: 'Camille Renaud',
    readingSize: 17,
    readingMeasure: 'normal',
    fills: 'all',
    patterns: false,
    csvDelimiter: ';',
    backupDir: '',
    earlierBackupDirs: [],
    backupLimitMb: 2_048,
    shortcuts: {},
  }),
  'project.current': () => null,
  'project.recent': () => [],
  'files.browse': () => ({
    path: '/home/camille/Documents',
    parent: '/home/camille',
    places: [
      { kind: 'documents', path: '/home/camille/Documents' },
      { kind: 'home', path: '/home/camille' },
    ],
    entries: [],
  }),
};
