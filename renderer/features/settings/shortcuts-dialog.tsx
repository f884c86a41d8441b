import { RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { EDITABLE, withDefault, withKey, type KeyChanges } from '../../app/key-changes.ts';
import { setPreferences, usePreferences } from '../../app/preferences.ts';
import { SHORTCUTS, type ShortcutId } from '../../app/shortcut-list.ts';
import { fold } from '../../../src/text/fold.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SearchField } from '../../ui/field.tsx';
import { keyNames } from '../../ui/key-names.ts';
import { ShortcutRow } from './shortcut-row.tsx';
import './shortcuts-dialog.css';

const GROUPS = [
  ['program', 'help.groupProgram'],
  ['reader', 'help.groupReader'],
] as const;

/** Gives shortcuts other keys; every change holds at once, in every window. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, locale } = useI18n();
  const { shortcuts } = usePreferences();
  const [query, setQuery] = useState('');
  const save = (changes: KeyChanges): void =>
    void setPreferences({
      shortcuts: Object.fromEntries(Object.entries(changes).map(([id, keys]) => [id, [...keys]])),
    });
  const wanted = fold(query.trim()).folded;
  const isWanted = (id: ShortcutId): boolean => {
    const keys = (shortcuts[id] ?? SHORTCUTS[id].keys).map((chord) => keyNames(chord, locale).join(' '));
    return fold([t(SHORTCUTS[id].label), ...keys].join(' ')).folded.includes(wanted);
  };
  const shown = EDITABLE.filter(isWanted);
  return (
    <Dialog title={t('shortcuts.title')} isOpen onClose={onClose} size="large">
      <div className="shortcuts-head">
        <SearchField label={t('shortcuts.search')} value={query} onChange={setQuery} autoFocus />
        {/* Never disabled: a button that goes while it has the focus takes the keyboard out of the window. */}
        <Button icon={RotateCcw} onPress={() => save({})}>
          {t('shortcuts.resetAll')}
        </Button>
      </div>
      {shown.length === 0 && <p role="status">{t('shortcuts.nothing')}</p>}
      {GROUPS.map(([group, title]) => {
        const ids = shown.filter((id) => SHORTCUTS[id].group === group);
        return (
          ids.length > 0 && (
            <section key={group} className="shortcuts-group">
              <h3>{t(title)}</h3>
              <ul>
                {ids.map((id) => (
                  <ShortcutRow
                    key={id}
                    id={id}
                    changes={shortcuts}
                    onTake={(chord) => save(withKey(shortcuts, id, chord))}
                    onReset={() => save(withDefault(shortcuts, id))}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
      <p className="shortcuts-note">{t('shortcuts.fixed')}</p>
    </Dialog>
  );
}
