import type { CSSProperties, ReactNode } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import './progress-bar.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; absent while unknown. */
  readonly value?: number;
}

/** A thin bar of 3 pixels. */
export function ProgressBar({ label, value }: ProgressBarProps): ReactNode {
  return (
    <AriaProgressBar
      className="progress-bar"
      aria-label={label}
      isIndeterminate={value === undefined}
      value={(value ?? 0) * 100}
    >
      <span
        style={{ '--progress': `${(value ?? 0) * 100}%` } as CSSProperties}
        data-unknown={value === undefined || undefined}
      />
    </AriaProgressBar>
  );
}
