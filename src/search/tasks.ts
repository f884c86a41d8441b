import type { InFeature, TaskContext, TaskHandlers } from '../contract/handlers.ts';
import { indexReads } from '../documents/index-store.ts';
import { RepereError } from '../errors/codes.ts';
import { openSession } from '../host/state.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Found, searchContract, SearchInput } from './contract.ts';
import { fillSlice } from './fill-index.ts';
import { searching } from './searching.ts';
import { searchReads } from './store.ts';
import { vocabularyOf } from './vocabulary.ts';

/** How long a task works before it lets other calls in, in milliseconds. */
const SLICE_MS = 25;

export const searchTasks: TaskHandlers<InFeature<typeof searchContract, 'task'>> = {
  'search.all': async (context, input) => {
    const session = openSession(context.core);
    for (;;) {
      const before = texts(session);
      const found = await inSlices(context, session, input);
      // A correction on the way moved words: what was found before it no longer holds.
      if (texts(session) === before) return found;
    }
  },

  'search.prepare': async (context) => {
    const session = openSession(context.core);
    const { writer, reader } = session;
    const documents = () => searchReads(reader).documents.all().length;
    let missing = indexReads(reader).missing.all().length;
    if (writer !== null)
      while (missing > 0) {
        await pause(context, session, documents() - missing, documents(), 'index');
        missing = fillSlice(writer, session);
      }
    while (vocabularyOf(reader).readMore()) await pause(context, session, 0, 0, 'words');
    return { indexed: documents() - missing, documents: documents() };
  },
};

async function inSlices(context: TaskContext, session: ProjectSession, input: SearchInput): Promise<Found> {
  const search = searching(session.reader, session, input, false);
  let until = performance.now() + SLICE_MS;
  for (let step = search.next(); ; step = search.next(false)) {
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await pause(context, session, step.value.done, step.value.of, '');
    until = performance.now() + SLICE_MS;
  }
}

/** Lets other calls in. Where one of them closed the project, there is nothing to go on with. */
async function pause(
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
