import { z } from 'zod';
import { command, query, task } from '../contract/define.ts';
import { done, nothing } from '../contract/common.ts';
import { QUICK_CODES } from './quick-codes.ts';

export const locale = z.enum(['fr', 'en']);
export type Locale = z.output<typeof locale>;

/** What this person set on this machine, in every project. */
export const appSettings = z.strictObject({
  language: z.enum(['system', 'fr', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  coderName: z.string(),
  /** Size of the transcript's letters in CSS pixels. */
  readingSize: z.number().int().min(15).max(21),
  /** Length of the transcript's lines. */
  readingMeasure: z.enum(['narrow', 'normal', 'wide']),
  fills: z.enum(['all', 'selected', 'none']),
  /** Whether underlines are solid, dashed or dotted by the shape of their code. */
  patterns: z.boolean(),
  csvDelimiter: z.enum([',', ';']),
  /** Where backups go, absolute; empty: the usual folder. Changed by `backups.setPlace` alone. */
  backupDir: z.string().max(4_096),
  /** Where they went before: copies that stayed there are still listed. */
  earlierBackupDirs: z.array(z.string().max(4_096)).max(20),
  /** How much the backups of one project may take, in megabytes. */
  backupLimitMb: z.number().int().min(50).max(1_000_000),
  /** Keys this person gave to shortcuts, by the shortcut's name; those that are not named have the program's. */
  shortcuts: z.record(z.string().max(60), z.array(z.string().min(1).max(40)).max(4)),
});
export type AppSettings = z.output<typeof appSettings>;

const settingKey = z.string().regex(/^[a-z][a-z0-9.-]{0,99}$/u);

export const settingsContract = {
  'settings.app': task(nothing, appSettings),
  'settings.setApp': task(
    appSettings.omit({ backupDir: true, earlierBackupDirs: true }).partial(),
    appSettings,
  ),
  /** Settings kept inside the project: the values are JSON texts. */
  'settings.project': query(nothing, z.record(z.string(), z.string())),
  /** `value` is a JSON text; `null` removes the setting. */
  'settings.setProject': command(
    z.strictObject({ key: settingKey, value: z.string().max(100_000).nullable() }),
    done,
    {
      // One digit after another is two gestures, each undone by itself.
      mergeKey: ({ key }) => (key === QUICK_CODES ? null : `setting:${key}`),
    },
  ),
};
