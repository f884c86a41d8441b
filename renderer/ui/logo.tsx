import type { ReactNode } from 'react';

/** The sign of the program: a bracket of the margin that holds a point. */
export function Logo({ size = 16 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="var(--accent)" aria-hidden>
      <path d="M2.5 2.2H6v11.6H2.5M6 8h4.4" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" />
      <circle cx="12" cy="8" r="1.9" fill="var(--accent)" stroke="none" />
    </svg>
  );
}
