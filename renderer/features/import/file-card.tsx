import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleX,
  Copy,
  FileText,
  FileType2,
  Table2,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { getShell } from '../../app/shell.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { readingOf, statusOf, type FileEntry, type FileStatus } from './import-model.ts';
import type { ImportSession } from './import-store.ts';
import { turnsOf } from './speaker-choices.ts';

export interface FileCardProps {
  readonly session: ImportSession;
  readonly entry: FileEntry;
  readonly isSelected: boolean;
}

const STATUS: Readonly<Record<FileStatus, { readonly label: MessageKey; readonly icon: LucideIcon | null }>> =
  {
    waiting: { label: 'import.waiting', icon: null },
    reading: { label: 'import.reading', icon: null },
    ready: { label: 'import.ready', icon: CircleCheck },
    check: { label: 'import.check', icon: CircleAlert },
    'no-speakers': { label: 'import.noSpeakers', icon: CircleAlert },
    duplicate: { label: 'import.duplicate', icon: Copy },
    version: { label: 'import.version', icon: Copy },
    skipped: { label: 'import.skipped', icon: Ban },
    table: { label: 'tables.next', icon: null },
    failed: { label: 'import.failed', icon: CircleX },
  };

/** One file: its name, what was found, how far it is, or why it cannot be read. */
export function FileCard({ session, entry, isSelected }: FileCardProps): ReactNode {
  const { key, file, state } = entry;
  if (state.kind === 'failed') return <FailedCard session={session} entry={entry} message={state.message} />;
  const Icon =
    state.kind === 'table' ? Table2 : file.name.toLowerCase().endsWith('.docx') ? FileText : FileType2;
  const reading = readingOf(state);
  return (
    <li className="file-card" data-selected={isSelected || undefined}>
      <button
        type="button"
        className="file-card-open"
        aria-pressed={isSelected}
        disabled={state.kind !== 'draft'}
        onClick={() => session.select(key)}
      >
        <Icon size={18} aria-hidden />
        <span className="file-card-text">
          <strong title={file.name}>{file.name}</strong>
          <Facts entry={entry} />
        </span>
        <Status entry={entry} />
      </button>
      <Remove session={session} entry={entry} />
      {reading !== null && (
        <div className="file-card-progress">
          <ProgressBar label={file.name} {...(reading.share === null ? {} : { value: reading.share })} />
        </div>
      )}
    </li>
  );
}

function Facts({ entry: { file, state } }: { readonly entry: FileEntry }): ReactNode {
  const { t, bytes } = useI18n();
  if (state.kind === 'table') return <span>{t('tables.nextHint')}</span>;
  if (state.kind !== 'draft') return <span>{file.size === null ? '\u00a0' : bytes(file.size)}</span>;
  const { words } = state.draft;
  const turns = turnsOf(state.choices.speakers, state.draft);
  return (
    <span>
      {t('import.facts', {
        words: t('common.words', { count: words }),
        turns: t('common.turns', { count: turns }),
      })}
    </span>
  );
}

function Status({ entry }: { readonly entry: FileEntry }): ReactNode {
  const { t, percent } = useI18n();
  const status = statusOf(entry);
  const { label, icon: Icon } = STATUS[status];
  const { state } = entry;
  const known = state.kind === 'reading' && state.share !== null;
  return (
    <span className="file-card-status" data-status={status}>
      {Icon !== null && <Icon size={16} aria-hidden />}
      {known ? t('import.readingPercent', { percent: percent(state.share ?? 0, 0) }) : t(label)}
    </span>
  );
}

function Remove({
  session,
  entry,
}: {
  readonly session: ImportSession;
  readonly entry: FileEntry;
}): ReactNode {
  const { t } = useI18n();
  const busy = entry.state.kind === 'reading' || entry.state.kind === 'waiting';
  return (
    <IconButton
      icon={X}
      size="small"
      className="file-card-remove"
      label={t(busy ? 'import.stop' : 'import.removeFile', { name: entry.file.name })}
      onPress={() => session.remove(entry.key)}
    />
  );
}

interface FailedCardProps {
  readonly session: ImportSession;
  readonly entry: FileEntry;
  readonly message: string;
}

function FailedCard({ session, entry: { key, file }, message }: FailedCardProps): ReactNode {
  const { t } = useI18n();
  const replace = async (): Promise<void> => {
    const [first, ...more] = await getShell().pickImportFiles();
    if (first !== undefined) session.replace(key, first);
    session.add(more);
  };
  return (
    <li className="file-card file-card-failed">
      <div className="file-card-head">
        <FileType2 size={18} aria-hidden />
        <strong title={file.name}>{file.name}</strong>
        <span className="file-card-status" data-status="failed">
          <CircleX size={16} aria-hidden />
          {t('import.failed')}
        </span>
      </div>
      <p role="alert">{message}</p>
      <div className="file-card-actions">
        <Button size="small" onPress={() => void replace()}>
          {t('import.replaceFile')}
        </Button>
        <Button size="small" variant="quiet" onPress={() => session.remove(key)}>
          {t('common.remove')}
        </Button>
      </div>
    </li>
  );
}
