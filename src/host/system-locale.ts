import type { Locale } from '../settings/contract.ts';

/** The language of this machine's user, as far as the program speaks it; `LC_ALL`, `LC_MESSAGES`, `LANG` go first. */
export function systemLocale(env: Readonly<Record<string, string | undefined>> = process.env): Locale {
  const named = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  const language = named ?? new Intl.DateTimeFormat().resolvedOptions().locale;
  return language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
