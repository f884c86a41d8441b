import type { ReactNode } from 'react';
import { useBoundKeys } from '../ui/bound-keys.ts';
import { Button } from '../ui/button.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import type { MessageKey } from '../i18n/areas.ts';
import { RichText } from '../i18n/rich-text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useWindows } from './windows.ts';
import { SHORTCUTS, type ShortcutEntry, type ShortcutGroup } from './shortcut-list.ts';
import './help-dialog.css';

const GROUPS: readonly (readonly [ShortcutGroup, MessageKey])[] = [
  ['program', 'help.groupProgram'],
  ['reader', 'help.groupReader'],
  ['palette', 'help.groupPalette'],
  ['tree', 'help.groupTree'],
  ['lists', 'help.groupLists'],
];

const STEPS: readonly MessageKey[] = [
  'help.stepImport',
  'help.stepTables',
  'help.stepCode',
  'help.stepSegments',
  'help.stepSpeakers',
  'help.stepMemos',
  'help.stepHypotheses',
  'help.stepCodebook',
  'help.stepCount',
  'help.stepSets',
  'help.stepSearch',
  'help.stepAutoCode',
  'help.stepEdit',
  'help.stepPseudonyms',
];

/** What the program does in a few steps, and every shortcut. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  return (
    <Dialog title={t('help.title')} isOpen onClose={onClose} size="large" reading>
      <p>{t('help.intro')}</p>
      <ol className="help-steps">
        {STEPS.map((key) => (
          <li key={key}>
            <RichText text={t(key)} />
          </li>
        ))}
      </ol>
      <p className="help-note">{t('help.wordRule')}</p>
      <p>
        <Button onPress={() => useWindows.getState().show({ kind: 'shortcuts' })}>
          {t('shortcuts.edit')}
        </Button>
      </p>
      <div className="help-groups">
        {GROUPS.map(([group, title]) => (
          <ShortcutList key={group} group={group} title={t(title)} />
        ))}
      </div>
    </Dialog>
  );
}

function ShortcutList({
  group,
  title,
}: {
  readonly group: ShortcutGroup;
  readonly title: string;
}): ReactNode {
  const { t } = useI18n();
  const bound = useBoundKeys();
  const entries = Object.entries<ShortcutEntry>(SHORTCUTS).filter(([, entry]) => entry.group === group);
  return (
    <section className="help-group">
      <h3>{title}</h3>
      <dl>
        {entries.map(([id, { label, keys }]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>
              {(bound[id] ?? keys).map((chord) => (
                <Kbd key={chord} keys={chord} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
