import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';

/** Other files of the project beside it, which still hold what was taken out of it for good. */
export function OtherFiles({ files }: { readonly files: readonly string[] }): ReactNode {
  const { t } = useI18n();
  if (files.length === 0) return null;
  return (
    <>
      <p>{t('pseudonyms.otherFiles', { count: files.length })}</p>
      <ul className="pseudonyms-files">
        {files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
    </>
  );
}
