import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  /** One sentence. */
  readonly text: ReactNode;
  /** One action: a `Button`. */
  readonly action?: ReactNode;
  readonly className?: string;
}

export function EmptyState({ text, action, className = '' }: EmptyStateProps): ReactNode {
  return (
    <div className={`empty-state ${className}`}>
      <p>{text}</p>
      {action}
    </div>
  );
}
