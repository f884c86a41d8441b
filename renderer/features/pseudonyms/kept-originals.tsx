import type { ReactNode } from 'react';
import type { KeptOriginal } from '../../../src/pseudonyms/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';

/** The imported files that were kept, each with the names that its reader found in it. */
export function KeptOriginals({ originals }: { readonly originals: readonly KeptOriginal[] }): ReactNode {
  const { t } = useI18n();
  if (originals.length === 0) return null;
  return (
    <>
      <p>{t('pseudonyms.originalsKept', { count: originals.length })}</p>
      <ul className="pseudonyms-remaining">
        {originals.map(({ documentId, title, fileName, names }) => (
          <li key={documentId} className="pseudonyms-line">
            <span className="pseudonyms-where">{title}</span>
            <span className="pseudonyms-snippet">
              {fileName} ·{' '}
              {names === null
                ? t('pseudonyms.originalUnread')
                : t('pseudonyms.originalNames', { count: names })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
