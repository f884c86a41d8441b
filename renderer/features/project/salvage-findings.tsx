import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { tellWhatIsMissing, useDamaged } from './damaged-store.ts';

/** What a recovery could not bring back, and what is to be looked at. */
export function SalvageFindings(): ReactNode {
  const { t } = useI18n();
  const findings = useDamaged((state) => state.findings);
  if (findings === null) return null;
  const close = (): void => tellWhatIsMissing(null);
  return (
    <Dialog
      title={t('home.salvagedTitle')}
      isOpen
      onClose={close}
      size="medium"
      footer={
        <Button variant="primary" autoFocus onPress={close}>
          {t('common.close')}
        </Button>
      }
    >
      <p>{t('home.salvagedWhat')}</p>
      <ul>
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </Dialog>
  );
}
