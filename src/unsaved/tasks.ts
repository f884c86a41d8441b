import { contract, isCallName } from '../contract/contract.ts';
import type { InFeature, TaskHandlers } from '../contract/handlers.ts';
import type { CoreState } from '../host/state.ts';
import type { unsavedContract, UnsavedWords } from './contract.ts';
import { UnsavedFile } from './file.ts';

export const unsavedTasks: TaskHandlers<InFeature<typeof unsavedContract, 'task'>> = {
  'unsaved.keep': ({ core }, { project, ...words }) => {
    const file = fileOf(core, project);
    // The same words again are as old as they were.
    const known = file.list().find(({ id }) => id === words.id);
    if (known?.text !== words.text) file.keep({ ...words, at: new Date().toISOString() });
    return {};
  },

  'unsaved.list': ({ core }, { project }) => fileOf(core, project).list().map(withCommand),

  'unsaved.drop': ({ core }, { project, ids }) => {
    fileOf(core, project).drop(ids);
    return {};
  },
};

/** Only what can be undone is done again from a file: any other call is left out. */
function withCommand({ call, ...words }: UnsavedWords): UnsavedWords {
  const isCommand = call !== undefined && isCallName(call.name) && contract[call.name].kind === 'command';
  return isCommand ? { ...words, call } : words;
}

function fileOf(core: CoreState, project: string): UnsavedFile {
  return new UnsavedFile(core.options.dataDir, project);
}
