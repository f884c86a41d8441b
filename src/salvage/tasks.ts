import type { InFeature, TaskHandlers } from '../contract/handlers.ts';
import { realPath } from '../database/place.ts';
import { projectPath } from '../project/file-path.ts';
import { leave } from '../project/handlers.ts';
import type { salvageContract } from './contract.ts';
import { salvage } from './salvage.ts';

export const salvageTasks: TaskHandlers<InFeature<typeof salvageContract, 'task'>> = {
  'salvage.run': ({ core, locale, progress }, { path, out }) => {
    const damaged = realPath(path);
    // Copying a file that is open here would give back the locks that SQLite has on it.
    if (core.session?.path === damaged) leave(core);
    return salvage(damaged, projectPath(out), { migrations: core.migrations, locale, progress });
  },
};
