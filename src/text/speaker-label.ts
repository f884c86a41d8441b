import { trimWhiteSpace } from './char-class.ts';
import { fold } from './fold.ts';
import type { TextRange } from './range.ts';
import { CERTAIN_TIMECODE, TIMECODE, timecodeMs } from './timecodes.ts';

/** How a label is set off from what is said. */
export type SpeakerPattern = 'voice' | 'bracket' | 'timecode' | 'colon' | 'dash' | 'tab' | 'template';

/** A label is at most this many characters (code points) long. */
export const MAX_LABEL = 63;

/** What the start of a paragraph looks like; whether it is a speaker is for the whole transcript to tell. */
export interface LineLabel {
  readonly pattern: SpeakerPattern;
  /** For display: without brackets, separators and time code. */
  readonly label: string;
  /** Where what is said begins in the text; the paragraph's end when the label stands alone. */
  readonly bodyStart: number;
  readonly timecodeMs: number | null;
}

const NAME = String.raw`(?<label>[^\s:;!?…«»"“”<>\[\]|=#][^:;!?…«»"“”<>\[\]|=#\t—–]{0,${MAX_LABEL - 1}}?)`;
const LEAD = String.raw`^\s*(?:(?<lead>${CERTAIN_TIMECODE}|${TIMECODE}(?=\s))\s*[—–-]?\s*)?`;
const AFTER = String.raw`(?:\s*(?<trail>${CERTAIN_TIMECODE}))?`;

/** In the order in which they are tried: the more particular first. */
const PATTERNS: readonly (readonly [SpeakerPattern, RegExp])[] = [
  ['voice', new RegExp(String.raw`^\s*<v(?:\.[^\s>]*)?\s+(?<label>[^>]{1,${MAX_LABEL}})>`, 'u')],
  [
    'bracket',
    new RegExp(
      String.raw`${LEAD}\[\s*(?<label>[^\]\s][^\]]{0,${MAX_LABEL - 1}}?)(?:\s+(?<trail>${TIMECODE}))?\s*\]\s*(?:[:—–-](?=\s|$))?`,
      'u',
    ),
  ],
  // Not behind « // » (an address), a digit (a time) or as the eyes of a smiley.
  [
    'colon',
    new RegExp(String.raw`${LEAD}${NAME}(?:\s*[,(]?(?<time>${TIMECODE})\)?)?\s*:(?![/)\d])${AFTER}`, 'u'),
  ],
  [
    'timecode',
    new RegExp(String.raw`${LEAD}${NAME}[\s,]+(?:[—–-]\s*)?(?<time>${TIMECODE})(?:\s*[—–-])?(?=\s|$)`, 'u'),
  ],
  ['dash', new RegExp(String.raw`${LEAD}${NAME}(?:\s*[—–]|\s-)(?=\s)${AFTER}`, 'u')],
  ['tab', new RegExp(String.raw`${LEAD}${NAME}[ \u00A0]*\t${AFTER}`, 'u')],
];

/** Reads the label that a paragraph seems to begin with; `null` when it begins with none. */
export function readLabel(text: string, paragraph: TextRange): LineLabel | null {
  const line = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 4 * MAX_LABEL));
  for (const [pattern, expression] of PATTERNS) {
    const found = expression.exec(line);
    const groups = found?.groups;
    if (found === null || groups === undefined) continue;
    const label = cleanLabel(groups['label'] ?? '');
    if (!/\p{L}/u.test(label)) continue;
    const time = groups['time'] ?? groups['trail'] ?? groups['lead'];
    return {
      pattern,
      label,
      bodyStart: skipWhiteSpace(text, paragraph.start + found[0].length, paragraph.end),
      timecodeMs: time === undefined ? null : timecodeMs(time),
    };
  }
  return null;
}

/** A label for display: `R3:` gives `R3`, `[id1]` gives `id1`, `<v Anna>` gives `Anna`; spaces become single. */
export function cleanLabel(raw: string): string {
  const bare = raw
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^<v(?:\.[^\s>]*)? ([^>]*)>?$/u, '$1')
    .replace(/^\[(.*)\][ :—–-]*$/u, '$1')
    .replace(new RegExp(String.raw`[ ,(]*${CERTAIN_TIMECODE}\)?[ :]*$`, 'u'), '')
    .replace(/[ :,—–-]+$/u, '');
  return bare.trim();
}

/** What makes two labels the same speaker: case, accents and kinds of spaces do not count. */
export function labelKey(label: string): string {
  return fold(cleanLabel(label)).folded.replaceAll(/\s+/gu, ' ');
}

function skipWhiteSpace(text: string, from: number, to: number): number {
  const rest = trimWhiteSpace(text, from, to);
  return rest.start === rest.end ? to : rest.start;
}
