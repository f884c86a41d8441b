import { useState, type ReactNode } from 'react';
import type { Withdrawal, WithdrawalReport } from '../../../src/erasure/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { OtherFiles } from '../pseudonyms/other-files.tsx';
import { OccurrenceLine } from '../pseudonyms/occurrence-line.tsx';
import { closeWithdrawal, useWithdrawal } from './withdraw-state.ts';
import '../pseudonyms/pseudonyms.css';

/** The question and the report about whoever withdraws, if anyone does. */
export function Withdrawing(): ReactNode {
  const person = useWithdrawal((state) => state.person);
  if (person === null) return null;
  return <WithdrawDialog participantId={person.id} name={person.name} onClose={closeWithdrawal} />;
}

interface WithdrawDialogProps {
  readonly participantId: number;
  readonly name: string;
  readonly onClose: () => void;
}

/** Shows what the withdrawal of a person's consent takes away before it does, and then what still mentions them. */
function WithdrawDialog({ participantId, name, onClose }: WithdrawDialogProps): ReactNode {
  const { t } = useI18n();
  const [report, setReport] = useState<WithdrawalReport | null>(null);
  const withdraw = useCommand('participants.withdraw');
  const run = async (): Promise<void> => {
    const done = await withdraw.run({ confirmed: true, participantId });
    if (done.ok) setReport(done.value);
  };
  if (report !== null)
    return (
      <Dialog
        title={t('settings.withdrawnTitle', { name })}
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
        <Figures plan={report} />
        <p>{t('pseudonyms.removedBackups', { count: report.backupsRemoved })}</p>
        {report.unfinished && <p>{t('documents.erasureUnfinished')}</p>}
        <Mentions plan={report} />
        <OtherFiles files={report.otherFiles} />
        <p className="pseudonyms-hint">{t('pseudonyms.copiesUnknown')}</p>
      </Dialog>
    );
  return (
    <Dialog
      title={t('settings.withdrawTitle', { name })}
      isOpen
      onClose={onClose}
      size="medium"
      role="alertdialog"
      holds
      reading
      footer={
        <>
          <Button autoFocus isDisabled={withdraw.pending} onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="danger" isDisabled={withdraw.pending} onPress={() => void run()}>
            {t('settings.withdrawDo')}
          </Button>
        </>
      }
    >
      <Preview participantId={participantId} />
    </Dialog>
  );
}

function Preview({ participantId }: { readonly participantId: number }): ReactNode {
  const { t } = useI18n();
  const plan = useCall('participants.withdrawal', { participantId }).data;
  if (plan === undefined) return null;
  return (
    <>
      <p>{t('settings.withdrawIntro')}</p>
      <Figures plan={plan} />
      {plan.steps > 0 && <p>{t('documents.eraseSteps', { count: plan.steps })}</p>}
      <p>{t('documents.eraseQuotations')}</p>
      <Mentions plan={plan} />
      <p className="pseudonyms-final">{t('pseudonyms.sealFinal')}</p>
    </>
  );
}

function Figures({ plan }: { readonly plan: Withdrawal }): ReactNode {
  const { t } = useI18n();
  return (
    <ul className="pseudonyms-gone">
      {plan.documents.map(({ id, name, whole, turns }) => (
        <li key={id}>
          {whole
            ? t('settings.withdrawWhole', { name })
            : t('settings.withdrawTurns', { name, count: turns })}
        </li>
      ))}
      {plan.codings > 0 && <li>{t('documents.codings', { count: plan.codings })}</li>}
      {plan.memos > 0 && <li>{t('documents.memos', { count: plan.memos })}</li>}
      {plan.values > 0 && <li>{t('settings.withdrawValues', { count: plan.values })}</li>}
      {plan.pseudonyms > 0 && <li>{t('settings.withdrawPseudonyms', { count: plan.pseudonyms })}</li>}
    </ul>
  );
}

function Mentions({ plan: { mentions } }: { readonly plan: Withdrawal }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <p>{t(mentions.length === 0 ? 'settings.withdrawNoMention' : 'settings.withdrawMentions')}</p>
      {mentions.length > 0 && (
        <ul className="pseudonyms-remaining withdraw-mentions">
          {mentions.map((each, at) => (
            <OccurrenceLine key={`${at} ${each.place} ${each.id}`} occurrence={each} />
          ))}
        </ul>
      )}
    </>
  );
}
