/** Resolved values of the tokens a canvas needs: canvases know no custom properties. */
export class ThemeColours {
  readonly #element: Element;
  readonly #known = new Map<string, string>();
  #style: CSSStyleDeclaration | null = null;

  constructor(element: Element) {
    this.#element = element;
  }

  get(token: string): string {
    const known = this.#known.get(token);
    if (known !== undefined) return known;
    this.#style ??= getComputedStyle(this.#element);
    const value = this.#style.getPropertyValue(token).trim() || 'currentcolor';
    this.#known.set(token, value);
    return value;
  }

  code(colour: number): string {
    return this.get(`--c${colour}`);
  }

  /** To be called when the theme changed. */
  forget(): void {
    this.#known.clear();
    this.#style = null;
  }
}

/** A canvas of this size in CSS pixels, sharp on the screen at hand, emptied. */
export function sizedContext(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  const pixelWidth = Math.max(1, Math.round(width * ratio));
  const pixelHeight = Math.max(1, Math.round(height * ratio));
  if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
  if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}
