import type { InFeature, TaskHandlers } from '../contract/handlers.ts';
import { projectPath, realPath } from '../project/file-path.ts';
import type { salvageContract } from './contract.ts';
import { salvage } from './salvage.ts';

export const salvageTasks: TaskHandlers<InFeature<typeof salvageContract, 'task'>> = {
  'salvage.run': ({ core }, { path, out }) => salvage(realPath(path), projectPath(out), core.migrations),
};
