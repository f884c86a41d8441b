import { createInstance } from 'i18next';
import type { Locale } from '../../src/settings/contract.ts';
import { areasEn, areasFr, type MessageKey } from './areas.ts';
import { formatNumber } from './format.ts';

type Texts = Readonly<Record<string, string>>;

/** French has a third plural form for whole millions; our sentences read the same there. */
function withManyForms(areas: Readonly<Record<string, Texts>>): Record<string, Texts> {
  return Object.fromEntries(
    Object.entries(areas).map(([area, texts]) => [
      area,
      Object.fromEntries(
        Object.entries(texts).flatMap(([key, text]) =>
          key.endsWith('_other')
            ? [
                [key, text],
                [key.replace(/_other$/u, '_many'), text],
              ]
            : [[key, text]],
        ),
      ),
    ]),
  );
}

const instance = createInstance();

void instance.init({
  lng: 'fr',
  fallbackLng: false,
  nsSeparator: false,
  resources: { fr: { translation: withManyForms(areasFr) }, en: { translation: areasEn } },
  initAsync: false,
  interpolation: {
    escapeValue: false,
    alwaysFormat: true,
    // Numbers in sentences are written as the language writes them.
    format: (value: unknown, _format: unknown, language: string | undefined) =>
      typeof value === 'number' ? formatNumber(value, language === 'en' ? 'en' : 'fr') : String(value),
  },
});

/** What a sentence is filled with; `count` chooses the plural and is written in its place too. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The sentence of a key in a language. */
export function translate(locale: Locale, key: MessageKey, values: MessageValues = {}): string {
  return instance.t(key, { lng: locale, ...values });
}

/** The language of the system, as far as the window knows it. */
export function systemLocale(languages: readonly string[] = navigator.languages): Locale {
  return (languages[0] ?? 'en').toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
