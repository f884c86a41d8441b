import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { isBlank } from '../text/paragraphs.ts';
import { assemble } from './assemble.ts';
import { countedWarnings } from './counted-warnings.ts';
import { MarkdownBody } from './markdown-body.ts';
import { splitFrontMatter } from './markdown-front-matter.ts';
import { FormatError, stopIfCancelled, type ParsedDocument, type ReadOptions } from './parsed-document.ts';
import { readText } from './text.ts';

export interface MarkdownOptions extends ReadOptions {
  /** When a person has chosen: one of `ENCODINGS`. */
  readonly encoding?: string | undefined;
}

/** Above these the parser's time and memory grow faster than the text: it is then read as it is written. */
const MAX_CHARACTERS = 2_000_000;
const MAX_LINES = 10_000;
const MAX_SIGNS = 100_000;
/** Signs of a block are compared with each other: 8,000 in one, or many in many. */
const MAX_COMPARISONS = 64_000_000;
const MAX_CONTAINERS = 32;

/**
 * Reads a Markdown text (CommonMark 0.31 with GitHub's tables, notes and lists): headings, lists with their numbers,
 * tables, notes at the end; the signs that shape words are gone. Lines stay lines, as in a transcript they are turns;
 * `<rires>` and other words that only look like elements stay. Errors: those of `readText`, `format.cancelled`.
 */
export function readMarkdown(bytes: Uint8Array, options: MarkdownOptions = {}): ParsedDocument {
  const plain = readText(bytes, { encoding: options.encoding });
  stopIfCancelled(options.signal);
  if (!isTame(plain.text)) return plain;
  const { properties, body } = splitFrontMatter(plain.text);
  const extensions = [gfm({ singleTilde: false })];
  const root = fromMarkdown(body, { extensions, mdastExtensions: [gfmFromMarkdown()] });
  stopIfCancelled(options.signal);
  const reader = new MarkdownBody(root, body);
  const { text, headings } = assemble(reader.lines(), reader.notes(), new Map());
  if (isBlank(text)) throw new FormatError('format.empty', { reason: 'no-text' });
  options.onProgress?.(1);
  // What was replaced while decoding is among the text's own warnings already.
  const { insertions, deletions, images } = reader.counts;
  const warnings = [...plain.warnings, ...countedWarnings({ insertions, deletions, images }, '')];
  return { format: 'markdown', text, headings, encoding: plain.encoding, properties, warnings };
}

/** Whether a text is one that a person could have written: no block of it is nothing but signs. */
function isTame(text: string): boolean {
  if (text.length > MAX_CHARACTERS) return false;
  let signs = 0;
  let blockSigns = 0;
  let comparisons = 0;
  const lines = text.split('\n');
  if (lines.length > MAX_LINES) return false;
  for (const line of lines) {
    const containers = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))*/u.exec(line)?.[0] ?? '';
    if (containers.replaceAll(/[ \t]/gu, '').length > MAX_CONTAINERS) return false;
    const found = line.match(/[*_[\]!<&`~|(]/gu)?.length ?? 0;
    signs += found;
    comparisons += found * (2 * blockSigns + found);
    blockSigns = isBlank(line) ? 0 : blockSigns + found;
    if (signs > MAX_SIGNS || comparisons > MAX_COMPARISONS) return false;
  }
  return true;
}
