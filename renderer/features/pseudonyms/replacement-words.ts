import { i18nNow } from '../../i18n/use-i18n.ts';

/** « 37 remplacements dans 8 documents »; names outside of the texts are in no document. */
export function replacementWords(replacements: number, documents: number): string {
  const { t } = i18nNow();
  const count = t('pseudonyms.replacements', { count: replacements });
  return documents === 0 ? count : `${count} ${t('pseudonyms.inDocuments', { count: documents })}`;
}
