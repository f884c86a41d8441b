import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './segmented.css';

export interface SegmentedOption<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly icon?: LucideIcon;
}

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly options: readonly SegmentedOption<T>[];
  /** `null`: none is chosen (only with `allowEmpty`). */
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  /** Pressing the chosen one again takes the choice back. */
  readonly allowEmpty?: boolean;
  /** Takes the whole width, in equal parts. */
  readonly fill?: boolean;
  readonly isDisabled?: boolean;
}

/** A few exclusive choices side by side. */
export function Segmented<T extends string>(props: SegmentedProps<T>): ReactNode {
  const { label, options, value, onChange, allowEmpty = false, fill = false } = props;
  return (
    <ToggleButtonGroup
      className={`segmented ${fill ? 'segmented-fill' : ''}`}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection={!allowEmpty}
      isDisabled={props.isDisabled ?? false}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        onChange(chosen?.id ?? null);
      }}
    >
      {options.map(({ id, label: text, icon: Icon }) => (
        <ToggleButton key={id} id={id} className="segmented-option">
          {Icon !== undefined && <Icon size={14} aria-hidden />}
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
