/** A number as SVG writes it: at most two decimals. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute; what XML 1.0 cannot hold is dropped. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? '');
}

export interface ParsedFont {
  readonly sizePx: number;
  readonly weight: number;
  readonly family: string;
}

/** The parts of a CSS font as our charts write it: `600 13px "Inter Variable", Inter, sans-serif`. */
export function parseFont(font: string): ParsedFont {
  const match = /^(?:(?<style>.*?)\s+)?(?<size>[\d.]+)px(?:\/\S+)?\s+(?<family>.+)$/u.exec(font.trim());
  const style = match?.groups?.['style'] ?? '';
  const weight = /\bbold\b/u.test(style) ? 700 : Number(/\b\d{3}\b/u.exec(style)?.[0] ?? 400);
  return {
    sizePx: Number(match?.groups?.['size'] ?? 10),
    weight,
    family: (match?.groups?.['family'] ?? 'sans-serif').replaceAll('"', "'"),
  };
}

/** How far below the given height the base line lies: SVG readers differ on other base lines, so none is written. */
export function baselineShift(textBaseline: string, sizePx: number): number {
  switch (textBaseline) {
    case 'middle':
      return sizePx * 0.36;
    case 'top':
    case 'hanging':
      return sizePx * 0.95;
    case 'bottom':
    case 'ideographic':
      return sizePx * -0.24;
    default:
      return 0;
  }
}
