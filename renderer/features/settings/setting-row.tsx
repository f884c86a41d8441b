import type { ReactNode } from 'react';

export interface SettingRowProps {
  readonly label: string;
  readonly hint?: string;
  /** What the setting looks like, under the hint. */
  readonly sample?: ReactNode;
  readonly children: ReactNode;
}

/** A setting: what it is on the left, its control on the right. */
export function SettingRow({ label, hint, sample, children }: SettingRowProps): ReactNode {
  return (
    <div className="setting-row">
      <div className="setting-row-text">
        <span className="setting-row-label">{label}</span>
        {hint !== undefined && <span className="setting-row-hint">{hint}</span>}
        {sample}
      </div>
      {children}
    </div>
  );
}
