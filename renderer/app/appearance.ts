import { useEffect, useSyncExternalStore } from 'react';
import type { AppSettings, Locale } from '../../src/settings/contract.ts';
import { systemLocale } from '../i18n/i18n.ts';
import { useLocaleStore } from '../i18n/use-i18n.ts';
import { usePreferences } from './preferences.ts';
import { useSession } from './session.ts';

const darkQuery = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');
const forcedQuery = (): MediaQueryList => matchMedia('(forced-colors: active)');

const subscribedTo = (query: () => MediaQueryList) => (listener: () => void) => {
  const list = query();
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
};
const subscribeToSystemTheme = subscribedTo(darkQuery);
const subscribeToForcedColours = subscribedTo(forcedQuery);

/** Before the settings are known: the system's theme, so that a dark window does not begin white. */
export function paintEarly(): void {
  document.documentElement.dataset['theme'] = darkQuery().matches ? 'dark' : 'light';
}

export function localeOf(language: AppSettings['language']): Locale {
  return language === 'system' ? systemLocale() : language;
}

/** The theme shown now, the system's followed. */
export function useTheme(): 'light' | 'dark' {
  const { theme } = usePreferences();
  const systemDark = useSyncExternalStore(subscribeToSystemTheme, () => darkQuery().matches);
  return theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
}

/** Whether the system shows everything in a few colours that the person chose, so that shapes must tell codes apart. */
export function useForcedColours(): boolean {
  return useSyncExternalStore(subscribeToForcedColours, () => forcedQuery().matches);
}

/** Keeps theme, language, reading size and title of the page as the settings and the project say. */
export function useAppearance(): void {
  const { language, readingSize } = usePreferences();
  const theme = useTheme();
  const locale = localeOf(language);
  const project = useSession((state) => state.project?.name);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = locale;
    useLocaleStore.setState({ locale });
  }, [locale]);
  useEffect(() => {
    document.title = project === undefined ? 'Repère' : `${project} · Repère`;
  }, [project]);
  useEffect(() => {
    document.documentElement.style.setProperty('--fs-read', `${readingSize}px`);
    document.documentElement.style.setProperty('--lh-read', `${Math.round(readingSize * 1.7)}px`);
  }, [readingSize]);
}
