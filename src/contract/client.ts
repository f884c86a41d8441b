import type { CallName, InputOf, OutputOf } from './contract.ts';
import type { Answer, CoreEvent, WireError } from './wire.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Told how far a long call is. */
  readonly onProgress?: (done: number, total: number, label: string) => void;
}

/** The one thing a door must offer: carry a call to the core and its answer back, and pass events on. */
export interface Transport {
  call(name: CallName, input: unknown, options?: CallOptions): Promise<Answer>;
  /** Answers a function that ends the subscription. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /** Tells the shell that what was typed is written, after `closing`. */
  written?(): void;
}

/** A failed call, as thrown by the client. `message` is the sentence for the person. */
export class CallError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(error: WireError) {
    super(error.message);
    this.name = 'CallError';
    this.code = error.code;
    this.details = error.details;
  }
}

type Area<N extends string> = N extends `${infer A}.${string}` ? A : never;

/** `client.codings.create(input)` for the call `codings.create`. Rejects with {@link CallError}. */
export type Client = {
  readonly [A in Area<CallName>]: {
    readonly [N in CallName as N extends `${A}.${infer M}` ? M : never]: (
      input: InputOf<N>,
      options?: CallOptions,
    ) => Promise<OutputOf<N>>;
  };
};

/** One typed proxy over a transport; there are no methods to write by hand. */
export function createClient(transport: Transport): Client {
  const areas = new Map<string, unknown>();
  return new Proxy({} as Client, {
    get(_target, area) {
      if (typeof area !== 'string') return undefined;
      const known = areas.get(area);
      if (known !== undefined) return known;
      const made = new Proxy(
        {},
        {
          get(_inner, method) {
            if (typeof method !== 'string') return undefined;
            return async (input: unknown, options?: CallOptions) => {
              const answer = await transport.call(`${area}.${method}` as CallName, input, options);
              if (answer.ok) return answer.value;
              throw new CallError(answer.error);
            };
          },
        },
      );
      areas.set(area, made);
      return made;
    },
  });
}
