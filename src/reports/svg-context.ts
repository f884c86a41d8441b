import type { Measure } from '../charts/wrap.ts';
import { baselineShift, escapeXml, number, parseFont } from './svg-text.ts';

/** a, b, c, d, e, f as in CSS `matrix()`. */
type Matrix = readonly [number, number, number, number, number, number];

const STYLE_FIELDS = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'globalAlpha',
  'font',
  'textAlign',
  'textBaseline',
  'lineDash',
  'matrix',
  'clipId',
] as const;

type Saved = Pick<SvgContext, (typeof STYLE_FIELDS)[number]>;

/**
 * A drawing context for Chart.js that writes SVG: shapes as paths, texts as texts in their font, so that the file can
 * be edited. It knows what Chart.js asks of a context for our charts; images, gradients and shadows are left out.
 */
export class SvgContext {
  fillStyle: unknown = '#000000';
  strokeStyle: unknown = '#000000';
  lineWidth = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign = 'left';
  textBaseline = 'alphabetic';
  lineDash: readonly number[] = [];
  matrix: Matrix = [1, 0, 0, 1, 0, 0];
  clipId: string | null = null;
  readonly canvas: { width: number; height: number; getContext(): SvgContext };
  readonly #measure: Measure;
  readonly #elements: string[] = [];
  readonly #clips: string[] = [];
  readonly #saved: Saved[] = [];
  #path: string[] = [];

  constructor(width: number, height: number, measure: Measure) {
    this.#measure = measure;
    this.canvas = { width, height, getContext: () => this };
  }

  /** The whole drawing. `title` stands for it where it is read out. */
  toSvg(title: string): string {
    const { width, height } = this.canvas;
    const head = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
      `<title>${escapeXml(title)}</title>`,
      ...(this.#clips.length === 0 ? [] : [`<defs>${this.#clips.join('')}</defs>`]),
    ];
    return [...head, ...this.#elements, '</svg>', ''].join('\n');
  }

  save(): void {
    this.#saved.push(
      Object.fromEntries(STYLE_FIELDS.map((field) => [field, this[field]])) as unknown as Saved,
    );
  }

  restore(): void {
    Object.assign(this, this.#saved.pop());
  }

  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    const [a0, b0, c0, d0, e0, f0] = this.matrix;
    this.matrix = [
      a0 * a + c0 * b,
      b0 * a + d0 * b,
      a0 * c + c0 * d,
      b0 * c + d0 * d,
      a0 * e + c0 * f + e0,
      b0 * e + d0 * f + f0,
    ];
  }

  setTransform(a = 1, b = 0, c = 0, d = 1, e = 0, f = 0): void {
    this.matrix = [a, b, c, d, e, f];
  }

  resetTransform(): void {
    this.setTransform();
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }

  rotate(angle: number): void {
    this.transform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0);
  }

  beginPath(): void {
    this.#path = [];
  }

  closePath(): void {
    this.#path.push('Z');
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${number(x)} ${number(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${number(x)} ${number(y)}`);
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#path.push(`C${[ax, ay, bx, by, x, y].map(number).join(' ')}`);
  }

  quadraticCurveTo(ax: number, ay: number, x: number, y: number): void {
    this.#path.push(`Q${[ax, ay, x, y].map(number).join(' ')}`);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${number(x)} ${number(y)}h${number(width)}v${number(height)}h${number(-width)}Z`);
  }

  arc(x: number, y: number, radius: number, from: number, to: number, counterClockwise = false): void {
    this.ellipse(x, y, radius, radius, 0, from, to, counterClockwise);
  }

  ellipse(
    x: number,
    y: number,
    rx: number,
    ry: number,
    rotation: number,
    from: number,
    to: number,
    counterClockwise = false,
  ): void {
    const at = (angle: number): string => {
      const [dx, dy] = [rx * Math.cos(angle), ry * Math.sin(angle)];
      const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
      return `${number(x + dx * cos - dy * sin)} ${number(y + dx * sin + dy * cos)}`;
    };
    const sweep = sweptAngle(from, to, counterClockwise);
    const arc = `A${number(rx)} ${number(ry)} ${number((rotation * 180) / Math.PI)}`;
    const half = `${arc} 0 ${counterClockwise ? 0 : 1} `;
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${at(from)}`);
    this.#path.push(half + at(from + sweep / 2), half + at(from + sweep));
  }

  fill(rule?: unknown): void {
    const evenOdd = rule === 'evenodd' ? ' fill-rule="evenodd"' : '';
    this.#addPath(this.#path, `fill="${paint(this.fillStyle)}"${evenOdd}`);
  }

  stroke(): void {
    this.#addPath(this.#path, this.#strokeAttributes());
  }

  clip(): void {
    const id = `clip${this.#clips.length + 1}`;
    this.#clips.push(
      `<clipPath id="${id}"${this.#clipAttribute()}><path d="${this.#path.join('')}"${this.#placed()}/></clipPath>`,
    );
    this.clipId = id;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#addPath(rectangle(x, y, width, height), `fill="${paint(this.fillStyle)}"`);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#addPath(rectangle(x, y, width, height), this.#strokeAttributes());
  }

  /** Nothing is under what is not drawn yet. */
  clearRect(): void {
    return;
  }

  fillText(text: string, x: number, y: number): void {
    const font = parseFont(this.font);
    const anchor =
      { center: ' text-anchor="middle"', right: ' text-anchor="end"', end: ' text-anchor="end"' }[
        this.textAlign
      ] ?? '';
    const top = number(y + baselineShift(this.textBaseline, font.sizePx));
    this.#elements.push(
      `<text x="${number(x)}" y="${top}" font-family="${escapeXml(font.family)}" font-size="${number(font.sizePx)}" ` +
        `font-weight="${font.weight}" fill="${paint(this.fillStyle)}"${anchor}${this.#common()}>${escapeXml(text)}</text>`,
    );
  }

  measureText(text: string): { readonly width: number } {
    return { width: this.#measure(text, this.font) };
  }

  setLineDash(dash: readonly number[]): void {
    this.lineDash = [...dash];
  }

  getLineDash(): number[] {
    return [...this.lineDash];
  }

  #addPath(path: readonly string[], attributes: string): void {
    if (path.length > 0) this.#elements.push(`<path d="${path.join('')}" ${attributes}${this.#common()}/>`);
  }

  #strokeAttributes(): string {
    const dash =
      this.lineDash.length === 0 ? '' : ` stroke-dasharray="${this.lineDash.map(number).join(' ')}"`;
    const cap = this.lineCap === 'butt' ? '' : ` stroke-linecap="${escapeXml(this.lineCap)}"`;
    return `fill="none" stroke="${paint(this.strokeStyle)}" stroke-width="${number(this.lineWidth)}"${cap}${dash}`;
  }

  #common(): string {
    const opacity = this.globalAlpha === 1 ? '' : ` opacity="${number(this.globalAlpha)}"`;
    return opacity + this.#clipAttribute() + this.#placed();
  }

  #clipAttribute(): string {
    return this.clipId === null ? '' : ` clip-path="url(#${this.clipId})"`;
  }

  #placed(): string {
    const isIdentity = this.matrix.every((value, index) => value === (index === 0 || index === 3 ? 1 : 0));
    return isIdentity ? '' : ` transform="matrix(${this.matrix.map(number).join(' ')})"`;
  }
}

function rectangle(x: number, y: number, width: number, height: number): readonly string[] {
  return [`M${number(x)} ${number(y)}h${number(width)}v${number(height)}h${number(-width)}Z`];
}

/** A colour as SVG writes it. Everything else (a gradient) becomes black, so that it is seen. */
function paint(style: unknown): string {
  return typeof style === 'string' ? escapeXml(style) : '#000000';
}

/** The angle an arc runs over, at most a full turn, negative counter-clockwise. */
function sweptAngle(from: number, to: number, counterClockwise: boolean): number {
  const turn = Math.PI * 2;
  const raw = counterClockwise ? from - to : to - from;
  const swept = raw >= turn ? turn : ((raw % turn) + turn) % turn;
  return counterClockwise ? -swept : swept;
}
