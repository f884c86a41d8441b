import type { Paragraph, TranscriptModel } from './model.ts';
import {
  isOther,
  paragraphElementId,
  writeParagraph,
  type WrittenParagraph,
  type WrittenTranscript,
} from './write.ts';

/**
 * Brings a corrected text of the same document into a page that is wholly there: only paragraphs that differ are written
 * anew, all others stay the elements they are. `kept` is the paragraph in which somebody is typing: its words in the
 * page are newer than any model. `null` where nothing is alike.
 */
export function patchTranscript(
  host: HTMLElement,
  written: WrittenTranscript,
  model: TranscriptModel,
  kept: WrittenParagraph | null,
): WrittenTranscript | null {
  const before = written.model;
  if (before.documentId !== model.documentId) return null;
  const [old, now] = [before.paragraphs, model.paragraphs];
  const same = (at: number, to: number): boolean => alike(before, old[at], model, now[to]);
  let head = 0;
  while (head < Math.min(old.length, now.length) && same(head, head)) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && same(old.length - 1 - tail, now.length - 1 - tail))
    tail += 1;
  if (head + tail === 0 && old.length > 1) return null;
  const middle: WrittenParagraph[] = [];
  const isSameCount = old.length === now.length;
  for (let index = head; index < now.length - tail; index += 1) {
    const paragraph = now[index];
    if (paragraph === undefined) continue;
    // What stands further down belongs to the paragraphs behind.
    const known = index < old.length - tail ? written.paragraphs[index] : undefined;
    const reused = isSameCount && known !== undefined && known === kept;
    middle.push(
      known !== undefined && (reused || isWritten(known, old[index], model, paragraph))
        ? known
        : writeParagraph(host, model, paragraph),
    );
  }
  const gone = written.paragraphs.slice(head, old.length - tail).filter((each) => !middle.includes(each));
  const rest = written.paragraphs.slice(old.length - tail);
  const anchor = rest[0]?.row ?? null;
  for (const { row } of gone) row.remove();
  // A row that is moved loses the focus: those that stand right stay.
  let behind = anchor;
  for (const { row } of middle.toReversed()) {
    if (row.parentNode !== host || row.nextSibling !== behind) host.insertBefore(row, behind);
    behind = row;
  }
  const paragraphs = [...written.paragraphs.slice(0, head), ...middle, ...rest];
  if (!isSameCount) renumber(host, paragraphs, model, head);
  const indexOf = new Map<Node, number>(paragraphs.map(({ text }, index) => [text, index]));
  return { model, paragraphs, indexOf };
}

function alike(
  before: TranscriptModel,
  a: Paragraph | undefined,
  model: TranscriptModel,
  b: Paragraph | undefined,
): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.heading === b.heading &&
    a.speakerName === b.speakerName &&
    a.timecodeMs === b.timecodeMs &&
    isOther(a) === isOther(b) &&
    a.end - a.wordsStart === b.end - b.wordsStart &&
    before.text.slice(a.wordsStart, a.end) === model.text.slice(b.wordsStart, b.end)
  );
}

/** Whether the page shows the words already: they were typed there. */
function isWritten(
  known: WrittenParagraph,
  old: Paragraph | undefined,
  model: TranscriptModel,
  paragraph: Paragraph,
): boolean {
  return (
    old !== undefined &&
    old.index === paragraph.index &&
    old.heading === paragraph.heading &&
    old.speakerName === paragraph.speakerName &&
    old.timecodeMs === paragraph.timecodeMs &&
    isOther(old) === isOther(paragraph) &&
    known.words.firstChild === known.text &&
    known.words.childNodes.length === 1 &&
    known.text.data === model.text.slice(paragraph.wordsStart, paragraph.end)
  );
}

function renumber(
  host: HTMLElement,
  paragraphs: readonly WrittenParagraph[],
  model: TranscriptModel,
  from: number,
): void {
  for (let index = from; index < paragraphs.length; index += 1) {
    const [written, paragraph] = [paragraphs[index], model.paragraphs[index]];
    if (written === undefined || paragraph === undefined) continue;
    written.row.dataset['index'] = String(index);
    written.words.id = paragraphElementId(host, model.documentId, index);
    const digits = written.number?.firstChild;
    if (digits instanceof Text) digits.data = paragraph.number === null ? '' : String(paragraph.number);
  }
}
