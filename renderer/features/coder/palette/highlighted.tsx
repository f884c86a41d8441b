import type { ReactNode } from 'react';
import type { TextRange } from '../../../../src/text/range.ts';

/** A text whose matched letters are underlined. */
export function Highlighted({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const range of ranges) {
    if (range.start > at) parts.push(text.slice(at, range.start));
    parts.push(
      <span key={range.start} className="palette-hit">
        {text.slice(range.start, range.end)}
      </span>,
    );
    at = range.end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
