import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, Switch as AriaSwitch } from 'react-aria-components';
import './choices.css';

export interface ChoiceProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** The visible label; without it `aria-label` is needed. */
  readonly children?: ReactNode;
  readonly 'aria-label'?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

export interface CheckboxProps extends ChoiceProps {
  readonly isIndeterminate?: boolean;
}

/** A box of 16 pixels with its label. */
export function Checkbox({
  children,
  className = '',
  isIndeterminate = false,
  ...rest
}: CheckboxProps): ReactNode {
  return (
    <AriaCheckbox {...rest} isIndeterminate={isIndeterminate} className={`checkbox ${className}`}>
      <span className="checkbox-box" aria-hidden>
        {isIndeterminate ? <Minus size={12} /> : <Check size={12} />}
      </span>
      {children}
    </AriaCheckbox>
  );
}

/** A switch of 30 × 18 pixels with its label. */
export function Switch({ children, className = '', ...rest }: ChoiceProps): ReactNode {
  return (
    <AriaSwitch {...rest} className={`switch ${className}`}>
      <span className="switch-track" aria-hidden />
      {children}
    </AriaSwitch>
  );
}
