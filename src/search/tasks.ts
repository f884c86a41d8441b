import type { InFeature, TaskHandlers } from '../contract/handlers.ts';
import { indexReads } from '../documents/index-store.ts';
import { openSession } from '../host/state.ts';
import type { searchContract } from './contract.ts';
import { fillSlice } from './fill-index.ts';
import { searching } from './searching.ts';
import { inSlices, pause } from './slices.ts';
import { searchReads } from './store.ts';
import { vocabularyOf } from './vocabulary.ts';

export const searchTasks: TaskHandlers<InFeature<typeof searchContract, 'task'>> = {
  'search.all': async (context, input) => {
    const session = openSession(context.core);
    return inSlices(context, session, () => searching(session.reader, session, input, false));
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
