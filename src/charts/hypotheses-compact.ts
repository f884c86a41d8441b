import type { ChartDataset } from 'chart.js';
import { pixelOptions, type ChartRequest, type DrawnChart } from './chart.ts';
import { itemsPlugin, pointOf, type Item } from './items.ts';
import { chartMessages } from './messages.ts';
import { distinctCodes, type ChartCode } from './model.ts';
import { participantNoun } from './participant-noun.ts';
import { axisNumbers, hypothesisHeading, paragraph } from './text-items.ts';
import { SMALLEST_TEXT } from './theme.ts';

const PITCH = 15;
const NUMBER_HALF = 10;
/** From a line to the next heading. */
const BELOW = 17;
/** Where more codes than this share a number, their marks stand closer. */
const FULL_STACK = 12;

/** Marks stacked above the number of participants who name their code, one line per hypothesis, one axis below all. */
export function compactHypotheses(request: ChartRequest): DrawnChart {
  const { model, width, theme, locale, measure } = request;
  const words = chartMessages(locale);
  const noun = participantNoun(model.participantNames, locale);
  const codes = model.hypotheses.map(distinctCodes);
  const from = codes.flat().some((code) => code.n === 0) ? 0 : 1;
  const to = Math.max(1, model.participants);
  // Half a step beside the first and the last number, and room for the halves of their digits.
  const pad = Math.max(0.5, (NUMBER_HALF * (to - from)) / Math.max(1, width - 2 * NUMBER_HALF));
  const axis = { min: from - pad, max: to + pad };
  const xOf = (value: number): number => ((value - axis.min) / (axis.max - axis.min)) * width;
  const items: Item[] = [];
  const datasets: ChartDataset[] = [];
  const codeIds: number[] = [];
  let y = 0;
  for (const [index, hypothesis] of model.hypotheses.entries()) {
    const heading = hypothesisHeading(
      hypothesis,
      { x: 0, top: y, width, measure, lineHeight: 18, maxLines: 3 },
      theme,
    );
    const stacked = stacks(codes[index] ?? []);
    const highest = Math.max(0, ...stacked.map((each) => each.height));
    const base = heading.bottom + 22 + highest;
    items.push(...heading.items);
    items.push({ kind: 'line', x1: 0, y1: base + 0.5, x2: width, y2: base + 0.5, colour: theme.lineStrong });
    for (const { code, height } of stacked) {
      const point = pointOf(code.shape);
      codeIds.push(code.codeId);
      datasets.push({
        type: 'scatter',
        label: code.name,
        data: [{ x: code.n, y: base - 11 - height }],
        pointBackgroundColor: theme.code(code.colour),
        pointBorderWidth: 0,
        pointHitRadius: 4,
        pointStyle: point.pointStyle,
        pointRadius: point.radius,
        pointHoverRadius: point.radius + 1,
      });
    }
    y = base + BELOW;
  }
  const numbersAt = y - BELOW + 17;
  items.push(...axisNumbers(from, to, xOf, numbersAt, theme, measure));
  const title = paragraph(words.axis(noun), {
    x: width,
    top: numbersAt + 4,
    width,
    measure,
    size: SMALLEST_TEXT,
    colour: theme.ink3,
    align: 'right',
  });
  const height = Math.ceil(title.bottom);
  return {
    config: {
      type: 'scatter',
      data: { datasets },
      options: pixelOptions(height, { left: 0, right: 0, top: 0, bottom: 0 }, axis),
      plugins: [itemsPlugin([...items, ...title.items], [])],
    },
    width,
    height,
    codeIds,
  };
}

/** Codes with their place above the line, in pixels: those with the same figure on top of each other, in display order. */
function stacks(codes: readonly ChartCode[]): { readonly code: ChartCode; readonly height: number }[] {
  const byFigure = Map.groupBy(codes, (code) => code.n);
  return codes.map((code) => {
    const stack = byFigure.get(code.n) ?? [];
    const pitch = Math.min(PITCH, (PITCH * FULL_STACK) / stack.length);
    return { code, height: stack.indexOf(code) * pitch };
  });
}
