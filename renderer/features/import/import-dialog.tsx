import { useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useIncoming } from '../../app/incoming-files.ts';
import { useNavigation } from '../../app/navigation.ts';
import { openTables, type IncomingFile } from '../../app/windows.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { undoToast } from '../../app/history.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftPanel } from './draft-panel.tsx';
import { FileList } from './file-list.tsx';
import { countFiles, isUnsettled, type Counts, type FileEntry } from './import-model.ts';
import { ImportSession } from './import-store.ts';
import './import-dialog.css';

export interface ImportDialogProps {
  readonly files: readonly IncomingFile[];
  readonly onClose: () => void;
}

/** Reads files, shows what was found in them, and brings them in once the person agrees. */
export function ImportDialog({ files, onClose }: ImportDialogProps): ReactNode {
  const { t } = useI18n();
  const session = useImportSession(files);
  const { files: entries, selected, importing, touched } = useStore(session.store);
  const counts = countFiles(entries);
  const shown = entries.find(({ key }) => key === selected);
  const confirm = async (): Promise<void> => {
    const documentIds = await session.confirm();
    if (documentIds === null) return;
    leave();
    arrive(documentIds);
  };
  const leave = (): void => {
    const tables = entries.filter(({ state }) => state.kind === 'table').map(({ file }) => file);
    if (tables.length > 0) openTables(tables);
    else onClose();
  };
  const onlyTables = counts.ready === 0 && counts.tables > 0;
  return (
    <Dialog
      title={t('import.title')}
      isOpen
      onClose={onClose}
      size="huge"
      flush
      holds
      hasWork={touched && counts.ready > 0}
      footerStart={<span aria-live="polite">{summary(counts)}</span>}
      footer={
        <>
          <Button size="large" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            size="large"
            variant="primary"
            isDisabled={(counts.ready === 0 && !onlyTables) || importing || isUnsettled(entries)}
            onPress={() => (onlyTables ? leave() : void confirm())}
          >
            {importing
              ? t('import.importing')
              : onlyTables
                ? t('tables.continue', { count: counts.tables })
                : counts.ready === 0
                  ? t('import.importNone')
                  : t('import.importCount', { count: counts.ready })}
          </Button>
        </>
      }
    >
      <div className="import">
        <FileList session={session} entries={entries} selected={selected} />
        <div className="import-draft">
          {shown?.state.kind === 'draft' ? (
            <DraftPanel
              key={shown.key}
              session={session}
              entry={shown}
              state={shown.state}
              entries={entries}
              onEmptied={onClose}
            />
          ) : (
            <p className="import-empty">{t(emptyPane(entries, counts))}</p>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function useImportSession(files: readonly IncomingFile[]): ImportSession {
  const [session] = useState(() => new ImportSession());
  useEffect(() => {
    session.add(files);
    const takeDropped = (): void => {
      const dropped = useIncoming.getState().take();
      if (dropped.length > 0) session.add(dropped);
    };
    takeDropped();
    const unsubscribe = useIncoming.subscribe(takeDropped);
    return () => {
      unsubscribe();
      session.close();
    };
  }, [session, files]);
  return session;
}

function arrive(documentIds: readonly number[]): void {
  undoToast(i18nNow().t('import.imported', { count: documentIds.length }));
  const { documentId, openDocument } = useNavigation.getState();
  const first = documentIds[0];
  if (documentId === null && first !== undefined) openDocument(first);
}

/** What is said where a preview will stand. */
function emptyPane(entries: readonly FileEntry[], counts: Counts): MessageKey {
  if (entries.length === 0) return 'import.nothingYet';
  return counts.reading > 0 ? 'import.emptyReading' : 'import.empty';
}

/** « 3 fichiers prêts, 1 en cours, 1 à remplacer ». */
function summary(counts: Counts): string {
  const { t } = i18nNow();
  const parts = [
    counts.ready > 0 ? t('import.countReady', { count: counts.ready }) : '',
    counts.reading > 0 ? t('import.countReading', { count: counts.reading }) : '',
    counts.duplicate > 0 ? t('import.countDuplicate', { count: counts.duplicate }) : '',
    counts.version > 0 ? t('import.countVersion', { count: counts.version }) : '',
    counts.tables > 0 ? t('tables.countTables', { count: counts.tables }) : '',
    counts.failed > 0 ? t('import.countFailed', { count: counts.failed }) : '',
  ];
  return parts.filter(Boolean).join(', ');
}
