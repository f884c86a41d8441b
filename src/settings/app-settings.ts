import { userInfo } from 'node:os';
import { join } from 'node:path';
import { appSettings, type AppSettings } from './contract.ts';
import { readJson, writeJson } from './json-file.ts';

export interface RecentEntry {
  readonly path: string;
  readonly name: string;
  readonly openedAt: string;
  readonly documents: number;
  readonly codes: number;
  readonly profile: readonly number[];
}

/** How many recent projects are remembered. */
const KEPT_RECENT = 20;

function defaults(): AppSettings {
  return {
    language: 'system',
    theme: 'system',
    coderName: systemName(),
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
}

/**
 * Settings and recent projects of this person on this machine, in two small JSON files. What is damaged counts as absent;
 * but where copies lie stands in there too, so what was set is on the disk when it is answered.
 */
export class AppSettingsFile {
  readonly #dataDir: string;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  get(): AppSettings {
    const stored = readJson(join(this.#dataDir, 'settings.json'));
    const parsed = appSettings.partial().safeParse(stored);
    return { ...defaults(), ...(parsed.success ? withoutUndefined(parsed.data) : {}) };
  }

  set(changes: Partial<AppSettings>): AppSettings {
    const next = { ...this.get(), ...withoutUndefined(changes) };
    writeJson(join(this.#dataDir, 'settings.json'), next);
    return next;
  }

  recent(): readonly RecentEntry[] {
    const stored = readJson(join(this.#dataDir, 'recent.json'));
    return Array.isArray(stored) ? stored.filter(isRecentEntry) : [];
  }

  remember(entry: RecentEntry): void {
    const others = this.recent().filter((other) => other.path !== entry.path);
    writeJson(join(this.#dataDir, 'recent.json'), [entry, ...others].slice(0, KEPT_RECENT));
  }

  forget(path: string): void {
    writeJson(
      join(this.#dataDir, 'recent.json'),
      this.recent().filter((entry) => entry.path !== path),
    );
  }
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Partial<T>;
}

function isRecentEntry(value: unknown): value is RecentEntry {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['path', 'name', 'openedAt'].every((key) => typeof Reflect.get(value, key) === 'string');
  const counts = ['documents', 'codes'].every((key) => typeof Reflect.get(value, key) === 'number');
  return texts && counts && Array.isArray(Reflect.get(value, 'profile'));
}

function systemName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'Repère';
  }
}
