import { create } from 'zustand';
import { useMemo } from 'react';
import type { Locale } from '../../src/settings/contract.ts';
import type { MessageKey } from './areas.ts';
import * as format from './format.ts';
import { systemLocale, translate, type MessageValues } from './i18n.ts';

/** The language of the window. Set from the settings by the application; read with {@link useI18n}. */
export const useLocaleStore = create<{ readonly locale: Locale }>(() => ({ locale: systemLocale() }));

/** Outside of components: the language now. */
export function currentLocale(): Locale {
  return useLocaleStore.getState().locale;
}

export interface I18n {
  readonly locale: Locale;
  readonly t: (key: MessageKey, values?: MessageValues) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly percent: (share: number, digits?: number, fixed?: boolean) => string;
  readonly time: (iso: string) => string;
  readonly date: (iso: string) => string;
  readonly dateTime: (iso: string) => string;
  readonly recent: (iso: string) => string;
  readonly bytes: (bytes: number) => string;
  readonly quote: (text: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly compare: (a: string, b: string) => number;
}

/** Sentences and formats of one language. */
export function i18nOf(locale: Locale): I18n {
  return {
    locale,
    t: (key, values) => translate(locale, key, values),
    number: (value, digits) => format.formatNumber(value, locale, digits),
    percent: (share, digits, fixed) => format.formatPercent(share, locale, digits, fixed),
    time: (iso) => format.formatTime(iso, locale),
    date: (iso) => format.formatDate(iso, locale),
    dateTime: (iso) => format.formatDateTime(iso, locale),
    recent: (iso) => format.formatRecent(iso, locale),
    bytes: (bytes) => format.formatBytes(bytes, locale),
    quote: (text) => format.quote(text, locale),
    list: (items) => format.formatList(items, locale),
    compare: (a, b) => format.compareNames(a, b, locale),
  };
}

/** `const { t, number } = useI18n();` — renders again when the language changes. */
export function useI18n(): I18n {
  const locale = useLocaleStore((state) => state.locale);
  return useMemo(() => i18nOf(locale), [locale]);
}

/** Outside of components (toasts made by commands): sentences in the language of now. */
export function i18nNow(): I18n {
  return i18nOf(currentLocale());
}
