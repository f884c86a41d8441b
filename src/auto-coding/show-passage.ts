import type { Connection } from '../database/connection.ts';
import { placeOfHit } from '../search/describe-hit.ts';
import { snapToGraphemes } from '../text/graphemes.ts';
import { intersect, type TextRange } from '../text/range.ts';
import type { ShownPassage } from './contract.ts';
import type { DocumentPassages } from './sources.ts';

/** Characters shown of a passage, around it, and in a long passage before what was found. */
const LONGEST = 480;
const AROUND = 60;
const BEFORE_MARK = 160;

/** A passage as a person judges it: who speaks, what is said, what was found in it. */
export function showPassage(
  db: Connection,
  each: DocumentPassages,
  passage: DocumentPassages['passages'][number],
): ShownPassage {
  const { text } = each;
  const shown = snapToGraphemes(text, windowOf(passage));
  const around = snapToGraphemes(text, {
    start: Math.max(0, passage.start - AROUND),
    end: Math.min(text.length, passage.end + AROUND),
  });
  const cutBefore = shown.start > passage.start;
  const cutAfter = shown.end < passage.end;
  return {
    ...placeOfHit(db, each, passage.start),
    before: cutBefore
      ? ''
      : wholeWords(text, around.start, oneLine(text.slice(around.start, passage.start)), 'begins'),
    words: oneLine(text.slice(shown.start, shown.end)),
    after: cutAfter ? '' : wholeWords(text, around.end, oneLine(text.slice(passage.end, around.end)), 'ends'),
    cutBefore,
    cutAfter,
    marks: passage.hits.flatMap((hit) => {
      const seen = intersect(hit, shown);
      return seen === null ? [] : [{ start: seen.start - shown.start, end: seen.end - shown.start }];
    }),
  };
}

/** The part of a long passage that holds the beginning of what was found. */
function windowOf({ start, end, hits }: DocumentPassages['passages'][number]): TextRange {
  if (end - start <= LONGEST) return { start, end };
  const first = hits[0]?.start ?? start;
  const from = first + BEFORE_MARK < start + LONGEST ? start : Math.min(first - BEFORE_MARK, end - LONGEST);
  return { start: from, end: from + LONGEST };
}

/** What stands around a passage without the word that its window cut. */
function wholeWords(text: string, at: number, around: string, cut: 'begins' | 'ends'): string {
  if (at === 0 || at === text.length) return around;
  return cut === 'begins' ? around.replace(/^\S+\s+/u, '') : around.replace(/\s+\S+$/u, '');
}

/** Line ends become spaces: positions stay. */
function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
