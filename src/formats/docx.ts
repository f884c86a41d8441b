import { normaliseText } from '../text/normalise.ts';
import { isBlank } from '../text/paragraphs.ts';
import { isEncryptedOffice } from './detect.ts';
import { DocxBody, type DocxCounts } from './docx-body.ts';
import type { Line } from './docx-lines.ts';
import { locateParts, readProperties } from './docx-package.ts';
import { readHeadingLevels } from './docx-styles.ts';
import { LIMITS } from './limits.ts';
import {
  FormatError,
  holdLimit,
  stopIfCancelled,
  type ParsedDocument,
  type ParsedHeading,
  type ParsedWarning,
  type ReadOptions,
  type WarningCode,
} from './parsed-document.ts';
import { parseXml } from './xml.ts';
import { openArchive } from './zip.ts';

/**
 * Reads a Word document (.docx, .docm, strict or transitional) as text: one line per paragraph, line breaks as lines,
 * table rows as lines with tabs between cells, all tracked changes accepted, headings with their levels.
 *
 * The parts are walked as a stream rather than through mammoth, which was tried: its raw text drops line breaks and
 * so glues two words together, gives every cell a line of its own and tells no headings, and its tree overflows the
 * stack on deep nesting.
 *
 * Errors: `format.empty`, `format.too-large`, `format.too-deep`, `format.encrypted`, `format.unreadable` (with
 * `reason`), `format.cancelled`.
 */
export async function readDocx(bytes: Uint8Array, options: ReadOptions = {}): Promise<ParsedDocument> {
  const { onProgress, signal } = options;
  if (bytes.byteLength === 0) throw new FormatError('format.empty', { reason: 'no-bytes' });
  holdLimit('bytes', bytes.byteLength, LIMITS.fileBytes);
  stopIfCancelled(signal);
  if (isEncryptedOffice(bytes)) throw new FormatError('format.encrypted');
  const archive = await openArchive(bytes);
  const parts = await locateParts(archive, signal);
  const properties = await readProperties(archive, parts.properties, signal);
  const body = new DocxBody(await readHeadingLevels(archive, parts.styles, signal));
  const size = Math.max(1, archive.size(parts.main));
  await parseXml(archive.read(parts.main, signal), body, (done) => onProgress?.(Math.min(1, done / size)));
  const { text, headings } = assemble(body.lines());
  if (isBlank(text)) throw new FormatError('format.empty', { reason: 'no-text' });
  return {
    format: 'docx',
    text,
    headings,
    encoding: null,
    properties,
    warnings: warningsOf(body.counts, text),
  };
}

/** Joins the lines, and numbers headings as `splitParagraphs` will number the paragraphs of the text. */
function assemble(lines: readonly Line[]): {
  readonly text: string;
  readonly headings: readonly ParsedHeading[];
} {
  const headings: ParsedHeading[] = [];
  const texts: string[] = [];
  let paragraph = 0;
  for (const line of lines) {
    const { text } = normaliseText(line.text);
    texts.push(text);
    const filled = text.split('\n').filter((part) => !isBlank(part)).length;
    if (line.level !== null && filled > 0) {
      headings.push({ paragraph, level: line.level, title: text.replaceAll(/\s+/gu, ' ').trim() });
    }
    paragraph += filled;
  }
  return { text: texts.join('\n'), headings };
}

function warningsOf(counts: DocxCounts, text: string): ParsedWarning[] {
  const warnings: ParsedWarning[] = [];
  const { insertions, deletions } = counts;
  if (insertions + deletions > 0)
    warnings.push({ code: 'tracked-changes', details: { insertions, deletions } });
  const counted: readonly (readonly [WarningCode, number])[] = [
    ['hidden-text', counts.hidden],
    ['notes-left-out', counts.notes],
    ['comments-left-out', counts.comments],
    ['images-left-out', counts.images],
    ['characters-replaced', text.split('\uFFFD').length - 1],
  ];
  for (const [code, count] of counted) if (count > 0) warnings.push({ code, details: { count } });
  return warnings;
}
