import type { CSSProperties, ReactNode } from 'react';
import type { Shape } from '../../src/contract/common.ts';
import './mark.css';

export interface MarkProps {
  /** 1 to 24. */
  readonly colour: number;
  readonly shape: Shape;
  /** Side of its box in pixels: 11, or 10 in chips and margin, 12 in charts. */
  readonly size?: number;
}

/** The colour and shape of a code. Its name stands beside it, so the mark itself is silent. */
export function Mark({ colour, shape, size = 11 }: MarkProps): ReactNode {
  return (
    <svg
      className="mark"
      width={size}
      height={size}
      viewBox="0 0 11 11"
      aria-hidden
      style={codeColour(colour)}
    >
      <MarkShape shape={shape} />
    </svg>
  );
}

/** The bare shape in an 11 × 11 box, for drawings that have their own `svg`. */
export function MarkShape({ shape }: { readonly shape: Shape }): ReactNode {
  switch (shape) {
    case 'round':
      return <circle cx="5.5" cy="5.5" r="4.6" />;
    case 'square':
      return <rect x="1.2" y="1.2" width="8.6" height="8.6" rx="1.4" />;
    case 'diamond':
      return <path d="M5.5 0 11 5.5 5.5 11 0 5.5Z" />;
  }
}

/** Gives an element the variables `--code` (mark, bracket, underline) and `--code-tint` of a colour. */
export function codeColour(colour: number): CSSProperties {
  return { '--code': `var(--c${colour})`, '--code-tint': `var(--t${colour})` } as CSSProperties;
}
