import { ChevronDown, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useI18n } from '../i18n/use-i18n.ts';
import { Popover } from './popover.tsx';
import './filter-pill.css';

export interface FilterPillProps {
  readonly label: string;
  /** What the filter lets through: « Toutes », « 5 sur 8 ». */
  readonly value: string;
  /** It limits something: drawn in the accent, with × when it can be cleared. */
  readonly isSet?: boolean;
  readonly onClear?: () => void;
  /** The panel that opens. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** One condition of a filter bar, 28 pixels high; a press opens its panel. */
export function FilterPill({ label, value, isSet = false, onClear, children }: FilterPillProps): ReactNode {
  const { t } = useI18n();
  const face = useRef<HTMLButtonElement>(null);
  const canClear = isSet && onClear !== undefined;
  return (
    <span className="filter-pill" data-set={isSet || undefined}>
      <Popover
        label={label}
        trigger={
          <AriaButton ref={face} className="filter-pill-face">
            <span className="filter-pill-label">{label}</span>
            <span className="filter-pill-value">{value}</span>
            {!canClear && <ChevronDown size={14} aria-hidden />}
          </AriaButton>
        }
      >
        {children}
      </Popover>
      {canClear && (
        <AriaButton
          className="filter-pill-clear"
          aria-label={t('common.clearNamed', { name: label })}
          onPress={() => {
            // The × goes with what it clears: the focus stays on the pill.
            face.current?.focus();
            onClear();
          }}
        >
          <X size={14} aria-hidden />
        </AriaButton>
      )}
    </span>
  );
}
