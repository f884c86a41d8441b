import { codeReads } from '../codebook/store.ts';
import type { CommandHandlers, InFeature, QueryHandlers, TaskHandlers } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { RepereError } from '../errors/codes.ts';
import type { settingsContract } from './contract.ts';
import { QUICK_CODES, quickCodeChange, readQuickCodes } from './quick-codes.ts';
import { projectSetting, projectSettings, setProjectSetting } from './store.ts';

type Settings = typeof settingsContract;

export const settingsQueries: QueryHandlers<InFeature<Settings, 'query'>> = {
  'settings.project': ({ db }) => projectSettings(db),
};

export const settingsCommands: CommandHandlers<InFeature<Settings, 'command'>> = {
  'settings.setProject': ({ db, describe }, { key, value }) => {
    if (value !== null && !isJson(value)) throw new RepereError('value.invalid', { value, type: 'json' });
    const before = projectSetting(db, key);
    setProjectSetting(db, key, value);
    describe({ key, ...(key === QUICK_CODES ? quickCodeNow(db, before, value) : {}) });
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

/** What a label says of a change of the quick digits: which digit, which code, and whether it was given or taken. */
function quickCodeNow(
  db: Connection,
  before: string | undefined,
  after: string | null,
): Readonly<Record<string, unknown>> {
  const change = quickCodeChange(readQuickCodes(before), readQuickCodes(after ?? undefined));
  const code = change === null ? undefined : codeReads(db).byId.get(change.codeId);
  if (change === null || code === undefined) return {};
  return { digit: change.digit, code: code.name, given: change.given };
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
