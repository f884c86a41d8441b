import type { CSSProperties, ReactNode } from 'react';
import { codeColour } from './mark.tsx';
import './figures.css';

export interface NOverNProps {
  readonly n: number;
  readonly total: number;
  readonly className?: string;
}

/** The product's number: `5/8`. */
export function NOverN({ n, total, className = '' }: NOverNProps): ReactNode {
  return (
    <span className={`n-over-n ${className}`}>
      <b>{n}</b>
      <span>/{total}</span>
    </span>
  );
}

export interface NBarProps extends NOverNProps {
  /** `accent` on hypothesis rows. */
  readonly tone?: 'neutral' | 'accent';
}

const MOST_CELLS = 24;

/** 96 × 8 pixels in as many cells as there are participants; one piece above 24. Silent: `n/N` stands beside it. */
export function NBar({ n, total, tone = 'neutral', className = '' }: NBarProps): ReactNode {
  if (total > MOST_CELLS) {
    const width = `${total === 0 ? 0 : (n / total) * 100}%`;
    return (
      <span className={`n-bar n-bar-${tone} ${className}`} aria-hidden>
        <i data-whole style={{ '--n-bar-share': width } as CSSProperties} />
      </span>
    );
  }
  return (
    <span className={`n-bar n-bar-${tone} ${className}`} aria-hidden>
      {Array.from({ length: total }, (_, index) => (
        <i key={index} data-on={index < n || undefined} />
      ))}
    </span>
  );
}

export interface SquareCell {
  readonly id: number;
  /** Full text of the tooltip: « Référent 3 : 2 segments ». */
  readonly title: string;
  readonly on: boolean;
}

export interface SquaresProps {
  /** In participant order, always. */
  readonly cells: readonly SquareCell[];
  /** The code's colour; grey without. */
  readonly colour?: number;
  /** Text of the whole for assistive technology. */
  readonly label: string;
  readonly onPick?: (id: number) => void;
  /** Narrow strokes, for more than some 24 participants. */
  readonly compact?: boolean;
}

/** One square per participant, filled where the code occurs. A row of them is one image, or buttons with `onPick`. */
export function Squares({ cells, colour, label, onPick, compact = false }: SquaresProps): ReactNode {
  const className = `squares ${compact ? 'squares-compact' : ''} ${colour === undefined ? 'squares-grey' : ''}`;
  const style = colour === undefined ? {} : codeColour(colour);
  if (onPick === undefined) {
    return (
      <span className={className} style={style} role="img" aria-label={label}>
        {cells.map((cell) => (
          <i key={cell.id} title={cell.title} data-on={cell.on || undefined} />
        ))}
      </span>
    );
  }
  return (
    <span className={className} style={style} role="group" aria-label={label}>
      {cells.map((cell) => (
        <button
          key={cell.id}
          type="button"
          tabIndex={-1}
          title={cell.title}
          aria-label={cell.title}
          data-on={cell.on || undefined}
          onClick={() => onPick(cell.id)}
        />
      ))}
    </span>
  );
}
