import { clampToShown, paragraphIndexAt } from './model.ts';
import type { WrittenTranscript } from './write.ts';

export interface DomPosition {
  readonly node: Text;
  readonly offset: number;
}

/** Where an offset of the normalised text stands in the page; hidden offsets go to the nearest shown place. */
export function toDom(written: WrittenTranscript, offset: number): DomPosition | null {
  const shown = clampToShown(written.model, offset);
  const index = paragraphIndexAt(written.model, shown);
  const paragraph = written.model.paragraphs[index];
  const node = written.paragraphs[index]?.text;
  if (paragraph === undefined || node === undefined) return null;
  // While somebody types, the page may be ahead of the model.
  return { node, offset: Math.min(shown - paragraph.wordsStart, node.data.length) };
}

/**
 * The offset that a position of the page means, or `null` outside the transcript. Positions in the number or the
 * speaker column mean the beginning of their paragraph, positions after all paragraphs the end.
 */
export function fromDom(written: WrittenTranscript, host: Node, node: Node, offset: number): number | null {
  const direct = written.indexOf.get(node);
  if (direct !== undefined) {
    const paragraph = written.model.paragraphs[direct];
    if (paragraph === undefined) return null;
    return Math.min(paragraph.wordsStart + offset, paragraph.end);
  }
  if (node === host) return edgeOf(written, offset);
  const row = rowOf(host, node);
  if (row === null) return null;
  const index = Number(row.dataset['index']);
  const paragraph = written.model.paragraphs[index];
  const words = written.paragraphs[index]?.words;
  if (paragraph === undefined || words === undefined) return null;
  const afterWords = node === words ? offset > 0 : node === row && offset >= row.childNodes.length;
  return afterWords ? paragraph.end : paragraph.wordsStart;
}

function edgeOf(written: WrittenTranscript, child: number): number | null {
  const paragraphs = written.model.paragraphs;
  const at = paragraphs[child];
  if (at !== undefined) return at.wordsStart;
  return paragraphs.at(-1)?.end ?? null;
}

function rowOf(host: Node, node: Node): HTMLElement | null {
  for (let at: Node | null = node; at !== null && at !== host; at = at.parentNode) {
    if (at.parentNode === host && at instanceof HTMLElement && at.dataset['index'] !== undefined) return at;
  }
  return null;
}
