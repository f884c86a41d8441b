import type { ReactNode } from 'react';
import type { OutputOf } from '../../../src/contract/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';

export type BackupList = OutputOf<'backups.list'>;
export type BackupCopy = BackupList['copies'][number];

interface CopyRowProps {
  readonly copy: BackupCopy;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A backup: when, why, how large, and what it holds. */
export function CopyRow({ copy, isChosen, onChoose }: CopyRowProps): ReactNode {
  const { t, bytes, dateTime } = useI18n();
  const { documents, codings } = copy;
  return (
    <label className="backups-row">
      <input type="radio" name="backup" checked={isChosen} onChange={onChoose} />
      <time dateTime={copy.at}>{dateTime(copy.at)}</time>
      <span className="backups-reason">{t(`backups.reason_${copy.reason}`)}</span>
      <span className="backups-contents">
        {documents === null || codings === null
          ? t('backups.unread')
          : t('backups.contents', {
              documents: t('common.documents', { count: documents }),
              segments: t('common.segments', { count: codings }),
            })}
      </span>
      <span className="backups-size">{bytes(copy.bytes)}</span>
    </label>
  );
}
