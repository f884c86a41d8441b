import { diffEdits } from './diff-edits.ts';

export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Two texts read as one, word by word: what stayed, what went, what came. Equal texts give one piece or none. */
export function diffPieces(before: string, after: string): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  const push = (kind: DiffPiece['kind'], text: string): void => {
    if (text !== '') pieces.push({ kind, text });
  };
  let at = 0;
  for (const edit of diffEdits(before, after)) {
    push('same', before.slice(at, edit.start));
    push('removed', before.slice(edit.start, edit.end));
    push('added', edit.text);
    at = edit.end;
  }
  push('same', before.slice(at));
  return pieces;
}
