import { RotateCcw } from 'lucide-react';
import { Fragment, useState, type KeyboardEvent, type ReactNode } from 'react';
import { chordOf } from '../../app/chords.ts';
import { holderOf, isReserved, keysUnder, type KeyChanges } from '../../app/key-changes.ts';
import { SHORTCUTS, type ShortcutId } from '../../app/shortcut-list.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { keyNames } from '../../ui/key-names.ts';

interface ShortcutRowProps {
  readonly id: ShortcutId;
  readonly changes: KeyChanges;
  readonly onTake: (chord: string) => void;
  readonly onReset: () => void;
}

/** A shortcut with its keys: pressing them waits for new ones, and whoever has these is named before they are taken. */
export function ShortcutRow({ id, changes, onTake, onReset }: ShortcutRowProps): ReactNode {
  const { t, locale } = useI18n();
  const [isWaiting, setWaiting] = useState(false);
  /** A chord that cannot simply be taken. */
  const [asked, setAsked] = useState<string | null>(null);
  const keys = keysUnder(changes, id);
  const label = t(SHORTCUTS[id].label);
  const holder = asked === null ? null : holderOf(changes, asked, id);

  const record = (event: KeyboardEvent): void => {
    if (!isWaiting || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setWaiting(false);
    const chord = chordOf(event.nativeEvent);
    if (chord === null) return;
    setWaiting(false);
    if (isReserved(chord) || holderOf(changes, chord, id) !== null) setAsked(chord);
    else onTake(chord);
  };
  const names = asked === null ? '' : keyNames(asked, locale).join(' ');
  return (
    <li className="shortcut-row" data-changed={changes[id] !== undefined}>
      <span className="shortcut-label">{label}</span>
      <button
        type="button"
        className="shortcut-keys"
        aria-label={`${t('shortcuts.change', { label })}, ${keys.map((chord) => keyNames(chord, locale).join(' ')).join(' ') || t('shortcuts.none')}`}
        aria-pressed={isWaiting}
        onClick={() => {
          setAsked(null);
          setWaiting(true);
        }}
        onBlur={() => setWaiting(false)}
        onKeyDownCapture={record}
      >
        {isWaiting ? (
          <span role="status">{t('shortcuts.press')}</span>
        ) : keys.length === 0 ? (
          <span className="shortcut-none">{t('shortcuts.none')}</span>
        ) : (
          keys.map((chord, index) => (
            <Fragment key={chord}>
              {index > 0 && ' '}
              <Kbd keys={chord} />
            </Fragment>
          ))
        )}
      </button>
      <IconButton icon={RotateCcw} size="small" label={t('shortcuts.reset', { label })} onPress={onReset} />
      {asked !== null && (
        <p className="shortcut-conflict" role="alert">
          {holder === null ? (
            t('shortcuts.reserved', { keys: names })
          ) : (
            <>
              {t('shortcuts.conflict', { keys: names, label: t(SHORTCUTS[holder].label) })}
              <Button
                size="small"
                onPress={() => {
                  onTake(asked);
                  setAsked(null);
                }}
              >
                {t('shortcuts.take')}
              </Button>
              <Button size="small" variant="quiet" onPress={() => setAsked(null)}>
                {t('shortcuts.keep')}
              </Button>
            </>
          )}
        </p>
      )}
    </li>
  );
}
