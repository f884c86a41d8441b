import type { ChartConfiguration } from 'chart.js';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ChartRequest, DrawnChart } from '../../src/charts/chart.ts';
import { Chart } from '../../src/charts/register.ts';
import { chartFont, chartTheme, type ChartTheme } from '../../src/charts/theme.ts';
import { useTheme } from '../app/appearance.ts';
import { useMeasure } from './measure.ts';
import './chart-canvas.css';

export interface ChartCanvasProps {
  /** One of the drawings of `src/charts/`. */
  readonly draw: (request: ChartRequest) => DrawnChart;
  readonly request: Omit<ChartRequest, 'width' | 'theme' | 'measure'>;
  /** What assistive technology gets in place of the picture; a table stands beside it. */
  readonly label: string;
  /** Text of the tooltip of a point: series and place in it. */
  readonly tooltip?: (series: number, index: number) => string;
  readonly onPick?: (series: number, index: number) => void;
}

/** A chart as wide as its place, in the colours of the theme. */
export function ChartCanvas({ draw, request, label, tooltip, onPick }: ChartCanvasProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const theme = useTheme();
  const measure = useMeasure();
  const { model, variant, locale, contacted } = request;
  const drawn = useMemo(
    () =>
      width === 0
        ? null
        : draw({ model, variant, locale, contacted, width, theme: chartTheme(theme), measure }),
    [draw, model, variant, locale, contacted, width, theme, measure],
  );
  const handlers = useRef({ tooltip, onPick });
  useEffect(() => {
    handlers.current = { tooltip, onPick };
  });
  useEffect(() => {
    if (drawn === null || canvas.current === null) return undefined;
    const element = canvas.current;
    element.width = drawn.width;
    element.height = drawn.height;
    element.style.width = `${drawn.width}px`;
    element.style.height = `${drawn.height}px`;
    const chart = new Chart(element, interactive(drawn.config, chartTheme(theme), handlers));
    return () => chart.destroy();
  }, [drawn, theme]);
  return (
    <div ref={frame} className="chart-frame" style={drawn === null ? {} : { height: drawn.height }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

type Handlers = { readonly current: Pick<ChartCanvasProps, 'tooltip' | 'onPick'> };

function interactive(config: ChartConfiguration, theme: ChartTheme, handlers: Handlers): ChartConfiguration {
  const font = { family: chartFont(12).replace(/^.*?px /u, ''), size: 12 };
  return {
    ...config,
    options: {
      ...config.options,
      devicePixelRatio: window.devicePixelRatio || 1,
      onClick: (_event, elements) => {
        const [hit] = elements;
        if (hit !== undefined) handlers.current.onPick?.(hit.datasetIndex, hit.index);
      },
      onHover: (event, elements) => {
        const { target } = event.native ?? {};
        if (target instanceof HTMLElement) {
          target.style.cursor =
            elements.length > 0 && handlers.current.onPick !== undefined ? 'pointer' : 'default';
        }
      },
      plugins: {
        ...config.options?.plugins,
        tooltip: {
          enabled: handlers.current.tooltip !== undefined,
          animation: false,
          displayColors: false,
          backgroundColor: theme.ink,
          bodyColor: theme.paper,
          bodyFont: font,
          padding: { x: 8, y: 5 },
          cornerRadius: 4,
          // Above the point, so that the point stays in sight.
          yAlign: 'bottom',
          caretSize: 0,
          caretPadding: 12,
          callbacks: {
            title: () => '',
            label: ({ datasetIndex, dataIndex }) => handlers.current.tooltip?.(datasetIndex, dataIndex) ?? '',
          },
        },
      },
    },
  };
}

function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const look = (): void => setWidth(Math.floor(element.clientWidth));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
