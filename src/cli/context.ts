import type { Client } from '../contract/client.ts';
import { createClient } from '../contract/client.ts';
import type { Core } from '../host/core.ts';
import { createCore } from '../host/in-process.ts';
import { findPlaces } from '../host/paths.ts';
import { systemLocale } from '../host/system-locale.ts';
import { AppSettingsFile } from '../settings/app-settings.ts';
import type { Locale } from '../settings/contract.ts';
import { inLanguage } from './failure.ts';

/** What every command may be given. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly lang?: string;
  readonly coder?: string;
  readonly takeOver?: boolean;
}

/** One run of the command line: a core in this process, its client, and where to write. */
export interface CliContext {
  readonly client: Client;
  readonly locale: Locale;
  readonly json: boolean;
  /** Standard output: results, nothing else. */
  print(text: string): void;
  /** Standard error: notes and progress. */
  note(text: string): void;
}

/** The language of messages: by the option, the settings, or the system. */
export function cliLocale(option: string | undefined, dataDir: string): Locale {
  if (option === 'fr' || option === 'en') return option;
  const { language } = new AppSettingsFile(dataDir).get();
  return language === 'system' ? systemLocale() : language;
}

/** Runs `work` with a core of its own, which is closed whatever happens. */
export async function withCore<T>(
  options: CommonOptions,
  work: (context: CliContext) => Promise<T>,
): Promise<T> {
  const places = findPlaces();
  const locale = cliLocale(options.lang, places.dataDir);
  const core: Core = createCore({
    ...places,
    rememberRecent: false,
    ...(options.coder === undefined ? {} : { coderName: options.coder }),
  });
  const client = createClient({
    call: (name, input, callOptions) => core.call(name, input, { ...callOptions, locale }),
    subscribe: (listener) => core.subscribe(listener),
  });
  try {
    return await work({
      client,
      locale,
      json: options.json === true,
      print: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
      note: (text) => void process.stderr.write(`${text}\n`),
    });
  } catch (error) {
    throw inLanguage(error, locale);
  } finally {
    await core.close();
  }
}

/** Opens a project for reading: beside a window that has it open, without a lock. */
export function withProject<T>(
  options: CommonOptions,
  file: string,
  mode: 'read' | 'write',
  work: (context: CliContext) => Promise<T>,
): Promise<T> {
  return withCore(options, async (context) => {
    await context.client.project.open({
      path: file,
      readOnly: mode === 'read',
      ...(options.takeOver === true && mode === 'write' ? { takeOver: true } : {}),
    });
    return work(context);
  });
}
