import { createInstance } from 'i18next';
import type { Locale } from '../../src/settings/contract.ts';
import { areasEn, areasFr, type MessageKey } from './areas.ts';
import { formatNumber } from './format.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * The texts as i18next is given them. French has a third plural form, for whole millions; our sentences read the same
 * there. `{{count}}` chooses the plural and is written as the language writes numbers, so it is filled from `countText`.
 */
function prepared(areas: Readonly<Record<string, Texts>>): Record<string, Texts> {
  return Object.fromEntries(
    Object.entries(areas).map(([area, texts]) => [
      area,
      Object.fromEntries(Object.entries(texts).flatMap(forms)),
    ]),
  );
}

function forms([key, text]: [string, string]): [string, string][] {
  const filled = text.replaceAll('{{count}}', '{{countText}}');
  return key.endsWith('_other')
    ? [
        [key, filled],
        [key.replace(/_other$/u, '_many'), filled],
      ]
    : [[key, filled]];
}

const instance = createInstance();

void instance.init({
  lng: 'fr',
  fallbackLng: false,
  nsSeparator: false,
  resources: { fr: { translation: prepared(areasFr) }, en: { translation: prepared(areasEn) } },
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** What a sentence is filled with; `count` chooses the plural and is written in its place too. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The sentence of a key in a language. */
export function translate(locale: Locale, key: MessageKey, values: MessageValues = {}): string {
  const written = Object.entries(values).map(([name, value]): [string, string] => [
    name === 'count' ? 'countText' : name,
    typeof value === 'number' ? formatNumber(value, locale) : value,
  ]);
  const count = values['count'];
  return instance.t(key, {
    lng: locale,
    ...Object.fromEntries(written),
    ...(typeof count === 'number' ? { count } : {}),
  });
}

/** The language of the system, as far as the window knows it. */
export function systemLocale(languages: readonly string[] = navigator.languages): Locale {
  return (languages[0] ?? 'en').toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
