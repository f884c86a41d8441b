import { useCallback, useRef, useState } from 'react';
import { CallError } from '../../src/contract/client.ts';
import type { CommandName, InputOf, OutputOf, TaskName } from '../../src/contract/contract.ts';
import { i18nNow } from '../i18n/use-i18n.ts';
import { toast } from '../ui/toasts.ts';
import { noteCall } from './attempts.ts';
import { door } from './client.ts';
import { beginCall } from './own-calls.ts';
import { useSaving } from './saving.ts';
import { onItsWay } from './typed.ts';

export type ActName = CommandName | TaskName;

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, label: string) => void;
  /** Shows nothing when it fails; the caller shows the error beside the thing concerned. */
  readonly silent?: boolean;
}

/** A command's outcome: the caller that does not look at `error` loses nothing, since a toast said it. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };

/**
 * Sends a command or a task. A failure becomes a toast with the core's sentence, and the answer says `ok: false`;
 * it never rejects. A call the person cancelled fails quietly.
 */
export function runCommand<N extends ActName>(
  name: N,
  input: InputOf<N>,
  options: RunOptions = {},
): Promise<Outcome<OutputOf<N>>> {
  return onItsWay(answered(name, input, options));
}

async function answered<N extends ActName>(
  name: N,
  input: InputOf<N>,
  options: RunOptions,
): Promise<Outcome<OutputOf<N>>> {
  const { silent, ...callOptions } = options;
  const attempt = noteCall(name, input);
  const refused = (error: CallError) => {
    if (attempt !== null) attempt.code = error.code;
    return failed(error, silent);
  };
  const end = useSaving.getState().begin(name);
  const endOwn = beginCall(name);
  try {
    const answer = await door.call(name, input, callOptions);
    end(answer.ok ? null : answer.error.code);
    if (answer.ok) return { ok: true, value: answer.value as OutputOf<N> };
    return refused(new CallError(answer.error));
  } catch (error) {
    end('connection.lost');
    const message = error instanceof CallError ? error : lost();
    return refused(message);
  } finally {
    endOwn();
  }
}

function lost(): CallError {
  return new CallError({
    code: 'connection.lost',
    message: i18nNow().t('errors.connectionLost'),
    details: {},
  });
}

function failed(
  error: CallError,
  silent: boolean | undefined,
): { readonly ok: false; readonly error: CallError } {
  if (silent !== true && error.code !== 'call.cancelled') toast({ kind: 'error', text: error.message });
  return { ok: false, error };
}

export interface Command<N extends ActName> {
  readonly run: (input: InputOf<N>, options?: RunOptions) => Promise<Outcome<OutputOf<N>>>;
  readonly pending: boolean;
}

/** `const create = useCommand('codings.create'); … const made = await create.run({ … }); if (made.ok) …` */
export function useCommand<N extends ActName>(name: N): Command<N> {
  const [pending, setPending] = useState(false);
  const running = useRef(0);
  const run = useCallback(
    async (input: InputOf<N>, options?: RunOptions) => {
      running.current += 1;
      setPending(true);
      try {
        return await runCommand(name, input, options);
      } finally {
        running.current -= 1;
        setPending(running.current > 0);
      }
    },
    [name],
  );
  return { run, pending };
}
