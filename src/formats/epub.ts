import { isBlank } from '../text/paragraphs.ts';
import { assemble, type NoteLines } from './assemble.ts';
import { countedWarnings } from './counted-warnings.ts';
import type { Line } from './docx-lines.ts';
import { isLocked, readPackage } from './epub-package.ts';
import { readHtmlContent } from './html-content.ts';
import { decodePage } from './html-encoding.ts';
import { LIMITS } from './limits.ts';
import { openPackage } from './opening.ts';
import { FormatError, holdLimit, type ParsedDocument, type ReadOptions } from './parsed-document.ts';
import type { Archive } from './zip.ts';

/**
 * Reads an electronic book (.epub) in the order of its spine, every page as a web page is read; notes are numbered
 * through the book. Errors: `format.empty`, `format.encrypted`, `format.unreadable`, `format.too-large`,
 * `format.too-deep`, `format.cancelled`.
 */
export async function readEpub(
  bytes: Uint8Array,
  { onProgress, signal }: ReadOptions = {},
): Promise<ParsedDocument> {
  const archive = await openPackage(bytes, signal);
  if (await isLocked(archive, signal)) throw new FormatError('format.encrypted');
  const { pages, properties } = await readPackage(archive, signal);
  const lines: Line[] = [];
  const notes: NoteLines[] = [];
  const counts = { insertions: 0, deletions: 0, hidden: 0, images: 0 };
  let characters = 0;
  for (const [index, name] of pages.entries()) {
    const { page } = decodePage(await wholePart(archive, name, signal), undefined);
    characters += page.length;
    holdLimit('characters', characters, LIMITS.characters);
    const content = await readHtmlContent(page, { firstNote: notes.length + 1, signal });
    for (const line of content.lines) lines.push(line);
    for (const note of content.notes) notes.push(note);
    holdLimit('lines', lines.length, LIMITS.lines);
    for (const key of ['insertions', 'deletions', 'hidden', 'images'] as const)
      counts[key] += content.counts[key];
    onProgress?.((index + 1) / pages.length);
  }
  const { text, headings } = assemble(lines, notes, new Map());
  if (isBlank(text)) throw new FormatError('format.empty', { reason: 'no-text' });
  return {
    format: 'epub',
    text,
    headings,
    encoding: null,
    properties,
    warnings: countedWarnings(counts, text),
  };
}

async function wholePart(
  archive: Archive,
  name: string,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  holdLimit('inflated-bytes', archive.size(name), LIMITS.fileBytes);
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive.read(name, signal)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
