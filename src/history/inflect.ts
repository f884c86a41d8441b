import type { Locale } from '../settings/contract.ts';

/**
 * The sentence with each `{count:one|many}` replaced by the form that goes with the number `count` of the values; by
 * the second form where there is no such number. `{count}` itself stays to be filled.
 */
export function inflect(sentence: string, values: Readonly<Record<string, unknown>>, locale: Locale): string {
  return sentence.replaceAll(
    /\{(\w+):([^|{}]*)\|([^{}]*)\}/gu,
    (_whole, key: string, one: string, many: string) => {
      const value = values[key];
      return typeof value === 'number' && isSingular(value, locale) ? one : many;
    },
  );
}

/** French says « 0 segment », English “0 segments”. */
function isSingular(count: number, locale: Locale): boolean {
  return locale === 'fr' ? Math.abs(count) < 2 : count === 1;
}
