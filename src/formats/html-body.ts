import { noteReference, type NoteLines } from './assemble.ts';
import type { Line } from './docx-lines.ts';
import { headingLevel, isBlock, isInsertion, keepsSpace, leftOut, wordTabs } from './html-elements.ts';
import { HtmlLists } from './html-lists.ts';
import { isBackLink, noteTarget, type HtmlNotes } from './html-notes.ts';
import { HtmlParagraph } from './html-paragraph.ts';
import { attributeOf, type HtmlElement } from './html-tree.ts';
import { LineFlow } from './line-flow.ts';

/** What was met and does not show in the text. */
export interface HtmlCounts {
  insertions: number;
  deletions: number;
  hidden: number;
  images: number;
}

/** Turns the elements of a page into lines: blocks are paragraphs, everything else is inside of one. */
export class HtmlBody {
  readonly counts: HtmlCounts = { insertions: 0, deletions: 0, hidden: 0, images: 0 };
  readonly #notes: HtmlNotes;
  readonly #flow = new LineFlow();
  readonly #lists = new HtmlLists();
  readonly #paragraph = new HtmlParagraph();
  readonly #noteLines = new Map<number, NoteLines>();
  /** For each open element that says so, whether white space counts in it. */
  readonly #spaces: boolean[] = [];
  readonly #levels: number[] = [];
  #openNotes = 0;

  constructor(notes: HtmlNotes) {
    this.#notes = notes;
  }

  lines(): readonly Line[] {
    this.#endParagraph();
    return this.#flow.lines();
  }

  /** In the order of their numbers. */
  notes(): readonly NoteLines[] {
    return [...this.#noteLines].toSorted(([a], [b]) => a - b).map(([, lines]) => lines);
  }

  enter(element: HtmlElement): boolean {
    if (!this.#isRead(element)) return false;
    const reference = this.#notes.get(noteTarget(element) ?? '');
    if (reference !== undefined) {
      this.#paragraph.add(noteReference(reference), false);
      return false;
    }
    if (element.tagName === 'br') {
      this.#paragraph.break();
      return false;
    }
    const tabs = wordTabs(element);
    if (tabs > 0) {
      this.#paragraph.add('\t'.repeat(tabs), true);
      return false;
    }
    if (isBlock(element)) this.#enterBlock(element);
    const space = keepsSpace(element);
    if (space !== null) this.#spaces.push(space);
    if (this.#noteNumber(element) !== undefined) this.#enterNote();
    return true;
  }

  leave(element: HtmlElement): void {
    const note = this.#noteNumber(element);
    if (note !== undefined) this.#leaveNote(note);
    if (keepsSpace(element) !== null) this.#spaces.pop();
    if (isBlock(element)) this.#leaveBlock(element);
  }

  text(value: string): void {
    this.#paragraph.add(value, this.#spaces.at(-1) === true);
  }

  #isRead(element: HtmlElement): boolean {
    const reason = leftOut(element);
    if (reason === 'hidden') this.counts.hidden += 1;
    if (reason === 'deleted') this.counts.deletions += 1;
    if (reason !== null) return false;
    if (element.tagName === 'img') this.counts.images += 1;
    if (isInsertion(element)) this.counts.insertions += 1;
    return !(this.#openNotes > 0 && isBackLink(element));
  }

  #enterBlock(element: HtmlElement): void {
    this.#endParagraph();
    this.#lists.enter(element);
    const level = headingLevel(element);
    if (level !== null) this.#levels.push(level);
    if (element.tagName === 'li' && this.#noteNumber(element) === undefined) {
      this.#paragraph.mark(this.#lists.marker(element));
    } else if (element.tagName === 'tr') this.#flow.openRow();
    else if (isCell(element)) this.#flow.openInner();
  }

  #leaveBlock(element: HtmlElement): void {
    this.#endParagraph();
    this.#lists.leave(element);
    if (headingLevel(element) !== null) this.#levels.pop();
    if (element.tagName === 'li') this.#paragraph.mark('');
    else if (element.tagName === 'tr') this.#flow.closeRow();
    else if (isCell(element)) this.#flow.closeCell();
  }

  #enterNote(): void {
    this.#endParagraph();
    this.#flow.openInner();
    this.#openNotes += 1;
  }

  #leaveNote(number: number): void {
    this.#endParagraph();
    this.#openNotes -= 1;
    const lines = this.#flow.closeInner();
    // An id that comes twice is one note all the same.
    this.#noteLines.set(number, [...(this.#noteLines.get(number) ?? []), ...lines]);
  }

  #noteNumber(element: HtmlElement): number | undefined {
    return this.#notes.get(attributeOf(element, 'id') ?? '');
  }

  #endParagraph(): void {
    const text = this.#paragraph.end();
    if (text !== '') this.#flow.add(text, this.#levels.at(-1) ?? null);
  }
}

function isCell(element: HtmlElement): boolean {
  return element.tagName === 'td' || element.tagName === 'th';
}
