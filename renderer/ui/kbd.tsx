import { Fragment, type ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { useBoundKeys } from './bound-keys.ts';
import { keyNames } from './key-names.ts';
import './kbd.css';

export interface KbdProps {
  /** `Mod+Shift+Z`, `F1`, `Enter` (see `keyNames`), or the name of a shortcut, whose present keys are shown. */
  readonly keys: string;
}

/** A key or a chord as it stands on the keyboard: `Ctrl Z`, `⌘ Z`. */
export function Kbd({ keys }: KbdProps): ReactNode {
  const { locale } = useI18n();
  const bound = useBoundKeys((state) => state[keys]);
  const chord = bound === undefined ? keys : bound[0];
  // A shortcut from which its keys were taken.
  if (chord === undefined) return null;
  return (
    <kbd className="kbd">
      {keyNames(chord, locale).map((name, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          {name}
        </Fragment>
      ))}
    </kbd>
  );
}
