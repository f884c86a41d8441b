import type { ChartDataset } from 'chart.js';
import { MARGIN, pixelOptions, type ChartRequest, type DrawnChart } from './chart.ts';
import { itemsPlugin, pointOf, type Item } from './items.ts';
import { chartMessages } from './messages.ts';
import type { ChartCode } from './model.ts';
import { participantNoun, type ParticipantNoun } from './participant-noun.ts';
import { axisNumbers, hypothesisHeading, niceStep, nOverN, paragraph } from './text-items.ts';
import { chartFont, SMALLEST_TEXT } from './theme.ts';

const MARK_COLUMN = 20;
const LINE_HEIGHT = 17;

/** One line per code under its hypothesis and group: name, a bar from 0 to n that ends in the code's mark, `n/N`. */
export function labelledHypotheses(request: ChartRequest): DrawnChart {
  return new LabelledHypotheses(request).drawn();
}

class LabelledHypotheses {
  readonly #request: ChartRequest;
  readonly #noun: ParticipantNoun;
  readonly #behind: Item[] = [];
  readonly #datasets: ChartDataset[] = [];
  readonly #codeIds: number[] = [];
  readonly #to: number;
  readonly #labelWidth: number;
  readonly #plotLeft: number;
  readonly #plotRight: number;
  #y = MARGIN;

  constructor(request: ChartRequest) {
    const { model, locale, width, measure } = request;
    this.#request = request;
    this.#noun = participantNoun(model.participantNames, locale);
    this.#to = Math.max(1, model.participants);
    this.#labelWidth = this.#widestName();
    this.#plotLeft = MARGIN + MARK_COLUMN + this.#labelWidth + 16;
    this.#plotRight = width - MARGIN - measure(`${this.#to}/${this.#to}`, chartFont(13, 600)) - 20;
  }

  drawn(): DrawnChart {
    const { width, model, theme, measure, locale, contacted } = this.#request;
    const words = chartMessages(locale);
    this.#paragraph(words.hypothesesTitle(this.#noun), { size: 16, weight: 600, colour: theme.ink });
    for (const hypothesis of model.hypotheses) {
      this.#y += 18;
      const at = { x: MARGIN, top: this.#y, width: width - 2 * MARGIN, measure, size: 14, lineHeight: 20 };
      this.#add(hypothesisHeading(hypothesis, at, theme));
      const codes = hypothesis.groups.flatMap((group) => group.codes);
      if (codes.length === 0) this.#paragraph(words.noCode, { colour: theme.ink3 });
      for (const { name, codes: inGroup } of hypothesis.groups) this.#group(name, inGroup);
    }
    this.#axis(words.axis(this.#noun));
    this.#y += 16;
    this.#paragraph(words.source(model.participants, contacted, this.#noun), {
      size: SMALLEST_TEXT,
      colour: theme.ink2,
    });
    const height = Math.ceil(this.#y + MARGIN - 6);
    const area = { left: this.#plotLeft, right: width - this.#plotRight, top: 0, bottom: 0 };
    const page: Item = { kind: 'box', x: 0, y: 0, width, height, fill: theme.paper };
    return {
      config: {
        type: 'scatter',
        data: { datasets: this.#datasets },
        options: pixelOptions(height, area, { min: 0, max: this.#to }),
        plugins: [itemsPlugin([page, ...this.#behind], [])],
      },
      width,
      height,
      codeIds: this.#codeIds,
    };
  }

  #group(name: string | null, codes: readonly ChartCode[]): void {
    const { theme } = this.#request;
    if (name !== null) {
      this.#y += 6;
      this.#paragraph(name, { size: SMALLEST_TEXT, weight: 600, colour: theme.ink2 });
    }
    const top = this.#y;
    const grid = this.#behind.length;
    for (const code of codes) this.#code(code);
    if (this.#y === top) return;
    const step = niceStep(16 / Math.max(1e-6, this.#xOf(1) - this.#xOf(0)));
    const lines: Item[] = [];
    for (let value = 0; value <= this.#to; value += step) {
      const x = Math.round(this.#xOf(value)) + 0.5;
      lines.push({
        kind: 'line',
        x1: x,
        y1: top,
        x2: x,
        y2: this.#y,
        colour: value === 0 ? theme.lineStrong : theme.line,
      });
    }
    this.#behind.splice(grid, 0, ...lines);
  }

  #code(code: ChartCode): void {
    const { theme, measure, width } = this.#request;
    const name = paragraph(code.name, {
      x: MARGIN + MARK_COLUMN,
      top: this.#y + 4,
      width: this.#labelWidth,
      measure,
      lineHeight: LINE_HEIGHT,
      colour: theme.ink,
      maxLines: 4,
    });
    const height = name.bottom + 4 - this.#y;
    const middle = this.#y + height / 2;
    const colour = theme.code(code.colour);
    this.#behind.push({
      kind: 'mark',
      x: MARGIN + 6,
      y: this.#y + 4 + LINE_HEIGHT / 2,
      shape: code.shape,
      colour,
    });
    this.#behind.push(
      ...name.items,
      ...nOverN(code.n, this.#to, width - MARGIN, middle + 4.5, theme, measure),
    );
    const point = pointOf(code.shape);
    this.#codeIds.push(code.codeId);
    this.#datasets.push({
      type: 'scatter',
      label: code.name,
      data: [
        { x: 0, y: middle },
        { x: code.n, y: middle },
      ],
      showLine: true,
      borderColor: colour,
      borderWidth: 4,
      pointStyle: point.pointStyle,
      pointRadius: [0, point.radius],
      pointBackgroundColor: code.n === 0 ? theme.paper : colour,
      pointBorderWidth: code.n === 0 ? 1.5 : 0,
      pointBorderColor: colour,
    });
    this.#y += height;
  }

  #axis(title: string): void {
    const { theme, measure } = this.#request;
    if (this.#datasets.length === 0) return;
    this.#behind.push(...axisNumbers(0, this.#to, (value) => this.#xOf(value), this.#y + 16, theme, measure));
    const width = this.#plotRight - MARGIN;
    const at = {
      x: this.#plotRight,
      top: this.#y + 20,
      width,
      measure,
      size: SMALLEST_TEXT,
      align: 'right' as const,
    };
    this.#add(paragraph(title, { ...at, colour: theme.ink3 }));
  }

  #paragraph(text: string, style: { size?: number; weight?: 400 | 500 | 600; colour: string }): void {
    const { width, measure } = this.#request;
    this.#add(paragraph(text, { x: MARGIN, top: this.#y, width: width - 2 * MARGIN, measure, ...style }));
  }

  #add({ items, bottom }: { readonly items: readonly Item[]; readonly bottom: number }): void {
    this.#behind.push(...items);
    this.#y = bottom;
  }

  #xOf(value: number): number {
    return this.#plotLeft + (value / this.#to) * (this.#plotRight - this.#plotLeft);
  }

  #widestName(): number {
    const { model, measure, width } = this.#request;
    const names = model.hypotheses.flatMap(({ groups }) =>
      groups.flatMap(({ codes }) => codes.map(({ name }) => name)),
    );
    const most = width * 0.45;
    return Math.min(most, Math.max(80, ...names.map((name) => Math.ceil(measure(name, chartFont(13))) + 1)));
  }
}
