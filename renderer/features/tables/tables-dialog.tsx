import { useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { undoToast } from '../../app/history.ts';
import { useIncoming } from '../../app/incoming-files.ts';
import { useNavigation } from '../../app/navigation.ts';
import type { IncomingFile } from '../../app/windows.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { isTableFile } from '../../app/file-kinds.ts';
import { changesSomething, outcomeWords, type Outcome } from './outcome-words.ts';
import { PlanLine } from './plan-line.tsx';
import { PurposeForm } from './purpose-form.tsx';
import { ReadingForm } from './reading-form.tsx';
import { TableFiles } from './table-files.tsx';
import type { TableEntry } from './table-model.ts';
import { TablePane } from './table-pane.tsx';
import { TableSession } from './table-store.ts';
import { usePlan } from './use-plan.ts';
import './tables.css';

export interface TablesDialogProps {
  readonly files: readonly IncomingFile[];
  readonly onClose: () => void;
}

/** Reads tables, shows what each column would become, and brings them in once the person agrees. */
export function TablesDialog({ files, onClose }: TablesDialogProps): ReactNode {
  const { t } = useI18n();
  const session = useTableSession(files);
  const { tables, selected, importing, touched } = useStore(session.store);
  const shown = tables.find(({ key }) => key === selected);
  const draft = shown?.state.kind === 'draft' ? shown.state : null;
  const plan = usePlan(draft);
  const { outcome, isCurrent } = plan;
  const confirm = async (): Promise<void> => {
    const done = shown === undefined ? null : await session.confirm(shown.key);
    if (done === null) return;
    if (session.store.getState().tables.length === 0) onClose();
    arrive(done);
  };
  return (
    <Dialog
      title={t('tables.title')}
      isOpen
      onClose={onClose}
      size="huge"
      flush
      holds
      hasWork={touched && draft !== null}
      footerStart={draft !== null && <PlanLine choices={draft.choices} plan={plan} />}
      footer={
        <>
          <Button size="large" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            size="large"
            variant="primary"
            isDisabled={outcome === null || !isCurrent || importing || !changesSomething(outcome)}
            onPress={() => void confirm()}
          >
            {importing ? t('import.importing') : buttonWords(outcome)}
          </Button>
        </>
      }
    >
      <div className="tables">
        <div className="tables-side">
          <TableFiles session={session} entries={tables} selected={selected} />
          {shown !== undefined && draft !== null && (
            <>
              <ReadingForm
                session={session}
                tableKey={shown.key}
                draft={draft.draft}
                rereading={draft.rereading}
              />
              <PurposeForm session={session} tableKey={shown.key} state={draft} />
            </>
          )}
        </div>
        <div className="tables-main">
          {shown !== undefined && draft !== null ? (
            <TablePane key={shown.key} session={session} tableKey={shown.key} state={draft} plan={plan} />
          ) : (
            <Waiting entry={shown} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Waiting({ entry }: { readonly entry: TableEntry | undefined }): ReactNode {
  const { t } = useI18n();
  if (entry?.state.kind !== 'reading')
    return (
      <p className="tables-empty">{t(entry === undefined ? 'tables.nothingYet' : 'tables.failedHint')}</p>
    );
  const { share } = entry.state;
  return (
    <div className="tables-empty">
      <p>{t('import.reading')}</p>
      <ProgressBar label={entry.file.name} {...(share === null ? {} : { value: share })} />
    </div>
  );
}

function useTableSession(files: readonly IncomingFile[]): TableSession {
  const [session] = useState(() => new TableSession());
  useEffect(() => {
    session.add(files);
    // Transcripts that come meanwhile wait for their own window.
    const takeDropped = (): void => session.add(useIncoming.getState().take(({ name }) => isTableFile(name)));
    const unsubscribe = useIncoming.subscribe(takeDropped);
    return () => {
      unsubscribe();
      session.close();
    };
  }, [session, files]);
  return session;
}

function buttonWords(outcome: Outcome | null): string {
  const { t } = i18nNow();
  if (outcome === null || !changesSomething(outcome)) return t('import.importNone');
  return outcome.purpose === 'survey'
    ? t('import.importCount', { count: outcome.documents })
    : t('tables.importPeople', { count: outcome.created + outcome.updated });
}

function arrive(done: Outcome): void {
  const i18n = i18nNow();
  undoToast(i18n.t('tables.done', { what: outcomeWords(done, i18n) }));
  const first = done.purpose === 'survey' ? done.documentIds[0] : undefined;
  const { documentId, openDocument } = useNavigation.getState();
  if (documentId === null && first !== undefined) openDocument(first);
}
