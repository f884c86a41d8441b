import { diffEdits } from './diff-edits.ts';
import { editMap } from './edit-map.ts';
import { applyEdits, type TextEdit } from './edits.ts';

/** Edits made in one version of a text, as they are to be made in another: they follow their words. */
export function rebasedEdits(before: string, after: string, edits: readonly TextEdit[]): TextEdit[] {
  const map = editMap(diffEdits(before, after));
  return edits.map((edit) => ({ ...map.range(edit), text: edit.text }));
}

export interface MergedText {
  readonly text: string;
  /** Where an offset of `mine` is in it. */
  at(offset: number): number;
}

/** Two versions that came of one text, as one: what either changed is changed. Offsets are UTF-16 code units. */
export function mergeTexts(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === base) return { text: mine, at: (offset) => offset };
  const edits = rebasedEdits(base, mine, diffEdits(base, theirs));
  const map = editMap(edits);
  return { text: applyEdits(mine, edits), at: (offset) => map.position(offset, 'after') };
}
