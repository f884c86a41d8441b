import { APOSTROPHE, HYPHEN, LETTER, MARK, classAt } from './char-class.ts';
import { tidyEdits, type TextEdit } from './edits.ts';
import { cutsSurrogatePair } from './range.ts';
import { wordAt } from './words.ts';

/**
 * The same change, said so that ranges can follow it: first without what stays the same at both ends of each edit, then
 * in whole words. « Slac » that becomes « Slack » is a word replaced, not a letter added behind it: a segment that ended
 * with the word still does. Edits are those of `tidyEdits`.
 */
export function settleEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const bare = tidyEdits(tidyEdits(edits).map((edit) => withoutSame(text, edit)));
  const whole: TextEdit[] = [];
  for (const [index, edit] of bare.entries()) {
    const before = whole.at(-1)?.end ?? 0;
    const after = bare[index + 1]?.start ?? text.length;
    whole.push(inWords(text, edit, before, after));
  }
  return tidyEdits(whole);
}

function withoutSame(text: string, edit: TextEdit): TextEdit {
  const most = Math.min(edit.end - edit.start, edit.text.length);
  let head = 0;
  while (head < most && text[edit.start + head] === edit.text[head]) head += 1;
  if (cutsSurrogatePair(text, edit.start + head) || cutsSurrogatePair(edit.text, head)) head -= 1;
  let tail = 0;
  while (tail < most - head && text[edit.end - 1 - tail] === edit.text[edit.text.length - 1 - tail])
    tail += 1;
  if (cutsSurrogatePair(text, edit.end - tail) || cutsSurrogatePair(edit.text, edit.text.length - tail))
    tail -= 1;
  return {
    start: edit.start + head,
    end: edit.end - tail,
    text: edit.text.slice(head, edit.text.length - tail),
  };
}

/** Grows an edit to the words that it changes, between the edits beside it. */
function inWords(text: string, edit: TextEdit, least: number, most: number): TextEdit {
  const first = edit.text === '' ? classAt(text, edit.end) : classAt(edit.text, 0);
  const last = edit.text === '' ? classAt(text, edit.start - 1) : classAt(edit.text, edit.text.length - 1);
  let { start, end } = edit;
  if (joins(first) && isWordSign(classAt(text, start - 1))) start = wordAt(text, start)?.start ?? start;
  if (joins(last) && isWordSign(classAt(text, end))) end = wordAt(text, end)?.end ?? end;
  start = Math.max(least, Math.min(start, edit.start));
  end = Math.min(most, Math.max(end, edit.end));
  return { start, end, text: text.slice(start, edit.start) + edit.text + text.slice(edit.end, end) };
}

function isWordSign(kind: number): boolean {
  return kind === LETTER || kind === MARK;
}

/** What goes on with a word: its letters, and the hyphens and apostrophes that join its parts. */
function joins(kind: number): boolean {
  return isWordSign(kind) || kind === HYPHEN || kind === APOSTROPHE;
}
