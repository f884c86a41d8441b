import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import './radios.css';

export interface RadioOption<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly hint?: string;
}

export interface RadiosProps<T extends string> {
  readonly label: string;
  readonly options: readonly RadioOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
}

/** Exclusive choices one below the other, each with a sentence that says what it means. */
export function Radios<T extends string>({
  label,
  options,
  value,
  onChange,
  isDisabled = false,
}: RadiosProps<T>): ReactNode {
  return (
    <RadioGroup
      className="radios"
      value={value}
      isDisabled={isDisabled}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <Label className="radios-label">{label}</Label>
      {options.map(({ id, label: text, hint }) => (
        <Radio key={id} value={id} className="radio">
          <span className="radio-dot" aria-hidden />
          <span className="radio-text">
            {text}
            {hint !== undefined && (
              <Text className="radio-hint" slot="description">
                {hint}
              </Text>
            )}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
