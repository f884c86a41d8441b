import { previousWordBoundary } from '../../../../src/text/words.ts';

/** A code name made of the participant's own words: one line, no stop at its end, not longer than a name may be. */
export function inVivoName(quotation: string, longest = 80): string {
  const line = quotation
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s«»“”"'‘([,;:–—-]+/gu, '')
    .replaceAll(/[\s«»“”"([,;:.…–—-]+$/gu, '');
  if (line.length <= longest) return line;
  const cut = previousWordBoundary(line, longest, 'end');
  return `${line
    .slice(0, cut > longest / 2 ? cut : longest)
    .toWellFormed()
    .trimEnd()}…`;
}
