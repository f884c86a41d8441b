import type { ChartConfiguration, ChartOptions } from 'chart.js';
import type { Locale } from '../settings/contract.ts';
import type { ChartModel } from './model.ts';
import type { ChartTheme } from './theme.ts';
import type { Measure } from './wrap.ts';

/**
 * `compact`: for the side panel, without a title, and codes as marks only. `labelled`: for papers and files, with
 * title, every name and every figure, and a source line.
 */
export type ChartVariant = 'compact' | 'labelled';

export interface ChartRequest {
  readonly model: ChartModel;
  readonly variant: ChartVariant;
  /** CSS pixels. */
  readonly width: number;
  readonly theme: ChartTheme;
  readonly locale: Locale;
  /** How many people were asked to take part. */
  readonly contacted: number | null;
  readonly measure: Measure;
}

/** A configuration and the size in CSS pixels that it is made for. */
export interface DrawnChart {
  readonly config: ChartConfiguration;
  readonly width: number;
  readonly height: number;
  /** In order of the datasets. */
  readonly codeIds: readonly number[];
}

/** Space around a labelled chart. */
export const MARGIN = 24;
/** Width of a labelled chart in a file, in CSS pixels: 8 inches at 96 dots per inch. */
export const FILE_WIDTH = 768;

/** Room for the data: the drawing's edges less these, in pixels. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Options of all charts. Vertical places are pixels below the area's top, so that texts and data share one layout;
 * `x` runs from `min` to `max` over the area's width.
 */
export function pixelOptions(
  height: number,
  area: Area,
  x: { readonly min: number; readonly max: number },
): ChartOptions {
  return {
    animation: false,
    responsive: false,
    maintainAspectRatio: false,
    clip: false,
    layout: {
      padding: { left: area.left, right: area.right, top: area.top, bottom: area.bottom },
      autoPadding: false,
    },
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
    scales: {
      x: { type: 'linear', display: false, offset: false, min: x.min, max: x.max },
      y: {
        type: 'linear',
        display: false,
        offset: false,
        min: 0,
        max: Math.max(1, height - area.top - area.bottom),
        reverse: true,
      },
    },
  };
}
