import { TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { MessageKey } from '../../i18n/areas.ts';
import type { SealReport as Report } from '../../../src/pseudonyms/contract.ts';
import { useCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SealReport } from './seal-report.tsx';

const GONE: readonly MessageKey[] = [
  'pseudonyms.goneKey',
  'pseudonyms.goneHistory',
  'pseudonyms.goneTexts',
  'pseudonyms.goneBackups',
];

interface SealDialogProps {
  /** How many names could still be replaced. */
  readonly waiting: number;
  readonly onClose: () => void;
}

/** Asks before the names go for good, naming all that goes with them; then tells what still holds a name. */
export function SealDialog({ waiting, onClose }: SealDialogProps): ReactNode {
  const { t } = useI18n();
  const [keepOriginals, setKeepOriginals] = useState(false);
  const [report, setReport] = useState<Report | null>(null);
  const seal = useCommand('pseudonyms.seal');
  const run = async (): Promise<void> => {
    const done = await seal.run({ confirmed: true, dropOriginals: !keepOriginals });
    if (done.ok) setReport(done.value);
  };
  if (report !== null)
    return (
      <Dialog
        title={t('pseudonyms.sealedTitle')}
        isOpen
        onClose={onClose}
        size="medium"
        reading
        footer={
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('common.close')}
          </Button>
        }
      >
        <SealReport report={report} />
      </Dialog>
    );
  return (
    <Dialog
      title={t('pseudonyms.sealTitle')}
      isOpen
      onClose={onClose}
      size="medium"
      role="alertdialog"
      holds
      footer={
        <>
          <Button autoFocus isDisabled={seal.pending} onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="danger" isDisabled={seal.pending} onPress={() => void run()}>
            {t('pseudonyms.sealForGood')}
          </Button>
        </>
      }
    >
      {waiting > 0 && (
        <p className="pseudonyms-warning pseudonyms-waiting">
          <TriangleAlert size={14} aria-hidden />
          {t('pseudonyms.waiting', { count: waiting })}
        </p>
      )}
      <p>{t('pseudonyms.sealIntro')}</p>
      <ul className="pseudonyms-gone">
        {GONE.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
        {!keepOriginals && <li>{t('pseudonyms.goneOriginals')}</li>}
      </ul>
      <Checkbox isSelected={keepOriginals} onChange={setKeepOriginals}>
        {t('pseudonyms.keepOriginals')}
      </Checkbox>
      <p className="pseudonyms-final">{t('pseudonyms.sealFinal')}</p>
    </Dialog>
  );
}
