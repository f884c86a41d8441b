import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './banner.css';

export interface BannerProps {
  readonly kind: 'info' | 'warn' | 'error';
  readonly children: ReactNode;
  /** Buttons at the end. */
  readonly actions?: ReactNode;
}

const ICONS = { info: Info, warn: TriangleAlert, error: CircleAlert } as const;

/** A message that stays, across its container. */
export function Banner({ kind, children, actions }: BannerProps): ReactNode {
  const Icon = ICONS[kind];
  return (
    <div className="banner" data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <div className="banner-text">{children}</div>
      {actions}
    </div>
  );
}
