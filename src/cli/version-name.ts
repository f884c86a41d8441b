import { fill } from '../errors/describe.ts';
import type { Locale } from '../settings/contract.ts';
import type { CodebookVersion } from '../versions/contract.ts';
import { word } from './words.ts';

const REASONS = {
  named: 'versionNamed',
  merge: 'beforeMerge',
  split: 'beforeSplit',
  remove: 'beforeRemoval',
} as const;

/** What a version is called: its name, or what it was kept before. */
export function versionName(version: CodebookVersion, locale: Locale): string {
  if (version.name !== '') return version.name;
  return fill(word(REASONS[version.reason], locale), { codes: version.subject });
}
