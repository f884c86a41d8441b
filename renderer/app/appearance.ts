import { useEffect, useSyncExternalStore } from 'react';
import type { AppSettings, Locale } from '../../src/settings/contract.ts';
import { systemLocale } from '../i18n/i18n.ts';
import { useLocaleStore } from '../i18n/use-i18n.ts';
import { usePreferences } from './preferences.ts';
import { useSession } from './session.ts';

const darkQuery = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

function subscribeToSystemTheme(listener: () => void): () => void {
  const query = darkQuery();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

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
