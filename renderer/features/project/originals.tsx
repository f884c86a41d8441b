import { useState, type ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DropOriginalsDialog } from './drop-originals-dialog.tsx';

/** How many imported files the project keeps, and a way to be rid of them. */
export function Originals(): ReactNode {
  const { t, bytes } = useI18n();
  const readOnly = useSession((state) => state.project?.readOnly ?? true);
  const kept = useCall('documents.originals', {}).data;
  const [asking, setAsking] = useState(false);
  if (kept === undefined) return null;
  const none = kept.files === 0;
  return (
    <div className="project-place">
      <span className="field-label">{t('settings.originals')}</span>
      <span className="project-path">
        {none
          ? t('settings.originalsNone')
          : t('settings.originalsKept', { count: kept.files, size: bytes(kept.bytes) })}
      </span>
      {!none && (
        <Button isDisabled={readOnly} onPress={() => setAsking(true)}>
          {t('settings.originalsDrop')}
        </Button>
      )}
      {asking && <DropOriginalsDialog files={kept.files} onClose={() => setAsking(false)} />}
    </div>
  );
}
