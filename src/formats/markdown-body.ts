import type { FootnoteDefinition, Heading, List, Nodes, Root } from 'mdast';
import type { NoteLines } from './assemble.ts';
import type { Line } from './docx-lines.ts';
import { LineFlow } from './line-flow.ts';
import { BULLET } from './list-numbers.ts';
import { htmlText, inlineText, type MarkdownCounts } from './markdown-inline.ts';

/** What stands between these is never said. */
const UNSAID: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<script', '</script>'],
  ['<style', '</style>'],
];

/** Walks the blocks of a Markdown text. The source is asked for what the tree forgets: how numbers are written. */
export class MarkdownBody {
  readonly counts: MarkdownCounts = { insertions: 0, deletions: 0, images: 0 };
  readonly #source: string;
  readonly #flow = new LineFlow();
  readonly #definitions = new Map<string, FootnoteDefinition>();
  /** Numbers of notes by identifier, in the order of their references. */
  readonly #numbers = new Map<string, number>();
  #marker = '';

  constructor(root: Root, source: string) {
    this.#source = source;
    this.#collect(root);
    this.#blocks(root.children);
  }

  lines(): readonly Line[] {
    return this.#flow.lines();
  }

  notes(): readonly NoteLines[] {
    const notes: NoteLines[] = [];
    // Notes that are first referred to in a note come behind it.
    for (const identifier of this.#numbers.keys()) {
      this.#flow.openInner();
      this.#blocks(this.#definitions.get(identifier)?.children ?? []);
      notes.push(this.#flow.closeInner());
    }
    return notes;
  }

  #collect(root: Root): void {
    const pending: Nodes[] = [root];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node.type === 'footnoteDefinition' && !this.#definitions.has(node.identifier)) {
        this.#definitions.set(node.identifier, node);
      }
      if ('children' in node) for (const child of node.children) pending.push(child);
    }
  }

  /** Containers nest no deeper than `isTame` lets them. */
  #blocks(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.#block(node);
  }

  #block(node: Nodes): void {
    switch (node.type) {
      case 'paragraph':
        return this.#add(this.#inline(node.children));
      case 'heading':
        return this.#heading(node);
      case 'code':
        return this.#add(node.value);
      case 'html':
        return this.#add(htmlBlock(node.value));
      case 'list':
        return this.#list(node);
      case 'table':
        for (const row of node.children) {
          const cells = row.children.map((cell) => this.#inline(cell.children));
          // A table must have a heading there: one without words is none.
          if (row !== node.children[0] || cells.some((cell) => cell !== '')) this.#flow.add(cells.join('\t'));
        }
        return;
      case 'blockquote':
        return this.#blocks(node.children);
      case 'footnoteDefinition':
      case 'definition':
      case 'thematicBreak':
        return;
      default:
        if ('children' in node) this.#blocks(node.children);
    }
  }

  #heading(heading: Heading): void {
    const text = this.#inline(heading.children)
      .replace(/\{[#.-][^{}]*\}$/u, '')
      .trimEnd();
    // Lines above a rule are a heading to Markdown; of several, somebody only drew a line under what was said.
    this.#add(text, text.includes('\n') ? null : heading.depth);
  }

  #list(list: List): void {
    for (const [index, item] of list.children.entries()) {
      const sign = this.#source.charAt((item.position?.start.offset ?? 0) + markerLength(this.#source, item.position?.start.offset ?? 0)); // prettier-ignore
      this.#marker =
        list.ordered === true ? `${(list.start ?? 1) + index}${sign === ')' ? ')' : '.'}` : BULLET;
      this.#blocks(item.children);
      this.#marker = '';
    }
  }

  #inline(children: readonly Nodes[]): string {
    return inlineText(children, (identifier) => this.#noteNumber(identifier), this.counts);
  }

  #noteNumber(identifier: string): number {
    const known = this.#numbers.get(identifier);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(identifier, number);
    return number;
  }

  #add(text: string, level: number | null = null): void {
    if (text.trim() === '') return;
    this.#flow.add(this.#marker === '' ? text : `${this.#marker} ${text}`, level);
    this.#marker = '';
  }
}

/** How many digits a list's number has. */
function markerLength(source: string, at: number): number {
  return /^\d{1,9}/u.exec(source.slice(at, at + 10))?.[0].length ?? 0;
}

/** A block that is nothing but elements goes; words between them, and what only looks like an element, stay. */
function htmlBlock(value: string): string {
  let plain = value;
  for (const [start, end] of UNSAID) plain = withoutBetween(plain, start, end);
  const lines = plain.replaceAll(/<[^<>]*>/gu, (tag) => htmlText(tag)).split('\n');
  return lines.filter((line) => line.trim() !== '').join('\n'); // prettier-ignore
}

/** What is left without everything from one sign to the next other; an open end goes to the last character. */
function withoutBetween(value: string, start: string, end: string): string {
  // Only ASCII, so that every position stays what it is.
  const folded = value.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());
  const kept: string[] = [];
  let from = 0;
  for (let at = folded.indexOf(start); at !== -1; at = folded.indexOf(start, from)) {
    kept.push(value.slice(from, at));
    const close = folded.indexOf(end, at);
    from = close === -1 ? value.length : close + end.length;
  }
  kept.push(value.slice(from));
  return kept.join('');
}
