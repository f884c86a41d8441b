import { ArrowUp, FileText, Folder, HardDrive, House, Monitor } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { fileNameOf, isProjectFile, joinPath, PROJECT_EXTENSION } from '../../app/file-kinds.ts';
import { usePathQuestion, type PathAsked, type PathQuestion } from '../../app/path-question.ts';
import { useCall } from '../../app/use-call.ts';
import type { OutputOf } from '../../../src/contract/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import './file-browser-dialog.css';

type Listing = OutputOf<'files.browse'>;
type Place = Listing['places'][number];
type Entry = Listing['entries'][number];

const PLACE_ICONS = { home: House, documents: Folder, desktop: Monitor, root: HardDrive } as const;
const PLACE_LABELS = {
  home: 'settings.browserHome',
  documents: 'settings.browserDocuments',
  desktop: 'settings.browserDesktop',
  root: 'settings.browserRoot',
} as const;

const TITLES = {
  open: 'settings.browserOpenTitle',
  create: 'settings.browserCreateTitle',
  folder: 'backups.placeTitle',
} as const;
const BUTTONS = {
  open: 'common.open',
  create: 'settings.browserHere',
  folder: 'settings.browserHere',
} as const;

/** The window of folders and project files, where no system dialog can give a path. Stands once in the frame. */
export function FileBrowserDialog(): ReactNode {
  const asked = usePathQuestion((state) => state.asked);
  return asked === null ? null : <Browser asked={asked} />;
}

function Browser({ asked: { question, answer } }: { readonly asked: PathAsked }): ReactNode {
  const { t } = useI18n();
  const [folder, setFolder] = useState<string | null>(question.kind === 'create' ? question.folder : null);
  const [fileName, setFileName] = useState(question.kind === 'create' ? question.suggested : '');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error } = useCall('files.browse', folder === null ? {} : { path: folder }, {
    keepPrevious: true,
    fresh: true,
  });
  const goTo = (path: string): void => {
    setFolder(path);
    setChosen(null);
  };
  const path =
    question.kind === 'open'
      ? chosen
      : question.kind === 'folder'
        ? (data?.path ?? null)
        : createPath(data, fileName);
  const creates = question.kind === 'create';
  return (
    <Dialog
      title={t(TITLES[question.kind])}
      isOpen
      onClose={() => answer(null)}
      size="medium"
      flush
      footer={
        <>
          <Button onPress={() => answer(null)}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={path === null} onPress={() => answer(path)}>
            {t(BUTTONS[question.kind])}
          </Button>
        </>
      }
    >
      <div className="file-browser">
        <Places places={data?.places ?? []} current={data?.path ?? null} onGo={goTo} />
        <div className="file-browser-main">
          <div className="file-browser-path">
            <IconButton
              icon={ArrowUp}
              size="small"
              label={t('settings.browserParent')}
              isDisabled={data?.parent == null}
              onPress={() => goTo(data?.parent ?? '/')}
            />
            <span title={data?.path}>{data?.path ?? ''}</span>
          </div>
          {error !== null && <p className="file-browser-error">{error.message}</p>}
          <EntryList
            question={question}
            entries={data?.entries ?? []}
            ready={data !== undefined}
            chosen={chosen}
            onChoose={setChosen}
            onGo={goTo}
            onOpen={answer}
          />
          {creates && (
            <div className="file-browser-name">
              <Field label={t('settings.browserFileName')} value={fileName} onChange={setFileName} />
            </div>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function createPath(listing: Listing | undefined, fileName: string): string | null {
  const name = fileName.trim();
  if (listing === undefined || name === '' || /[\\/]/u.test(name)) return null;
  return joinPath(listing.path, isProjectFile(name) ? name : `${name}${PROJECT_EXTENSION}`);
}

interface PlacesProps {
  readonly places: readonly Place[];
  readonly current: string | null;
  readonly onGo: (path: string) => void;
}

function Places({ places, current, onGo }: PlacesProps): ReactNode {
  const { t } = useI18n();
  return (
    <nav className="file-browser-places" aria-label={t('settings.browserPlaces')}>
      {places.map(({ kind, path }) => {
        const Icon = PLACE_ICONS[kind];
        return (
          <button
            key={kind}
            type="button"
            aria-current={path === current ? 'location' : undefined}
            title={path}
            onClick={() => onGo(path)}
          >
            <Icon size={16} aria-hidden />
            {kind === 'root'
              ? t(PLACE_LABELS.root)
              : kind === 'home'
                ? t(PLACE_LABELS.home)
                : fileNameOf(path)}
          </button>
        );
      })}
    </nav>
  );
}

interface EntryListProps {
  readonly question: PathQuestion;
  readonly entries: readonly Entry[];
  readonly ready: boolean;
  readonly chosen: string | null;
  readonly onChoose: (path: string) => void;
  readonly onGo: (path: string) => void;
  readonly onOpen: (path: string) => void;
}

function EntryList({ question, entries, ready, chosen, onChoose, onGo, onOpen }: EntryListProps): ReactNode {
  const { t, recent } = useI18n();
  const creates = question.kind !== 'open';
  const shown = entries.filter(({ kind }) => kind === 'folder' || !creates);
  if (ready && shown.length === 0) {
    return (
      <p className="file-browser-empty">
        {t(creates ? 'settings.browserEmptyCreate' : 'settings.browserEmptyOpen')}
      </p>
    );
  }
  return (
    <ul className="file-browser-list" aria-label={t('settings.browserFolders')}>
      {shown.map(({ name, path, kind, modifiedAt }) => (
        <li key={path}>
          <button
            type="button"
            aria-pressed={kind === 'project' ? path === chosen : undefined}
            onClick={() => (kind === 'folder' ? onGo(path) : onChoose(path))}
            onDoubleClick={() => (kind === 'project' ? onOpen(path) : undefined)}
          >
            {kind === 'folder' ? <Folder size={16} aria-hidden /> : <FileText size={16} aria-hidden />}
            <span>{name}</span>
            <time dateTime={modifiedAt}>{recent(modifiedAt)}</time>
          </button>
        </li>
      ))}
    </ul>
  );
}
