import type { ChartDataset } from 'chart.js';
import { MARGIN, pixelOptions, type ChartRequest, type DrawnChart } from './chart.ts';
import { itemsPlugin, type Item } from './items.ts';
import { chartMessages, type ChartMessages } from './messages.ts';
import type { ChartHypothesis } from './model.ts';
import { participantNoun } from './participant-noun.ts';
import { hypothesisHeading, paragraph } from './text-items.ts';
import { chartFont, SMALLEST_TEXT, type ChartTheme } from './theme.ts';
import type { Measure } from './wrap.ts';

const BAR = 22;
const LEAST_FOR_TEXT = 18;
const STANCES = ['supports', 'qualifies', 'contradicts'] as const;
type Stance = (typeof STANCES)[number];

interface Bar {
  readonly stances: ChartHypothesis['stances'];
  readonly top: number;
}

/** One bar per hypothesis: how its segments divide into those that support, qualify and contradict. Unsaid ones are left out. */
export function stancesChart(request: ChartRequest): DrawnChart {
  const { model, width, theme, locale, measure } = request;
  const words = chartMessages(locale);
  const labelled = request.variant === 'labelled';
  const margin = labelled ? MARGIN : 0;
  const hypotheses = model.hypotheses.filter((hypothesis) => hypothesis.hypothesisId !== null);
  const column = labelled ? 0 : labelColumn(hypotheses, width, measure);
  const behind: Item[] = [];
  const bars: Bar[] = [];
  let y = margin;
  const place = (block: { readonly items: readonly Item[]; readonly bottom: number }): void => {
    behind.push(...block.items);
    y = block.bottom;
  };
  const inner = width - 2 * margin;
  if (labelled) {
    const title = {
      x: margin,
      top: y,
      width: inner,
      measure,
      size: 16,
      weight: 600,
      colour: theme.ink,
    } as const;
    place(paragraph(words.stancesTitle, title));
    y += 10;
  }
  for (const hypothesis of hypotheses) {
    if (labelled) {
      y += 10;
      place(
        hypothesisHeading(hypothesis, { x: margin, top: y, width: inner, measure, lineHeight: 20 }, theme),
      );
      y += 3;
    } else {
      const label = {
        x: 0,
        top: y,
        width: column - 8,
        measure,
        weight: 600,
        lineHeight: BAR,
        maxLines: 1,
      } as const;
      behind.push(...paragraph(hypothesis.label, { ...label, colour: theme.ink }).items);
    }
    bars.push({ stances: hypothesis.stances, top: y });
    y += BAR + (labelled ? 6 : 12);
  }
  const key = legend(words, margin, y + 4, theme, measure);
  behind.push(...key);
  y += 4 + 18;
  if (labelled) {
    y += 12;
    const noun = participantNoun(model.participantNames, locale);
    const source = words.source(model.participants, request.contacted, noun);
    place(
      paragraph(source, {
        x: margin,
        top: y,
        width: inner,
        measure,
        size: SMALLEST_TEXT,
        colour: theme.ink2,
      }),
    );
    y += MARGIN - 6;
  }
  const height = Math.ceil(y);
  const area = { left: margin + column, right: margin, top: 0, bottom: 0 };
  const texts = bars.flatMap((bar) => barTexts(bar, area.left, width - margin, words, theme, measure));
  if (labelled) behind.unshift({ kind: 'box', x: 0, y: 0, width, height, fill: theme.paper });
  return {
    config: {
      type: 'bar',
      data: { datasets: STANCES.map((stance) => dataset(stance, bars, words, theme)) },
      options: { ...pixelOptions(height, area, { min: 0, max: 1 }), indexAxis: 'y' },
      plugins: [itemsPlugin(behind, texts)],
    },
    width,
    height,
    codeIds: [],
  };
}

function dataset(
  stance: Stance,
  bars: readonly Bar[],
  words: ChartMessages,
  theme: ChartTheme,
): ChartDataset {
  const outlined = stance === 'contradicts';
  const edge = outlined ? 1.5 : { top: 0, bottom: 0, left: 0, right: 2 };
  return {
    type: 'bar',
    label: words[stance],
    data: bars.map(({ stances, top }) => ({ x: shareOf(stances, stance), y: top + BAR / 2 })),
    stack: 'all',
    barThickness: BAR,
    backgroundColor: fillOf(stance, theme),
    borderColor: outlined ? theme.ink2 : theme.paper,
    // A part of nothing would still show its outline.
    borderWidth: bars.map(({ stances }) => (stances[stance] === 0 ? 0 : edge)),
    borderSkipped: false,
  };
}

/** The counts inside their parts, where there is room. */
function barTexts(
  { stances, top }: Bar,
  left: number,
  right: number,
  words: ChartMessages,
  theme: ChartTheme,
  measure: Measure,
): Item[] {
  const y = top + BAR / 2 + 4.5;
  if (sumOf(stances) === 0) {
    const style = { x: left, top, width: right - left, measure, lineHeight: BAR, colour: theme.ink3 };
    return [...paragraph(words.noStance, { ...style, size: SMALLEST_TEXT, maxLines: 1 }).items];
  }
  const items: Item[] = [];
  let x = left;
  for (const stance of STANCES) {
    const width = shareOf(stances, stance) * (right - left);
    const text = String(stances[stance]);
    if (width >= Math.max(LEAST_FOR_TEXT, measure(text, chartFont(13, 600)) + 8)) {
      items.push({ kind: 'text', text, x: x + 6, y, colour: inkOn(stance, theme), weight: 600 });
    }
    x += width;
  }
  return items;
}

function legend(
  words: ChartMessages,
  left: number,
  top: number,
  theme: ChartTheme,
  measure: Measure,
): Item[] {
  const items: Item[] = [];
  let x = left;
  for (const stance of STANCES) {
    const stroke = stance === 'contradicts' ? { stroke: theme.ink2 } : {};
    items.push({ kind: 'box', x, y: top + 3, width: 11, height: 11, fill: fillOf(stance, theme), ...stroke });
    items.push({
      kind: 'text',
      text: words[stance],
      x: x + 17,
      y: top + 13,
      colour: theme.ink2,
      size: SMALLEST_TEXT,
    });
    x += 17 + measure(words[stance], chartFont(SMALLEST_TEXT)) + 18;
  }
  return items;
}

function labelColumn(hypotheses: readonly ChartHypothesis[], width: number, measure: Measure): number {
  const widest = Math.max(0, ...hypotheses.map(({ label }) => measure(label, chartFont(13, 600))));
  return Math.min(width / 3, Math.ceil(widest) + 10);
}

function fillOf(stance: Stance, theme: ChartTheme): string {
  return { supports: theme.accent, qualifies: theme.accentLine, contradicts: theme.paper }[stance];
}

function inkOn(stance: Stance, theme: ChartTheme): string {
  return { supports: theme.onAccent, qualifies: theme.onAccentLine, contradicts: theme.ink }[stance];
}

function sumOf(stances: ChartHypothesis['stances']): number {
  return stances.supports + stances.qualifies + stances.contradicts;
}

function shareOf(stances: ChartHypothesis['stances'], stance: Stance): number {
  const sum = sumOf(stances);
  return sum === 0 ? 0 : stances[stance] / sum;
}
