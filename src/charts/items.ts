import type { Plugin } from 'chart.js';
import type { Shape } from '../contract/common.ts';
import { chartFont } from './theme.ts';

/** What a chart draws besides its data: texts, rules, keys. Places are CSS pixels from the drawing's top left. */
export type Item =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      /** Of the base line. */
      readonly y: number;
      readonly colour: string;
      readonly size?: number;
      readonly weight?: 400 | 500 | 600;
      readonly align?: 'left' | 'center' | 'right';
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly colour: string;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
      readonly stroke?: string;
    }
  | {
      readonly kind: 'mark';
      /** Of its middle. */
      readonly x: number;
      readonly y: number;
      readonly shape: Shape;
      readonly colour: string;
    };

/** Side of the box of a mark in a chart, in pixels; marks elsewhere are drawn in 11. */
export const MARK_BOX = 12;

/** The part of a canvas' context that items need: a page's, the core's, or a writer of SVG. */
export interface Pen {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  save(): void;
  restore(): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
}

/** Draws the items that lie behind the data before it, and the others after it. */
export function itemsPlugin(behind: readonly Item[], above: readonly Item[]): Plugin {
  return {
    id: 'items',
    beforeDatasetsDraw: (chart) => draw(chart.ctx as Pen, behind),
    afterDatasetsDraw: (chart) => draw(chart.ctx as Pen, above),
  };
}

function draw(ctx: Pen, items: readonly Item[]): void {
  ctx.save();
  for (const item of items) drawItem(ctx, item);
  ctx.restore();
}

function drawItem(ctx: Pen, item: Item): void {
  switch (item.kind) {
    case 'text':
      ctx.font = chartFont(item.size ?? 13, item.weight ?? 400);
      ctx.fillStyle = item.colour;
      ctx.textAlign = item.align ?? 'left';
      ctx.textBaseline = 'alphabetic';
      ctx.fillText(item.text, item.x, item.y);
      return;
    case 'line':
      ctx.strokeStyle = item.colour;
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(item.x1, item.y1);
      ctx.lineTo(item.x2, item.y2);
      ctx.stroke();
      return;
    case 'box':
      ctx.fillStyle = item.fill;
      ctx.fillRect(item.x, item.y, item.width, item.height);
      if (item.stroke === undefined) return;
      ctx.strokeStyle = item.stroke;
      ctx.lineWidth = 1.5;
      ctx.strokeRect(item.x + 0.75, item.y + 0.75, item.width - 1.5, item.height - 1.5);
      return;
    case 'mark':
      ctx.fillStyle = item.colour;
      ctx.beginPath();
      markPath(ctx, item.shape, item.x, item.y);
      ctx.fill();
  }
}

function markPath(ctx: Pen, shape: Shape, x: number, y: number): void {
  const scale = MARK_BOX / 11;
  switch (shape) {
    case 'round':
      ctx.arc(x, y, 4.6 * scale, 0, Math.PI * 2);
      return;
    case 'square':
      ctx.rect(x - 4.3 * scale, y - 4.3 * scale, 8.6 * scale, 8.6 * scale);
      return;
    case 'diamond':
      ctx.moveTo(x, y - 5.5 * scale);
      ctx.lineTo(x + 5.5 * scale, y);
      ctx.lineTo(x, y + 5.5 * scale);
      ctx.lineTo(x - 5.5 * scale, y);
      ctx.closePath();
  }
}

/** Chart.js draws shapes by a radius; these give the sizes of the marks everywhere else. */
export function pointOf(shape: Shape): {
  readonly pointStyle: 'circle' | 'rect' | 'rectRot';
  readonly radius: number;
} {
  const scale = MARK_BOX / 11;
  switch (shape) {
    case 'round':
      return { pointStyle: 'circle', radius: 4.6 * scale };
    case 'square':
      return { pointStyle: 'rect', radius: 4.3 * scale * Math.SQRT2 };
    case 'diamond':
      return { pointStyle: 'rectRot', radius: 5.5 * scale };
  }
}
