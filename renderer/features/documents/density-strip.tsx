import type { ReactNode } from 'react';
import './density-strip.css';

/** Where a document is coded, in 60 × 8 pixels: one stroke per bin, the darker the more of it is coded. Silent. */
export function DensityStrip({ density }: { readonly density: readonly number[] }): ReactNode {
  const width = 60 / Math.max(1, density.length);
  return (
    <svg className="density-strip" width={60} height={8} aria-hidden>
      <rect className="density-ground" width={60} height={8} rx={2} />
      {density.map((share, bin) =>
        share <= 0 ? null : (
          <rect
            key={bin}
            x={bin * width}
            width={width}
            height={8}
            opacity={0.25 + 0.6 * Math.min(1, share)}
          />
        ),
      )}
    </svg>
  );
}
