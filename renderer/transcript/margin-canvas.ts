import { MARGIN, type MarginColumns, type PlacedLabel } from './margin-layout.ts';
import { sizedContext, type ThemeColours } from './theme-colours.ts';

export interface BracketLook {
  readonly id: number;
  readonly colour: number;
  readonly lane: number;
  readonly top: number;
  readonly bottom: number;
  readonly selected: boolean;
  /** Another coding is lit, so this one steps back. */
  readonly dimmed: boolean;
  readonly lit: boolean;
  /** It has no lane of its own. */
  readonly isShared: boolean;
}

export interface MarginDrawing {
  readonly width: number;
  /** The window drawn, in pixels of the content. */
  readonly from: number;
  readonly to: number;
  readonly columns: MarginColumns;
  readonly brackets: readonly BracketLook[];
  readonly labels: readonly PlacedLabel[];
}

/** Draws brackets and leaders on one canvas that lies in the content, so that it scrolls with the text. */
export function drawMargin(canvas: HTMLCanvasElement, drawing: MarginDrawing, colours: ThemeColours): void {
  const height = Math.max(0, drawing.to - drawing.from);
  canvas.style.top = `${drawing.from}px`;
  const context = sizedContext(canvas, drawing.width, height);
  if (context === null) return;
  context.translate(0, -drawing.from);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  const byId = new Map(drawing.brackets.map((bracket) => [bracket.id, bracket]));
  if (drawing.columns.labelWidth > 0) {
    for (const label of drawing.labels) {
      const bracket = byId.get(label.id);
      if (bracket !== undefined) drawLeader(context, bracket, label, drawing.columns, colours);
    }
  }
  const stands = (bracket: BracketLook): boolean => bracket.selected || (bracket.isShared && bracket.lit);
  for (const bracket of drawing.brackets)
    if (!stands(bracket)) drawBracket(context, bracket, drawing.columns, colours);
  for (const bracket of drawing.brackets)
    if (stands(bracket)) drawBracket(context, bracket, drawing.columns, colours);
}

export function bracketX(lane: number, columns: MarginColumns): number {
  return MARGIN.firstLane + lane * columns.pitch;
}

function drawBracket(
  context: CanvasRenderingContext2D,
  bracket: BracketLook,
  columns: MarginColumns,
  colours: ThemeColours,
): void {
  const x = bracketX(bracket.lane, columns);
  if (bracket.isShared && !bracket.selected && !bracket.lit) {
    drawShared(context, bracket, x, colours);
    return;
  }
  const hook = Math.min(MARGIN.hook, columns.pitch - 2);
  context.globalAlpha = bracket.dimmed ? 0.35 : 1;
  context.strokeStyle = colours.code(bracket.colour);
  context.lineWidth = bracket.selected ? 3.5 : Math.min(2.25, Math.max(1, columns.pitch / 3));
  context.beginPath();
  context.moveTo(x - hook, bracket.top);
  context.lineTo(x, bracket.top);
  context.lineTo(x, bracket.bottom);
  context.lineTo(x - hook, bracket.bottom);
  context.stroke();
  context.globalAlpha = 1;
}

/** What shares the last lane is one grey bar, as far as any of it reaches: colours on each other would be none. */
function drawShared(
  context: CanvasRenderingContext2D,
  bracket: BracketLook,
  x: number,
  colours: ThemeColours,
): void {
  context.strokeStyle = colours.get('--ink-3');
  context.lineWidth = 5;
  context.beginPath();
  context.moveTo(x, bracket.top);
  context.lineTo(x, bracket.bottom);
  context.stroke();
}

function drawLeader(
  context: CanvasRenderingContext2D,
  bracket: BracketLook,
  label: PlacedLabel,
  columns: MarginColumns,
  colours: ThemeColours,
): void {
  const half = MARGIN.labelHeight / 2;
  const from = Math.round(label.anchor + half) + 0.5;
  const to = Math.round(label.top + half) + 0.5;
  context.globalAlpha = bracket.dimmed ? 0.2 : 0.5;
  context.strokeStyle = colours.code(bracket.colour);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(bracketX(bracket.lane, columns) + 3, from);
  if (Math.abs(to - from) > 0.5) {
    const elbow = columns.labelLeft - 6.5;
    context.lineTo(elbow, from);
    context.lineTo(elbow, to);
  }
  context.lineTo(columns.labelLeft - 1, to);
  context.stroke();
  context.globalAlpha = 1;
}

/**
 * The brackets under a point of the margin, the best first: of the nearest line within reach the shorter before the
 * longer ones.
 */
export function bracketsAt(drawing: MarginDrawing, x: number, y: number): BracketLook[] {
  const reach = Math.max(3, drawing.columns.pitch / 2);
  const near = drawing.brackets.flatMap((bracket) => {
    if (y < bracket.top - 2 || y > bracket.bottom + 2) return [];
    const far = Math.abs(x - bracketX(bracket.lane, drawing.columns));
    return far > reach ? [] : [{ bracket, far }];
  });
  const nearest = Math.min(...near.map(({ far }) => far));
  return near
    .filter(({ far }) => far <= nearest + 1)
    .map(({ bracket }) => bracket)
    .toSorted((a, b) => a.bottom - a.top - (b.bottom - b.top));
}
