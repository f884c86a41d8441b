import { Pencil, Trash2 } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { CodebookVersion } from '../../../src/versions/contract.ts';
import { undoToast } from '../../app/history.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { isShortcut, keysOf } from '../../app/shortcut-list.ts';
import { useI18n, type I18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { NameInput } from '../coder/name-input.tsx';
import { closeCodebookDialog } from './dialog-state.ts';
import { VersionChanges } from './version-changes.tsx';
import './versions.css';

const NOW = 'now';

/** What a version is called: its name, or what it was kept before. */
function versionName(version: CodebookVersion, { t, quote }: I18n): string {
  if (version.name !== '') return version.name;
  const codes = quote(version.subject);
  switch (version.reason) {
    case 'named':
    case 'merge':
      return t('codebook.versionBeforeMerge', { codes });
    case 'split':
      return t('codebook.versionBeforeSplit', { codes });
    case 'remove':
      return t('codebook.versionBeforeRemoval', { codes });
  }
}

/** The kept states of the codebook: keep one, compare two, or one with the codebook as it is. */
export function VersionsDialog(): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const versions = useCall('versions.list', {}).data ?? [];
  const [chosenId, setChosenId] = useState<number | null>(null);
  const [toId, setToId] = useState<string>(NOW);
  const chosen = versions.find((each) => each.id === chosenId) ?? versions[0];
  const to = versions.find((each) => String(each.id) === toId && each.id !== chosen?.id);
  const changes = useCall(
    'versions.difference',
    { fromId: chosen?.id ?? 1, toId: to?.id ?? null },
    { enabled: chosen !== undefined, keepPrevious: true },
  ).data;
  return (
    <Dialog title={t('codebook.versions')} size="large" isOpen onClose={closeCodebookDialog}>
      <div className="versions-columns">
        <div className="versions-side">
          <KeepVersion />
          <ul className="versions-list" aria-label={t('codebook.versions')}>
            {versions.map((version) => (
              <VersionItem
                key={version.id}
                version={version}
                isChosen={version.id === chosen?.id}
                onChoose={() => setChosenId(version.id)}
              />
            ))}
          </ul>
        </div>
        <section className="versions-difference" aria-live="polite">
          {chosen === undefined ? (
            <p>{t('codebook.versionsNone')}</p>
          ) : (
            <>
              <h3 className="versions-heading">
                {t('codebook.versionSince', { name: versionName(chosen, i18n) })}
              </h3>
              <Select
                label={t('codebook.versionCompare')}
                options={[
                  { id: NOW, label: t('codebook.versionNow') },
                  ...versions
                    .filter((each) => each.id !== chosen.id)
                    .map((each) => ({ id: String(each.id), label: versionName(each, i18n) })),
                ]}
                value={to === undefined ? NOW : String(to.id)}
                onChange={setToId}
              />
              {changes !== undefined && <VersionChanges changes={changes} />}
            </>
          )}
        </section>
      </div>
    </Dialog>
  );
}

function KeepVersion(): ReactNode {
  const { t } = useI18n();
  const [name, setName] = useState('');
  const keep = async (): Promise<void> => {
    if (name.trim() === '') return;
    const done = await runCommand('versions.create', { name });
    if (done.ok) setName('');
  };
  return (
    <div className="split-new">
      <Field
        label={t('codebook.versionName')}
        value={name}
        maxLength={200}
        autoFocus
        onChange={setName}
        onSubmit={() => void keep()}
      />
      <Button isDisabled={name.trim() === ''} onPress={() => void keep()}>
        {t('codebook.versionKeep')}
      </Button>
    </div>
  );
}

function VersionItem({
  version,
  isChosen,
  onChoose,
}: {
  readonly version: CodebookVersion;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const i18n = useI18n();
  const { t, dateTime } = i18n;
  const name = versionName(version, i18n);
  const [renaming, setRenaming] = useState(false);
  const face = useRef<HTMLButtonElement>(null);
  const rename = (to: string | null): void => {
    setRenaming(false);
    requestAnimationFrame(() => face.current?.focus());
    if (to !== null) void runCommand('versions.rename', { versionId: version.id, name: to });
  };
  const remove = async (): Promise<void> => {
    const done = await runCommand('versions.remove', { versionId: version.id });
    if (done.ok) undoToast(t('codebook.versionRemoved', { name }));
  };
  return (
    <li className="versions-item" data-chosen={isChosen || undefined}>
      {renaming ? (
        <NameInput label={t('codebook.versionNewName', { name })} value={name} onDone={rename} />
      ) : (
        <button
          type="button"
          ref={face}
          className="versions-face"
          aria-pressed={isChosen}
          onClick={onChoose}
          onKeyDown={(event) => {
            if (isShortcut(event, 'tree.rename')) setRenaming(true);
          }}
        >
          <span className="versions-name">{name}</span>
          <span className="versions-meta">
            {dateTime(version.createdAt)}, {version.coderName},{' '}
            {t('codebook.versionCodes', { count: version.codes })}
          </span>
        </button>
      )}
      <IconButton
        label={t('codebook.versionRename', { name })}
        icon={Pencil}
        size="small"
        shortcut={keysOf('tree.rename')}
        onPress={() => setRenaming(true)}
      />
      <IconButton
        label={t('codebook.versionRemove', { name })}
        icon={Trash2}
        size="small"
        onPress={() => void remove()}
      />
    </li>
  );
}
