import { CircleX, FileDown, Table2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { getShell } from '../../app/shell.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { TableEntry } from './table-model.ts';
import type { TableSession } from './table-store.ts';

export interface TableFilesProps {
  readonly session: TableSession;
  readonly entries: readonly TableEntry[];
  readonly selected: number | null;
}

/** The tables on their way, and a place to add some. */
export function TableFiles({ session, entries, selected }: TableFilesProps): ReactNode {
  const { t } = useI18n();
  const browse = async (): Promise<void> => session.add(await getShell().pickTableFiles());
  return (
    <>
      <div className="tables-drop" data-more={entries.length > 0 || undefined}>
        <FileDown size={20} aria-hidden />
        <span>{t(entries.length === 0 ? 'tables.drop' : 'tables.dropMore')}</span>
        <Button onPress={() => void browse()}>{t('common.browse')}</Button>
      </div>
      {entries.length > 0 && (
        <ul className="tables-files" aria-label={t('tables.files')}>
          {entries.map((entry) => (
            <TableFile key={entry.key} session={session} entry={entry} isSelected={entry.key === selected} />
          ))}
        </ul>
      )}
    </>
  );
}

interface TableFileProps {
  readonly session: TableSession;
  readonly entry: TableEntry;
  readonly isSelected: boolean;
}

function TableFile({ session, entry, isSelected }: TableFileProps): ReactNode {
  const { t } = useI18n();
  const { key, file, state } = entry;
  const failed = state.kind === 'failed';
  const Icon = failed ? CircleX : Table2;
  return (
    <li className="tables-file" data-selected={isSelected || undefined} data-failed={failed || undefined}>
      <button
        type="button"
        className="tables-file-open"
        aria-pressed={isSelected}
        onClick={() => session.select(key)}
      >
        <Icon size={18} aria-hidden />
        <span className="tables-file-text">
          <strong title={file.name}>{file.name}</strong>
          <Facts entry={entry} />
        </span>
      </button>
      <IconButton
        icon={X}
        size="small"
        className="tables-file-remove"
        label={t('import.removeFile', { name: file.name })}
        onPress={() => session.remove(key)}
      />
      {failed && <p role="alert">{state.message}</p>}
    </li>
  );
}

function Facts({ entry: { file, state } }: { readonly entry: TableEntry }): ReactNode {
  const { t, bytes } = useI18n();
  switch (state.kind) {
    case 'waiting':
      return <span>{file.size === null ? t('import.waiting') : bytes(file.size)}</span>;
    case 'reading':
      return <span>{t('import.reading')}</span>;
    case 'failed':
      return <span>{t('import.failed')}</span>;
    case 'draft': {
      const { rows, columns } = state.draft;
      return (
        <span>
          {t('tables.facts', {
            rows: t('tables.rowCount', { count: rows }),
            columns: t('tables.columnCount', { count: columns.length }),
          })}
        </span>
      );
    }
  }
}
