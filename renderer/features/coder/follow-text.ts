import type { TextRange } from '../../../src/text/range.ts';
import type { CoderState, CoderStore } from './state.ts';

/**
 * Where an offset of a text is in another version of it, told by what both have in common at their beginning and at
 * their end; within what differs, an offset stays as far as the new words reach.
 */
export function offsetsAfter(before: string, after: string): (offset: number) => number {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  const growth = after.length - before.length;
  return (offset) => {
    if (offset <= head) return offset;
    if (offset >= before.length - tail) return offset + growth;
    return Math.min(offset, after.length - tail);
  };
}

/** What is in hand in a reader follows its words when the text is corrected: here, in the other reader, elsewhere. */
export function followText(coder: CoderStore, before: string, after: string): void {
  if (before === after) return;
  const at = offsetsAfter(before, after);
  const range = ({ start, end }: TextRange): TextRange => ({ start: at(start), end: at(end) });
  coder.setState(({ selection, palette, chooser }): Partial<CoderState> => {
    const target = palette === null ? null : range(palette.range);
    const chosen = chooser === null ? null : range(chooser.range);
    return {
      selection: selection === null ? null : { anchor: at(selection.anchor), focus: at(selection.focus) },
      palette: palette === null || target === null || isGone(target) ? null : { ...palette, range: target },
      chooser: chooser === null || chosen === null || isGone(chosen) ? null : { ...chooser, range: chosen },
    };
  });
}

const isGone = ({ start, end }: TextRange): boolean => start >= end;
