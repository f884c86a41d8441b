import { Fragment, type ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { keyNames } from './key-names.ts';
import './kbd.css';

export interface KbdProps {
  /** `Mod+Shift+Z`, `F1`, `Enter`: see `keyNames`. */
  readonly keys: string;
}

/** A key or a chord as it stands on the keyboard: `Ctrl Z`, `⌘ Z`. */
export function Kbd({ keys }: KbdProps): ReactNode {
  const { locale } = useI18n();
  return (
    <kbd className="kbd">
      {keyNames(keys, locale).map((name, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          {name}
        </Fragment>
      ))}
    </kbd>
  );
}
