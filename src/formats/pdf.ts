import { normaliseText } from '../text/normalise.ts';
import { isBlank } from '../text/paragraphs.ts';
import {
  FormatError,
  holdFile,
  type ParsedDocument,
  type ParsedHeading,
  type ParsedWarning,
  type ReadOptions,
} from './parsed-document.ts';
import { dropFurniture } from './pdf-furniture.ts';
import { vocabularyOf } from './pdf-hyphens.ts';
import type { PdfLine } from './pdf-lines.ts';
import { takeNotes } from './pdf-notes.ts';
import { openPdf, propertiesOf, unreadable, type PdfFile } from './pdf-open.ts';
import { readPages, type PdfPages } from './pdf-pages.ts';
import { paragraphsOf, type PdfParagraph } from './pdf-paragraphs.ts';

/** How much larger than the text a heading is set, and how long it may be. */
const HEADING_SIZE = 1.12;
const HEADING_LENGTH = 150;
const HEADING_SHARE = 0.2;

/**
 * Reads a PDF that carries text: columns in reading order, paragraphs rebuilt from lines, cut words mended, running
 * headers and page numbers dropped, notes after the text. A layout has no paragraphs, so the warning `layout-rebuilt`
 * always comes with it. Errors: `format.empty`, `format.too-large`, `format.encrypted`, `format.unreadable`,
 * `format.scanned` for pictures of pages, `format.cancelled`.
 */
export async function readPdf(bytes: Uint8Array, options: ReadOptions = {}): Promise<ParsedDocument> {
  holdFile(bytes, options.signal);
  const file = await openPdf(bytes);
  try {
    return build(await readPages(file, options), file.numPages, await propertiesOf(file));
  } catch (error) {
    throw unreadable(error);
  } finally {
    await close(file);
  }
}

/** What goes wrong in closing a damaged file tells nothing that reading it has not told. */
async function close(file: PdfFile): Promise<void> {
  await file.loadingTask.destroy().catch(() => undefined);
}

function build(
  { lines, scanned }: PdfPages,
  pages: number,
  properties: ParsedDocument['properties'],
): ParsedDocument {
  const kept = dropFurniture(lines, pages);
  if (pages > 0 && scanned === pages) throw new FormatError('format.scanned', { pages });
  const bodySize = usualSize(kept);
  const { body, notes } = takeNotes(kept, bodySize);
  const vocabulary = vocabularyOf(kept.map(({ text }) => text));
  const paragraphs = paragraphsOf(body, vocabulary);
  const noteTexts = notes.map(
    (note, at) =>
      `[${at + 1}] ${paragraphsOf(note, vocabulary)
        .map(({ text }) => text)
        .join(' ')}`,
  );
  const { text } = normaliseText([...paragraphs.map((paragraph) => paragraph.text), ...noteTexts].join('\n'));
  if (isBlank(text))
    throw new FormatError(scanned > 0 ? 'format.scanned' : 'format.empty', { reason: 'no-text' });
  const warnings: ParsedWarning[] = [{ code: 'layout-rebuilt', details: {} }];
  if (scanned > 0) warnings.push({ code: 'pages-scanned', details: { count: scanned } });
  return {
    format: 'pdf',
    text,
    headings: headingsOf(paragraphs, bodySize),
    encoding: null,
    properties,
    warnings,
  };
}

/** The size in which most characters are set. */
function usualSize(lines: readonly PdfLine[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...characters].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? 0;
}

/** Short paragraphs in clearly larger letters; the largest size is level 1. None when they are too many to be clear. */
function headingsOf(paragraphs: readonly PdfParagraph[], bodySize: number): ParsedHeading[] {
  const large = paragraphs.flatMap(({ text, size }, paragraph) =>
    size >= bodySize * HEADING_SIZE && text.length <= HEADING_LENGTH && /\p{L}/u.test(text)
      ? [{ paragraph, size: Math.round(size), title: text }]
      : [],
  );
  if (large.length > Math.max(3, paragraphs.length * HEADING_SHARE)) return [];
  const sizes = [...new Set(large.map(({ size }) => size))].toSorted((a, b) => b - a);
  return large.map(({ paragraph, size, title }) => ({
    paragraph,
    level: Math.min(9, sizes.indexOf(size) + 1),
    title,
  }));
}
