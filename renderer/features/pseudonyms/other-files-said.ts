import { i18nNow } from '../../i18n/use-i18n.ts';

/** One line about the other files of the project that still hold what was taken out; none where there are none. */
export function otherFilesSaid(files: readonly string[]): readonly string[] {
  if (files.length === 0) return [];
  const names = files.map((file) => file.split(/[\\/]/u).at(-1) ?? file).join(', ');
  return [i18nNow().t('pseudonyms.otherFilesNamed', { count: files.length, names })];
}
