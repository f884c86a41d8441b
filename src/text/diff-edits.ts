import { diffArrays } from 'diff';
import { tidyEdits, type TextEdit } from './edits.ts';
import type { TextRange } from './range.ts';

/** How many insertions and deletions are looked for at most, of lines and of words: beyond, a stretch counts as new. */
const MOST_LINES = 4_000;
const MOST_WORDS = 3_000;

/**
 * The edits that make one text of another, found by comparing lines first and then, where lines differ, words. White
 * space and signs are compared as they are. Two texts that have hardly anything in common give one edit for the whole.
 */
export function diffEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const stretch of changes(lines(before), lines(after), MOST_LINES)) {
    const [old, fresh] = [textOf(before, stretch.old), textOf(after, stretch.fresh)];
    for (const word of changes(words(old), words(fresh), MOST_WORDS)) {
      edits.push({
        start: stretch.old.start + word.old.start,
        end: stretch.old.start + word.old.end,
        text: textOf(fresh, word.fresh),
      });
    }
  }
  return tidyEdits(edits);
}

interface Change {
  /** What is replaced, in the old text, and by what, in the new one. */
  readonly old: TextRange;
  readonly fresh: TextRange;
}

/** Stretches in which two lists of pieces differ; the pieces of a list make up its text without gaps. */
function changes(old: readonly string[], fresh: readonly string[], most: number): Change[] {
  const parts = diffArrays([...old], [...fresh], { maxEditLength: most });
  if (parts === undefined) return [{ old: whole(old), fresh: whole(fresh) }];
  const found: Change[] = [];
  let [oldAt, freshAt] = [0, 0];
  let open: { old: number; fresh: number } | null = null;
  const close = (): void => {
    if (open === null) return;
    found.push({ old: { start: open.old, end: oldAt }, fresh: { start: open.fresh, end: freshAt } });
    open = null;
  };
  for (const { value, added, removed } of parts) {
    const size = value.reduce((sum, piece) => sum + piece.length, 0);
    if (!added && !removed) close();
    else open ??= { old: oldAt, fresh: freshAt };
    if (!added) oldAt += size;
    if (!removed) freshAt += size;
  }
  close();
  return found;
}

/** Lines with their ends. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

/** Words, runs of white space, and every other sign for itself. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}

function whole(pieces: readonly string[]): TextRange {
  return { start: 0, end: pieces.reduce((sum, piece) => sum + piece.length, 0) };
}

function textOf(text: string, { start, end }: TextRange): string {
  return text.slice(start, end);
}
