import { isBlank } from '../text/paragraphs.ts';
import { assemble, type NoteLines, type Remarks } from './assemble.ts';
import { countedWarnings } from './counted-warnings.ts';
import { DocxBody, type Story } from './docx-body.ts';
import { readNumbering } from './docx-numbering.ts';
import { locateParts, readProperties } from './docx-package.ts';
import { readParagraphStyles } from './docx-styles.ts';
import { openPackage, walkMainPart } from './opening.ts';
import { FormatError, type ParsedDocument, type ReadOptions } from './parsed-document.ts';
import { takeMarks } from './passage-marks.ts';
import { parseXml } from './xml.ts';

/**
 * Reads a Word document (.docx, .docm, strict or transitional) as text: one line per paragraph, line breaks as lines,
 * table rows as lines with tabs between cells, numbers of lists as text, notes behind the text, all tracked changes
 * accepted, headings with their levels, comments with their passages.
 *
 * The parts are walked as a stream rather than through mammoth, which was tried: its raw text drops line breaks and
 * so glues two words together, gives every cell a line of its own and tells no headings, and its tree overflows the
 * stack on deep nesting.
 *
 * Errors: `format.empty`, `format.too-large`, `format.too-deep`, `format.encrypted`, `format.unreadable` (with
 * `reason`), `format.cancelled`.
 */
export async function readDocx(bytes: Uint8Array, options: ReadOptions = {}): Promise<ParsedDocument> {
  const { signal } = options;
  const archive = await openPackage(bytes, signal);
  const parts = await locateParts(archive, signal);
  const properties = await readProperties(archive, parts.properties, signal);
  const styles = await readParagraphStyles(archive, parts.styles, signal);
  const numbering = await readNumbering(archive, parts.numbering, signal);
  const body = new DocxBody(styles, numbering);
  await walkMainPart(archive, parts.main, body, options);
  const walk = async (part: string | null): Promise<readonly Story[]> => {
    if (part === null) return [];
    const stories = new DocxBody(styles, numbering);
    await parseXml(archive.read(part, signal), stories);
    return stories.stories;
  };
  const stories = {
    footnote: byId(body.notes.length === 0 ? [] : await walk(parts.footnotes)),
    endnote: byId(body.notes.length === 0 ? [] : await walk(parts.endnotes)),
  };
  const notes = body.notes.map(({ kind, id }) => stories[kind].get(id) ?? []);
  const { text, headings, comments } = assemble(body.lines(), notes, remarksOf(await walk(parts.comments)));
  if (isBlank(text)) throw new FormatError('format.empty', { reason: 'no-text' });
  return {
    format: 'docx',
    text,
    headings,
    encoding: null,
    properties,
    warnings: countedWarnings(body.counts, text),
    comments,
  };
}

function byId(stories: readonly Story[]): ReadonlyMap<string, NoteLines> {
  return new Map(stories.map(({ id, lines }) => [id, lines]));
}

function remarksOf(stories: readonly Story[]): Remarks {
  return new Map(
    stories.map(({ id, author, lines }) => [
      Number(id),
      { author, text: takeMarks(lines.map((line) => line.text).join('\n')).text },
    ]),
  );
}
