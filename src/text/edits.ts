import { cutsSurrogatePair, type TextRange } from './range.ts';

/**
 * Puts `text` in the place of `[start, end)`. In a list, positions are all those of the text before any of the edits,
 * in UTF-16 code units; edits ascend and never share a unit.
 */
export interface TextEdit extends TextRange {
  readonly text: string;
}

export type EditProblem = 'not-integer' | 'backward' | 'outside' | 'overlap' | 'surrogate' | 'malformed';

/** Why these edits cannot be made to this text, or `null` when they can. */
export function editsProblem(text: string, edits: readonly TextEdit[]): EditProblem | null {
  let reached = 0;
  for (const { start, end, text: added } of edits) {
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return 'not-integer';
    if (end < start) return 'backward';
    if (start < 0 || end > text.length) return 'outside';
    if (start < reached) return 'overlap';
    if (cutsSurrogatePair(text, start) || cutsSurrogatePair(text, end)) return 'surrogate';
    if (!added.isWellFormed()) return 'malformed';
    reached = end;
  }
  return null;
}

/** The text after the edits. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** The edits that lead back: `applyEdits(applyEdits(text, edits), invertEdits(text, edits))` is the text again. */
export function invertEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ start, end, text: added }) => {
    const inverse = {
      start: start + shift,
      end: start + shift + added.length,
      text: text.slice(start, end),
    };
    shift += added.length - (end - start);
    return inverse;
  });
}

/** The same change as the fewest edits: those that touch become one, those that change nothing go. */
export function tidyEdits(edits: readonly TextEdit[]): TextEdit[] {
  const tidy: TextEdit[] = [];
  for (const edit of edits) {
    if (edit.start === edit.end && edit.text === '') continue;
    const last = tidy.at(-1);
    if (last !== undefined && last.end === edit.start) {
      tidy[tidy.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
    } else {
      tidy.push(edit);
    }
  }
  return tidy;
}

/** A stretch of an edited text: kept from before, or added. */
type Piece =
  | { readonly kept: true; readonly start: number; readonly end: number }
  | { readonly kept: false; readonly text: string };

/** One list that does what the first and then the second do; the second speaks of the text as the first left it. */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const rest = piecesOf(first).toReversed();
  const pieces: Piece[] = [];
  let at = 0;
  for (const edit of second) {
    pieces.push(...take(rest, edit.start - at));
    take(rest, edit.end - edit.start);
    if (edit.text !== '') pieces.push({ kept: false, text: edit.text });
    at = edit.end;
  }
  return editsOf([...pieces, ...rest.toReversed()]);
}

const END = Number.MAX_SAFE_INTEGER;

function piecesOf(edits: readonly TextEdit[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end, text } of edits) {
    if (start > from) pieces.push({ kept: true, start: from, end: start });
    if (text !== '') pieces.push({ kept: false, text });
    from = end;
  }
  return [...pieces, { kept: true, start: from, end: END }];
}

/** Takes so many units off the end of a reversed list of pieces, cutting the last one where needed. */
function take(rest: Piece[], length: number): Piece[] {
  const taken: Piece[] = [];
  for (let wanted = length; wanted > 0;) {
    const piece = rest.pop();
    if (piece === undefined) break;
    const size = piece.kept ? piece.end - piece.start : piece.text.length;
    if (size <= wanted) {
      taken.push(piece);
      wanted -= size;
    } else if (piece.kept) {
      taken.push({ ...piece, end: piece.start + wanted });
      rest.push({ ...piece, start: piece.start + wanted });
      wanted = 0;
    } else {
      taken.push({ kept: false, text: piece.text.slice(0, wanted) });
      rest.push({ kept: false, text: piece.text.slice(wanted) });
      wanted = 0;
    }
  }
  return taken;
}

function editsOf(pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  let added = '';
  for (const piece of pieces) {
    if (!piece.kept) {
      added += piece.text;
      continue;
    }
    if (piece.start > from || added !== '') edits.push({ start: from, end: piece.start, text: added });
    added = '';
    from = piece.end;
  }
  return tidyEdits(edits);
}
