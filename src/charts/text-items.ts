import type { Item } from './items.ts';
import { chartFont, SMALLEST_TEXT, type ChartTheme } from './theme.ts';
import { wrap, type Measure } from './wrap.ts';

/** Texts laid out below each other, and where they end. */
export interface TextBlock {
  readonly items: readonly Item[];
  readonly bottom: number;
}

interface BlockStyle {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly measure: Measure;
  readonly size?: number;
  readonly lineHeight?: number;
  readonly weight?: 400 | 500 | 600;
  readonly colour: string;
  readonly maxLines?: number;
  readonly align?: 'left' | 'right';
}

/** A text that breaks into lines; `x` is its left edge, or its right one when aligned there. */
export function paragraph(text: string, style: BlockStyle): TextBlock {
  const { x, top, width, measure, size = 13, weight = 400, colour, align = 'left' } = style;
  const lineHeight = style.lineHeight ?? Math.round(size * 1.4);
  const lines = wrap(text, width, chartFont(size, weight), measure, style.maxLines);
  const items = lines.map((line, index): Item => ({
    kind: 'text',
    text: line,
    x,
    y: top + index * lineHeight + baseline(size, lineHeight),
    colour,
    size,
    weight,
    align,
  }));
  return { items, bottom: top + lines.length * lineHeight };
}

/** A hypothesis' label in bold, and its title after it; further lines stand under the title. */
export function hypothesisHeading(
  heading: { readonly label: string; readonly title: string },
  style: Omit<BlockStyle, 'colour'>,
  theme: ChartTheme,
): TextBlock {
  const size = style.size ?? 13;
  if (heading.label === '') return paragraph(heading.title, { ...style, colour: theme.ink });
  const label = paragraph(heading.label, { ...style, weight: 600, colour: theme.ink, maxLines: 1 });
  const indent = Math.min(style.width / 2, style.measure(heading.label, chartFont(size, 600)) + 8);
  const title = paragraph(heading.title, {
    ...style,
    x: style.x + indent,
    width: style.width - indent,
    colour: theme.ink,
  });
  return { items: [...label.items, ...title.items], bottom: Math.max(label.bottom, title.bottom) };
}

/** `5/8` ending at `right`: n in bold. */
export function nOverN(
  n: number,
  total: number,
  right: number,
  y: number,
  theme: ChartTheme,
  measure: Measure,
): Item[] {
  const rest = `/${total}`;
  const restWidth = measure(rest, chartFont(13));
  return [
    {
      kind: 'text',
      text: String(n),
      x: right - restWidth,
      y,
      colour: theme.ink,
      weight: 600,
      align: 'right',
    },
    { kind: 'text', text: rest, x: right, y, colour: theme.ink3, align: 'right' },
  ];
}

/** Numbers under an axis, as many as have room. */
export function axisNumbers(
  from: number,
  to: number,
  xOf: (value: number) => number,
  y: number,
  theme: ChartTheme,
  measure: Measure,
): Item[] {
  const room = measure(String(to), chartFont(SMALLEST_TEXT)) + 8;
  const pitch = Math.max(1e-6, xOf(1) - xOf(0));
  const step = niceStep(room / pitch);
  const items: Item[] = [];
  for (let value = step === 1 ? from : Math.ceil(from / step) * step; value <= to; value += step) {
    items.push({
      kind: 'text',
      text: String(value),
      x: xOf(value),
      y,
      colour: theme.ink2,
      size: SMALLEST_TEXT,
      align: 'center',
    });
  }
  return items;
}

/** 1, 2, 5, 10, 20… and at least as large as asked. */
export function niceStep(least: number): number {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) if (factor * power >= least) return factor * power;
  }
}

/** Where letters stand in a line: Inter's ascent and descent, the line's rest in equal parts above and below. */
function baseline(size: number, lineHeight: number): number {
  return Math.round((lineHeight - size * 1.21) / 2 + size * 0.97);
}
