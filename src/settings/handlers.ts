import type { CommandHandlers, InFeature, QueryHandlers, TaskHandlers } from '../contract/handlers.ts';
import { RepereError } from '../errors/codes.ts';
import type { settingsContract } from './contract.ts';
import { projectSettings, setProjectSetting } from './store.ts';

type Settings = typeof settingsContract;

export const settingsQueries: QueryHandlers<InFeature<Settings, 'query'>> = {
  'settings.project': ({ db }) => projectSettings(db),
};

export const settingsCommands: CommandHandlers<InFeature<Settings, 'command'>> = {
  'settings.setProject': ({ db, describe }, { key, value }) => {
    if (value !== null && !isJson(value)) throw new RepereError('value.invalid', { value, type: 'json' });
    setProjectSetting(db, key, value);
    describe({ key });
    return {};
  },
};

export const settingsTasks: TaskHandlers<InFeature<Settings, 'task'>> = {
  'settings.app': ({ core }) => core.settings.get(),
  'settings.setApp': ({ core }, changes) => {
    const next = core.settings.set(changes);
    if (changes.coderName !== undefined && core.session !== null) core.session.coderName = next.coderName;
    core.emit({ type: 'settings' });
    return next;
  },
};

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
