import { setImmediate as nextTick } from 'node:timers/promises';
import {
  isCallName,
  contract,
  type CallName,
  type CommandName,
  type QueryName,
  type TaskName,
} from '../contract/contract.ts';
import type { CommandContext, QueryContext, TaskContext } from '../contract/handlers.ts';
import type { Answer } from '../contract/wire.ts';
import { copyBefore } from '../backups/keep.ts';
import { reasonToCopyBefore } from '../backups/large.ts';
import { ensureCoder } from '../coders/store.ts';
import { backupPlace } from '../backups/places.ts';
import { isCorrupt } from '../database/quick-check.ts';
import { isErrorCode, RepereError } from '../errors/codes.ts';
import { describeError } from '../errors/describe.ts';
import { recordStep } from '../history/recorder.ts';
import type { CoreCallOptions } from './core.ts';
import { commandHandlers, queryHandlers, taskHandlers } from './handlers.ts';
import { openSession, whileHolding, type CoreState } from './state.ts';

/** Calls that look into other files too, or leave the project: they answer even when its own file is gone. */
const OTHER_FILES = /^(?:project|settings|files|backups|salvage)\./u;

/** Calls that read the whole of the open project. */
const COPYING: ReadonlySet<string> = new Set(['project.backup', 'project.saveCopy']);

type Handler<C> = (context: C, input: unknown) => unknown;

/**
 * The one way in. Checks the name and the input against the contract, runs the handler in its kind's surroundings,
 * and answers an envelope; it never throws.
 */
export async function dispatch(
  core: CoreState,
  name: string,
  input: unknown,
  options: CoreCallOptions,
): Promise<Answer> {
  try {
    if (!isCallName(name)) throw new RepereError('call.unknown', { name });
    const checked = checkInput(name, input);
    core.session?.used();
    return { ok: true, value: await run(core, name, checked, options) };
  } catch (thrown) {
    return { ok: false, error: describeError(damage(core, name, thrown), options.locale) };
  }
}

/** A damaged page is damage of the open project, wherever it was met; from then on nothing is written any more. */
function damage(core: CoreState, name: string, thrown: unknown): unknown {
  const { session } = core;
  // What copies the open project tells what hindered it.
  if (session !== null && COPYING.has(name)) session.hindered(thrown);
  // These look into other files too.
  if (session === null || (OTHER_FILES.test(name) && !COPYING.has(name)) || !isCorrupt(thrown)) return thrown;
  session.damaged();
  return new RepereError(
    'project.damaged',
    { path: session.path, backups: backupPlace(core) },
    { cause: thrown },
  );
}

async function run(
  core: CoreState,
  name: CallName,
  input: unknown,
  options: CoreCallOptions,
): Promise<unknown> {
  switch (contract[name].kind) {
    case 'query':
      return runQuery(core, name as QueryName, input, options);
    case 'command':
      return runCommand(core, name as CommandName, input, options);
    case 'task':
      return runTask(core, name as TaskName, input, options);
  }
}

function runQuery(core: CoreState, name: QueryName, input: unknown, options: CoreCallOptions): unknown {
  const session = openSession(core);
  const handler = queryHandlers[name] as Handler<QueryContext>;
  return handler({ db: session.reader, session, locale: options.locale }, input);
}

/**
 * What comes after a command that waits for the copy before it waits behind it. Otherwise commands are done at once, in
 * the order in which they come.
 */
async function runCommand(
  core: CoreState,
  name: CommandName,
  input: unknown,
  options: CoreCallOptions,
): Promise<unknown> {
  // Looked at again each time: who was first may hold the others back once more.
  while (core.held !== null) await core.held;
  const session = openSession(core);
  session.writable();
  const reason = reasonToCopyBefore(session, name);
  if (reason === null) return runCommandNow(core, name, input, options);
  return whileHolding(core, async () => {
    await copyBefore(core, session, reason);
    // Closed, or exchanged for another project, by what does not wait.
    if (core.session !== session) throw new RepereError('project.none');
    return runCommandNow(core, name, input, options);
  });
}

function runCommandNow(
  core: CoreState,
  name: CommandName,
  input: unknown,
  options: CoreCallOptions,
): unknown {
  const session = openSession(core);
  const db = session.writable();
  const definition = contract[name];
  const mergeKey = definition.mergeKey as ((value: unknown) => string | null) | undefined;
  const now = new Date().toISOString();
  const handler = commandHandlers[name] as Handler<CommandContext>;
  const coderNameBefore = session.coderName;
  const request = { command: name, coderName: session.coderName, mergeKey: mergeKey?.(input) ?? null, now };
  try {
    const recorded = recordStep(db, request, (describe) =>
      handler(
        {
          db,
          session,
          locale: options.locale,
          now,
          describe,
          coderId: () => ensureCoder(db, session.coderName, now),
        },
        input,
      ),
    );
    // What was written into a file that no longer stands there is not done.
    session.assertOurs();
    if (recorded.event !== null) {
      session.wrote();
      session.changed(recorded.event);
      core.emit(recorded.event);
    }
    return recorded.value;
  } catch (error) {
    session.coderName = coderNameBefore;
    throw error;
  }
}

async function runTask(
  core: CoreState,
  name: TaskName,
  input: unknown,
  options: CoreCallOptions,
): Promise<unknown> {
  while (core.held !== null) await core.held;
  const signal = options.signal ?? new AbortController().signal;
  const context: TaskContext = {
    core,
    locale: options.locale,
    signal,
    progress: async (done, total, label) => {
      options.onProgress?.(done, total, label);
      // Lets waiting messages in: other calls, and the wish to stop.
      await nextTick();
      if (signal.aborted) throw new RepereError('call.cancelled');
    },
  };
  const handler = taskHandlers[name] as Handler<TaskContext>;
  const { session } = core;
  try {
    return await handler(context, input);
  } finally {
    // A task may have written, also one that was cancelled: the same holds for it as for a command.
    if (session !== null && core.session === session && session.writer !== null && !OTHER_FILES.test(name)) {
      session.wrote();
      session.assertOurs();
    }
  }
}

/** The input as the handler wants it. A check that carries a stable code of its own keeps it. */
function checkInput(name: CallName, input: unknown): unknown {
  const parsed = contract[name].input.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const { code, ...details }: Record<string, unknown> =
      (issue.code === 'custom' ? issue.params : null) ?? {};
    if (isErrorCode(code)) throw new RepereError(code, details);
  }
  const first = parsed.error.issues[0];
  throw new RepereError('input.invalid', {
    path: first === undefined ? name : [name, ...first.path.map(String)].join('.'),
    reason: first?.message ?? '',
  });
}
