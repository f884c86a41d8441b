import { formatTimecode } from './timecode.ts';
import type { Paragraph, TranscriptModel } from './model.ts';

/** A paragraph as it stands in the page. */
export interface WrittenParagraph {
  readonly row: HTMLElement;
  /** The element of the text column. */
  readonly words: HTMLElement;
  /** Its only child: the characters `[wordsStart, end)` of the paragraph. */
  readonly text: Text;
  /** The cell of the number, where marks of memos are put. */
  readonly number: HTMLElement | null;
}

export interface WrittenTranscript {
  readonly model: TranscriptModel;
  readonly paragraphs: readonly WrittenParagraph[];
  /** Index of the paragraph a text node belongs to. */
  readonly indexOf: ReadonlyMap<Node, number>;
}

/** Unlike in another place of the page where the same document is written. */
export function paragraphElementId(host: HTMLElement, documentId: number, index: number): string {
  return `${host.dataset['ids'] ?? 'tr'}-${documentId}-${index}`;
}

/**
 * Writes the text into `host`, once: one element per paragraph, one text node for its words. Of a long text the first
 * paragraphs alone are put into the page, so that it can be read at once; {@link attachRows} brings the others.
 */
export function writeTranscript(
  host: HTMLElement,
  model: TranscriptModel,
  first = model.paragraphs.length,
): WrittenTranscript {
  const indexOf = new Map<Node, number>();
  const paragraphs = model.paragraphs.map((paragraph) => {
    const written = writeParagraph(host, model, paragraph);
    indexOf.set(written.text, paragraph.index);
    return written;
  });
  const written = { model, paragraphs, indexOf };
  host.replaceChildren();
  attachRows(host, written, 0, first);
  return written;
}

/** Puts paragraphs `[from, to)` into the page, behind those that are there. */
export function attachRows(host: HTMLElement, written: WrittenTranscript, from: number, to: number): void {
  const fragment = document.createDocumentFragment();
  for (const paragraph of written.paragraphs.slice(from, to)) fragment.append(paragraph.row);
  host.append(fragment);
}

/**
 * Brings another model of the same text into the page without touching the words: only names and roles of speakers
 * change. `null` where the text, its paragraphs or their beginnings differ.
 */
export function rewriteSpeakers(
  written: WrittenTranscript,
  model: TranscriptModel,
): WrittenTranscript | null {
  const before = written.model;
  if (before.documentId !== model.documentId || before.text !== model.text) return null;
  if (before.paragraphs.length !== model.paragraphs.length) return null;
  const same = model.paragraphs.every((paragraph, index) => {
    const known = before.paragraphs[index];
    return (
      known?.start === paragraph.start &&
      known.wordsStart === paragraph.wordsStart &&
      known.heading === paragraph.heading &&
      (known.speakerName === null) === (paragraph.speakerName === null) &&
      known.timecodeMs === paragraph.timecodeMs
    );
  });
  if (!same) return null;
  for (const [index, paragraph] of model.paragraphs.entries()) {
    const row = written.paragraphs[index]?.row;
    if (row === undefined) continue;
    row.classList.toggle('tr-other', isOther(paragraph));
    const speaker = row.querySelector<HTMLElement>('.tr-speaker');
    if (speaker !== null && paragraph.speakerName !== null) {
      speaker.textContent = paragraph.speakerName;
      speaker.title = paragraph.speakerName;
    }
  }
  return { ...written, model };
}

export function isOther(paragraph: Paragraph): boolean {
  return paragraph.role === 'interviewer' || paragraph.role === 'ignored';
}

/** A paragraph as an element that is not in the page yet. */
export function writeParagraph(
  host: HTMLElement,
  model: TranscriptModel,
  paragraph: Paragraph,
): WrittenParagraph {
  const row = document.createElement('div');
  row.className = paragraph.heading ? 'tr-row tr-heading' : 'tr-row';
  row.classList.toggle('tr-other', isOther(paragraph));
  row.dataset['index'] = String(paragraph.index);

  let number: HTMLElement | null = null;
  if (!paragraph.heading) {
    number = cell('tr-number', paragraph.number === null ? '' : String(paragraph.number));
    row.append(number);
    if (paragraph.speakerName !== null) {
      const speaker = cell('tr-speaker', paragraph.speakerName);
      speaker.title = paragraph.speakerName;
      row.append(speaker);
      if (paragraph.timecodeMs !== null) row.append(cell('tr-time', formatTimecode(paragraph.timecodeMs)));
    }
  }
  const words = document.createElement(paragraph.heading ? 'h3' : 'p');
  words.className = 'tr-words';
  words.id = paragraphElementId(host, model.documentId, paragraph.index);
  const text = document.createTextNode(model.text.slice(paragraph.wordsStart, paragraph.end));
  words.append(text);
  row.append(words);
  return { row, words, text, number };
}

function cell(className: string, content: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = content;
  return element;
}
