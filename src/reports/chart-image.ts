import type { ChartConfiguration } from 'chart.js';
import type { DrawnChart } from '../charts/chart.ts';
import { Chart } from '../charts/register.ts';
import type { Measure } from '../charts/wrap.ts';
import type { CanvasLibrary } from './canvas.ts';
import { createCanvas } from './canvas.ts';
import { withDensity } from './png-density.ts';
import { SvgContext } from './svg-context.ts';

/** Longest side of a picture in pixels: larger ones cannot be drawn, nor opened by most programs. */
const LONGEST_SIDE = 16_000;
const MOST_PIXELS = 120_000_000;

/** The chart as SVG text. */
export function chartSvg(chart: DrawnChart, title: string, measure: Measure): string {
  const context = new SvgContext(chart.width, chart.height, measure);
  return drawn(context.canvas, chart.config, 1, () => context.toSvg(title));
}

/** The chart as PNG bytes with `scale` pixels per CSS pixel, less where the picture would be too large. */
export function chartPng(chart: DrawnChart, scale: number, loaded: CanvasLibrary): Buffer {
  const most = Math.min(
    LONGEST_SIDE / Math.max(chart.width, chart.height),
    Math.sqrt(MOST_PIXELS / (chart.width * chart.height)),
  );
  const used = Math.min(scale, most);
  const canvas = createCanvas(loaded, chart.width, chart.height);
  return drawn(canvas, chart.config, used, () => withDensity(canvas.encodeSync('png'), used));
}

/** What `take` reads from the canvas while the chart is on it: Chart.js wipes a canvas that it leaves. */
function drawn<T>(canvas: object, config: ChartConfiguration, scale: number, take: () => T): T {
  const options = { ...config.options, devicePixelRatio: scale };
  // Chart.js only asks for a context, a width and a height; its types ask for an element of a page.
  const chart = new Chart(canvas as ConstructorParameters<typeof Chart>[0], { ...config, options });
  try {
    return take();
  } finally {
    chart.destroy();
  }
}
