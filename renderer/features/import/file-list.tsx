import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { chooseFolder } from '../../app/file-field.ts';
import { sayNothingFound } from '../../app/receive-files.ts';
import { getShell, incoming } from '../../app/shell.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { FileCard } from './file-card.tsx';
import type { FileEntry } from './import-model.ts';
import type { ImportSession } from './import-store.ts';

export interface FileListProps {
  readonly session: ImportSession;
  readonly entries: readonly FileEntry[];
  readonly selected: number | null;
}

/** The files on their way, and a place to add some. */
export function FileList({ session, entries, selected }: FileListProps): ReactNode {
  const { t } = useI18n();
  const browse = async (): Promise<void> => session.add(await getShell().pickImportFiles());
  const browseFolder = async (): Promise<void> => {
    const files = await chooseFolder();
    if (files === null) return;
    if (files.length === 0) sayNothingFound();
    else session.add(incoming(files));
  };
  return (
    <div className="import-files">
      <div className="import-drop">
        <FileDown size={20} aria-hidden />
        <span>{t(entries.length === 0 ? 'import.drop' : 'import.dropMore')}</span>
        <Button onPress={() => void browse()}>{t('common.browse')}</Button>
        <Button onPress={() => void browseFolder()}>{t('import.folder')}</Button>
      </div>
      <ul className="import-list" aria-label={t('import.files')}>
        {entries.map((entry) => (
          <FileCard key={entry.key} session={session} entry={entry} isSelected={entry.key === selected} />
        ))}
      </ul>
    </div>
  );
}
