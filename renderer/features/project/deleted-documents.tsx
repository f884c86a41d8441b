import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { askToErase } from '../documents/delete-dialog-state.ts';

/** Documents that are deleted but whose words the history keeps, and a way to be rid of them. */
export function DeletedDocuments(): ReactNode {
  const { t, list } = useI18n();
  const readOnly = useSession((state) => state.project?.readOnly ?? true);
  const deleted = useCall('documents.deleted', {}).data ?? [];
  if (deleted.length === 0) return null;
  return (
    <div className="project-place">
      <span className="field-label">{t('documents.deletedKept')}</span>
      <span className="project-path" title={list(deleted.map(({ name }) => name))}>
        {t('documents.deletedCount', { count: deleted.length })}
      </span>
      <Button isDisabled={readOnly} onPress={() => askToErase(deleted)}>
        {t('documents.forGoodMore')}
      </Button>
    </div>
  );
}
