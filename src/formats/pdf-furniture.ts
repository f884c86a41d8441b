import type { PdfLine } from './pdf-lines.ts';

/** How many lines from either end of a page may belong to its header or footer. */
const DEPTH = 3;
/** On this part of the pages; headers of left and right pages differ. */
const SHARE = 0.4;
/** Points by which the height may differ. */
const SAME_HEIGHT = 4;

/** Drops running headers, footers and page numbers: what comes again at the same height, but for its numbers. */
export function dropFurniture(lines: readonly PdfLine[], pages: number): PdfLine[] {
  if (pages < 2) return [...lines];
  const edges = [...Map.groupBy(lines, ({ page }) => page).values()].flatMap(edgesOf);
  const repeated = new Set<PdfLine>();
  for (const alike of Map.groupBy(edges, keyOf).values()) {
    for (const line of alike) {
      const same = alike.filter((other) => Math.abs(other.y - line.y) <= SAME_HEIGHT);
      const on = new Set(same.map(({ page }) => page)).size;
      if (on >= 2 && on >= pages * SHARE) repeated.add(line);
    }
  }
  return lines.filter((line) => !repeated.has(line));
}

function edgesOf(page: readonly PdfLine[]): PdfLine[] {
  const ordered = page.toSorted((a, b) => b.y - a.y);
  return ordered.length <= 2 * DEPTH ? ordered : [...ordered.slice(0, DEPTH), ...ordered.slice(-DEPTH)];
}

function keyOf({ text }: PdfLine): string {
  return text.replaceAll(/\d+/gu, '#').replaceAll(/^[ivxlc]+$/gu, '#');
}
