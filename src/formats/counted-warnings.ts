import type { ParsedWarning, WarningCode } from './parsed-document.ts';

export interface ReadCounts {
  readonly insertions?: number;
  readonly deletions?: number;
  readonly hidden?: number;
  readonly images?: number;
}

/** What a person should know about what does not show in the text. */
export function countedWarnings(counts: ReadCounts, text: string): readonly ParsedWarning[] {
  const { insertions = 0, deletions = 0, hidden = 0, images = 0 } = counts;
  const warnings: ParsedWarning[] = [];
  if (insertions + deletions > 0) {
    warnings.push({ code: 'tracked-changes', details: { insertions, deletions } });
  }
  const counted: readonly (readonly [WarningCode, number])[] = [
    ['hidden-text', hidden],
    ['images-left-out', images],
    ['characters-replaced', text.split('\uFFFD').length - 1],
  ];
  for (const [code, count] of counted) if (count > 0) warnings.push({ code, details: { count } });
  return warnings;
}
