import type { ReactNode } from 'react';
import { SHORTCUTS, type ShortcutEntry, type ShortcutGroup } from '../../app/shortcut-list.ts';
import { useWindows } from '../../app/windows.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { useBoundKeys } from '../../ui/bound-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';

const GROUPS: readonly (readonly [ShortcutGroup, MessageKey])[] = [
  ['program', 'help.groupProgram'],
  ['reader', 'help.groupReader'],
  ['palette', 'help.groupPalette'],
  ['tree', 'help.groupTree'],
  ['lists', 'help.groupLists'],
];

/** Every shortcut with its keys as they are now, and the way to change them. */
export function ShortcutPage(): ReactNode {
  const { t } = useI18n();
  return (
    <article className="help-page">
      <div className="help-head">
        <h3 className="help-title">{t('help.shortcuts')}</h3>
        <Button size="small" onPress={() => useWindows.getState().show({ kind: 'shortcuts' })}>
          {t('shortcuts.edit')}
        </Button>
      </div>
      <div className="help-groups">
        {GROUPS.map(([group, title]) => (
          <ShortcutList key={group} group={group} title={t(title)} />
        ))}
      </div>
    </article>
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
      <h4>{title}</h4>
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
