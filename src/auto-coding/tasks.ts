import type { InFeature, TaskHandlers } from '../contract/handlers.ts';
import { openSession } from '../host/state.ts';
import { inSlices } from '../search/slices.ts';
import type { autoCodingContract } from './contract.ts';
import { planning } from './planning.ts';

export const autoCodingTasks: TaskHandlers<InFeature<typeof autoCodingContract, 'task'>> = {
  'autoCoding.plan': (context, input) => {
    const session = openSession(context.core);
    return inSlices(context, session, () => planning(session.reader, session, input));
  },
};
