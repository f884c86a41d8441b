import type { Shape } from '../contract/common.ts';

/** Lightness, chroma and hue of the 24 code colours in the light theme, and the shape each is drawn with first. */
const COLOURS: readonly (readonly [number, number, number, Shape])[] = [
  [0.5, 0.057, 46, 'round'],
  [0.6, 0.132, 68, 'round'],
  [0.39, 0.082, 112, 'round'],
  [0.64, 0.057, 154, 'round'],
  [0.52, 0.082, 278, 'round'],
  [0.39, 0.158, 282, 'round'],
  [0.66, 0.158, 312, 'round'],
  [0.39, 0.158, 348, 'round'],
  [0.41, 0.158, 30, 'square'],
  [0.53, 0.158, 42, 'square'],
  [0.64, 0.145, 116, 'square'],
  [0.51, 0.095, 176, 'square'],
  [0.4, 0.082, 232, 'square'],
  [0.65, 0.158, 254, 'square'],
  [0.56, 0.158, 320, 'square'],
  [0.66, 0.158, 350, 'square'],
  [0.56, 0.145, 2, 'diamond'],
  [0.39, 0.045, 20, 'diamond'],
  [0.66, 0.158, 32, 'diamond'],
  [0.5, 0.107, 112, 'diamond'],
  [0.61, 0.107, 220, 'diamond'],
  [0.47, 0.158, 258, 'diamond'],
  [0.59, 0.158, 286, 'diamond'],
  [0.46, 0.158, 328, 'diamond'],
];

const SHAPES: readonly Shape[] = ['round', 'square', 'diamond'];

/** The shape a colour (1 to 24) is drawn with the first time it is used. */
export function firstShape(colour: number): Shape {
  return COLOURS[colour - 1]?.[3] ?? 'round';
}

/**
 * Colour and shape of the next code: the unused colour that is farthest (OKLab) from those in use; when all 24 are
 * used, the least used colour with its next shape.
 */
export function nextMark(inUse: readonly { readonly colour: number; readonly shape: Shape }[]): {
  readonly colour: number;
  readonly shape: Shape;
} {
  const uses = new Map<number, number>();
  for (const mark of inUse) uses.set(mark.colour, (uses.get(mark.colour) ?? 0) + 1);
  const fewest = Math.min(...COLOURS.map((_, index) => uses.get(index + 1) ?? 0));
  const candidates = COLOURS.map((_, index) => index + 1).filter(
    (colour) => (uses.get(colour) ?? 0) === fewest,
  );
  const used = [...uses.keys()];
  let best = { colour: candidates[0] ?? 1, distance: -1 };
  for (const colour of candidates) {
    const distance = Math.min(
      1,
      ...used.filter((other) => other !== colour).map((other) => distanceOf(colour, other)),
    );
    if (distance > best.distance) best = { colour, distance };
  }
  const shapeIndex = SHAPES.indexOf(firstShape(best.colour)) + fewest;
  return { colour: best.colour, shape: SHAPES[shapeIndex % SHAPES.length] ?? 'round' };
}

function distanceOf(a: number, b: number): number {
  const [x, y] = [lab(a), lab(b)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function lab(colour: number): readonly [number, number, number] {
  const [lightness, chroma, hue] = COLOURS[colour - 1] ?? [0, 0, 0];
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}
