import type { TaskContext } from '../contract/handlers.ts';
import { RepereError } from '../errors/codes.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Reached } from './searching.ts';
import { searchReads } from './store.ts';

/** How long a task works before it lets other calls in, in milliseconds. */
const SLICE_MS = 25;

/**
 * Runs what looks through the texts to its end, letting other calls in now and then; from the beginning again when a
 * correction on the way moved words, since what was found before it no longer holds.
 */
export async function inSlices<T>(
  context: TaskContext,
  session: ProjectSession,
  start: () => Generator<Reached, T, boolean>,
): Promise<T> {
  for (;;) {
    const before = texts(session);
    const looking = start();
    let until = performance.now() + SLICE_MS;
    let step = looking.next();
    while (step.done !== true) {
      if (performance.now() >= until) {
        await pause(context, session, step.value.done, step.value.of, '');
        until = performance.now() + SLICE_MS;
      }
      step = looking.next(false);
    }
    if (texts(session) === before) return step.value;
  }
}

/** Lets other calls in. Where one of them closed the project, there is nothing to go on with. */
export async function pause(
  { core, progress }: TaskContext,
  session: ProjectSession,
  done: number,
  total: number,
  label: string,
): Promise<void> {
  await progress(done, total, label);
  if (core.session !== session) throw new RepereError('call.cancelled');
}

/** Which text each document has. */
function texts({ reader }: ProjectSession): string {
  return searchReads(reader)
    .documents.all()
    .map((row) => `${row.id} ${row.text_version_id}`)
    .join();
}
