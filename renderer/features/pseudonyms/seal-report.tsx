import type { ReactNode } from 'react';
import type { SealReport as Report } from '../../../src/pseudonyms/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { KeptOriginals } from './kept-originals.tsx';
import { OtherFiles } from './other-files.tsx';
import { OccurrenceLine } from './occurrence-line.tsx';

/** What was taken out, what still holds a name, and what nobody here can know. */
export function SealReport({ report }: { readonly report: Report }): ReactNode {
  const { t } = useI18n();
  const { remaining, originalsKept } = report;
  return (
    <>
      <ul className="pseudonyms-gone">
        <li>{t('pseudonyms.removedNames', { count: report.pseudonyms })}</li>
        <li>{t('pseudonyms.sealedSteps', { count: report.steps })}</li>
        <li>{t('pseudonyms.droppedOriginals', { count: report.originalsDropped })}</li>
        <li>{t('pseudonyms.removedBackups', { count: report.backupsRemoved })}</li>
      </ul>
      <KeptOriginals originals={originalsKept} />
      <p>{t(remaining.length === 0 ? 'pseudonyms.nothingRemains' : 'pseudonyms.remains')}</p>
      {remaining.length > 0 && (
        <ul className="pseudonyms-remaining">
          {remaining.map((each, at) => (
            <OccurrenceLine key={`${at} ${each.place} ${each.id}`} occurrence={each} />
          ))}
        </ul>
      )}
      <OtherFiles files={report.otherFiles} />
      <p className="pseudonyms-hint">{t('pseudonyms.copiesUnknown')}</p>
    </>
  );
}
