import { useCall } from './use-call.ts';
import { runCommand } from './use-command.ts';
import type { InputOf } from '../../src/contract/contract.ts';
import type { AppSettings } from '../../src/settings/contract.ts';

/** Until the core has answered, and where it cannot. */
export const DEFAULT_SETTINGS: AppSettings = {
  language: 'system',
  theme: 'system',
  coderName: '',
  readingSize: 17,
  readingMeasure: 'normal',
  fills: 'all',
  patterns: false,
  csvDelimiter: ';',
  backupDir: '',
  earlierBackupDirs: [],
  backupLimitMb: 2_048,
  shortcuts: {},
};

/** What this person set on this machine: reading size, fills, CSV separator… */
export function usePreferences(): AppSettings {
  return useCall('settings.app', {}).data ?? DEFAULT_SETTINGS;
}

/** Changes some of them; the core's `settings` event brings the new ones to every window. */
export async function setPreferences(changes: InputOf<'settings.setApp'>): Promise<boolean> {
  return (await runCommand('settings.setApp', changes)).ok;
}
