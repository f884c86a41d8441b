import { isBlank } from '../text/paragraphs.ts';
import { assemble } from './assemble.ts';
import { countedWarnings } from './counted-warnings.ts';
import { readHtmlContent } from './html-content.ts';
import { decodePage } from './html-encoding.ts';
import { FormatError, holdFile, type ParsedDocument, type ReadOptions } from './parsed-document.ts';

export interface HtmlOptions extends ReadOptions {
  /** When a person has chosen: one of `ENCODINGS`. */
  readonly encoding?: string | undefined;
}

/**
 * Reads a web page (.html, .xhtml) by its structure: blocks are paragraphs, lists have their numbers, table rows are
 * lines with tabs, footnotes of the usual writers stand at the end. Programs, looks, navigation and what is hidden are
 * left out, and nothing of the page but its text goes further. Errors: `format.empty`, `format.too-large`,
 * `format.too-deep`, `format.wrong-kind`, `format.cancelled`, `encoding.unknown`.
 */
export async function readHtml(bytes: Uint8Array, options: HtmlOptions = {}): Promise<ParsedDocument> {
  const { onProgress, signal } = options;
  holdFile(bytes, signal);
  const { page, encoding } = decodePage(bytes, options.encoding);
  const content = await readHtmlContent(page, { signal });
  const { text, headings } = assemble(content.lines, content.notes, new Map());
  if (isBlank(text)) throw new FormatError('format.empty', { reason: 'no-text' });
  onProgress?.(1);
  const warnings = countedWarnings(content.counts, text);
  return { format: 'html', text, headings, encoding, properties: content.properties, warnings };
}
