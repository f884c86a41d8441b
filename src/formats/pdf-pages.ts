import { setImmediate as turn } from 'node:timers/promises';
import { getResolvedPDFJS } from 'unpdf';
import { LIMITS } from './limits.ts';
import { holdLimit, stopIfCancelled, type ReadOptions } from './parsed-document.ts';
import { readingOrder, type Block } from './pdf-columns.ts';
import { lineOf, type Fragment, type PdfLine } from './pdf-lines.ts';
import type { PdfFile, PdfPage } from './pdf-open.ts';

export interface PdfPages {
  /** In reading order, page by page. */
  readonly lines: readonly PdfLine[];
  /** Pages that are pictures with no or hardly any text. */
  readonly scanned: number;
}

/** A page number, or the stamp of a scanner: a page with no more is no page of text. */
const HARDLY_ANY = 20;
/** As part of the length: what a line may rise or fall and still be level. */
const LEVEL = 0.05;

/** Reads the lines of all pages, giving the event loop a turn between. Errors: those of the file; limits; cancelled. */
export async function readPages(file: PdfFile, { onProgress, signal }: ReadOptions): Promise<PdfPages> {
  holdLimit('pages', file.numPages, LIMITS.pages);
  const lines: PdfLine[] = [];
  let scanned = 0;
  let characters = 0;
  let block = 0;
  let before: { readonly ref: string | null; readonly fragments: readonly Fragment[] } = {
    ref: null,
    fragments: [],
  };
  for (let number = 0; number < file.numPages; number += 1) {
    await turn();
    stopIfCancelled(signal);
    const page = await file.getPage(number + 1);
    // A tree may name one page again and again.
    const ref = page.ref === null ? null : `${page.ref.num} ${page.ref.gen}`;
    const fragments = ref !== null && ref === before.ref ? before.fragments : await fragmentsOf(page);
    before = { ref, fragments };
    const length = fragments.reduce((sum, { text }) => sum + text.trim().length, 0);
    characters += length;
    holdLimit('characters', characters, LIMITS.characters);
    if (length < HARDLY_ANY && (await hasPictures(page))) scanned += 1;
    for (const rows of readingOrder(fragments)) {
      const place = { page: number, block, ...edgesOf(rows) };
      for (const row of rows) lines.push(lineOf(row, place));
      block += 1;
    }
    page.cleanup();
    onProgress?.((number + 1) / file.numPages);
  }
  return { lines: lines.filter(({ text }) => text !== ''), scanned };
}

/** Where most rows begin and end, to some points: single ones go beyond, with spaces behind the last word. */
function edgesOf(rows: Block): { readonly left: number; readonly right: number } {
  const ends = rows.map((row) => {
    const last = row.at(-1);
    return last === undefined ? 0 : last.x + last.width;
  });
  return { left: usual(rows.map((row) => row[0]?.x ?? 0)), right: usual(ends) };
}

function usual(places: readonly number[]): number {
  const near = Map.groupBy(places, (place) => Math.round(place / 3));
  const [most] = [...near.values()].toSorted((a, b) => b.length - a.length);
  return most?.[0] ?? 0;
}

/** What stands level on the page; rotated text, such as a watermark or an axis, is left out. */
async function fragmentsOf(page: PdfPage): Promise<Fragment[]> {
  const { items } = await page.getTextContent();
  holdLimit('pieces', items.length, LIMITS.pagePieces);
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a, b, , d, x, y] = item.transform.map(Number);
    if (a === undefined || b === undefined || d === undefined || x === undefined || y === undefined)
      return [];
    if (a <= 0 || Math.abs(b) > LEVEL * a || ![a, d, x, y, item.width].every(Number.isFinite)) return [];
    // A private sign would be mistaken for the mark of a note.
    const text = item.str.replaceAll(/[\uE0F0\uE0F1\0]/gu, '');
    return [{ text, x, y, width: item.width, size: Math.abs(d) }];
  });
}

async function hasPictures(page: PdfPage): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const pictures = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operation) => pictures.has(operation));
}
