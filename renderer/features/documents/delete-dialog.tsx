import { useState, type ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import { useCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toasts.ts';
import { otherFilesSaid } from '../pseudonyms/other-files-said.ts';
import { closeDeleteQuestion, useDeleteQuestion, type DeleteQuestion } from './delete-dialog-state.ts';
import { removeDocument } from './document-commands.ts';

/** The question before a document goes: so that it can be undone, or for good. */
export function DeleteDialog(): ReactNode {
  const question = useDeleteQuestion((state) => state.open);
  if (question === null) return null;
  return <Question key={question.documents.map(({ id }) => id).join()} question={question} />;
}

function Question({ question: { documents, isDeleted } }: { readonly question: DeleteQuestion }): ReactNode {
  const { t, list } = useI18n();
  const [forGood, setForGood] = useState(isDeleted);
  const documentIds = documents.map(({ id }) => id);
  const impact = useCall('documents.erasureImpact', { documentIds }).data;
  const erase = useCommand('documents.deleteForGood');
  const name = documents[0]?.name ?? '';
  const count = documents.length;
  const remove = (): void => {
    const [document] = documents;
    closeDeleteQuestion();
    if (document !== undefined) void removeDocument(document);
  };
  const run = async (): Promise<void> => {
    const done = await erase.run({ confirmed: true, documentIds });
    if (!done.ok) return;
    const text = [
      t('documents.erased', { count, name }),
      t('pseudonyms.removedBackups', { count: done.value.backupsRemoved }),
      ...(done.value.unfinished ? [t('documents.erasureUnfinished')] : []),
      ...otherFilesSaid(done.value.otherFiles),
    ].join(' · ');
    toast({ kind: done.value.otherFiles.length > 0 ? 'warn' : 'ok', text });
    closeDeleteQuestion();
  };
  const along = [
    ...(impact !== undefined && impact.codings > 0
      ? [t('documents.codings', { count: impact.codings })]
      : []),
    ...(impact !== undefined && impact.memos > 0 ? [t('documents.memos', { count: impact.memos })] : []),
  ];
  return (
    <Dialog
      title={t(forGood ? 'documents.eraseTitle' : 'documents.deleteTitle', { count, name })}
      isOpen
      onClose={closeDeleteQuestion}
      size="medium"
      role="alertdialog"
      holds={forGood}
      footerStart={
        forGood ? null : <Button onPress={() => setForGood(true)}>{t('documents.forGoodMore')}</Button>
      }
      footer={
        <>
          <Button autoFocus={forGood} isDisabled={erase.pending} onPress={closeDeleteQuestion}>
            {t('common.cancel')}
          </Button>
          {forGood ? (
            <Button variant="danger" isDisabled={erase.pending} onPress={() => void run()}>
              {t('documents.eraseDo')}
            </Button>
          ) : (
            <Button variant="danger" autoFocus onPress={remove}>
              {t('documents.remove')}
            </Button>
          )}
        </>
      }
    >
      <div className="project-part-form">
        {along.length > 0 && <p>{t('documents.deleteAlong', { what: list(along) })}</p>}
        {forGood ? (
          <>
            {isDeleted && count > 1 && <p>{list(documents.map((each) => each.name))}</p>}
            <p>{t('documents.eraseWords')}</p>
            <p>{t('documents.eraseQuotations')}</p>
            {impact !== undefined && impact.steps > 0 && (
              <p>{t('documents.eraseSteps', { count: impact.steps })}</p>
            )}
            <p>{t('pseudonyms.sealFinal')}</p>
          </>
        ) : (
          <p>{t('documents.deleteStays')}</p>
        )}
      </div>
    </Dialog>
  );
}
