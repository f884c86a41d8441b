import type { TextRange } from './range.ts';
import { cleanLabel, MAX_LABEL, type LineLabel } from './speaker-label.ts';
import { TIMECODE, timecodeMs } from './timecodes.ts';

/** A pattern that a person gave for the starts of paragraphs, ready to read with. */
export interface SpeakerTemplate {
  readonly source: string;
  /** The label that a paragraph begins with; `null` when it does not follow the pattern. */
  read(text: string, paragraph: TextRange): LineLabel | null;
}

export type TemplateProblem = 'too-long' | 'no-name' | 'not-a-pattern' | 'too-slow';

/** Longest pattern in UTF-16 code units. */
export const MAX_TEMPLATE = 200;
/** How much of a paragraph a pattern sees: four labels. */
const SEEN = 4 * MAX_LABEL;
const NAME = String.raw`(?<label>[^\s\t][^\n\t]{0,${MAX_LABEL - 1}}?)`;
const TIME = `(?<time>${TIMECODE})`;
/** How many names and times a template may have: each could be read in many ways. */
const MAX_PLACEHOLDERS = 4;
const MAX_NAMES = 2;
/** In how many ways a line may be read: two repetitions without end, and two choices more. */
const MAX_WAYS = 4 * SEEN ** 2;

/**
 * Reads a pattern. A template is written as the text is, with `%NOM%` (or `%NAME%`) for who speaks and `%HEURE%` (or
 * `%TIME%`) for a time code: `[%NOM%]`, `%NOM% (%HEURE%) :`. Between slashes it is a regular expression, whose group
 * `label`, or else the first, is who speaks. What could run for ever is refused.
 */
export function speakerTemplate(source: string): SpeakerTemplate | { readonly problem: TemplateProblem } {
  const pattern = source.trim();
  if (pattern.length > MAX_TEMPLATE) return { problem: 'too-long' };
  const given = /^\/(.+)\/$/u.exec(pattern)?.[1];
  if (given !== undefined && mayRunAway(given)) return { problem: 'too-slow' };
  if (given === undefined) {
    const names = countOf(pattern, /%(?:NOM|NAME)%/giu);
    if (names === 0) return { problem: 'no-name' };
    if (names > MAX_NAMES || countOf(pattern, /%[A-Za-z]+%/gu) > MAX_PLACEHOLDERS)
      return { problem: 'too-slow' };
  }
  const body = given === undefined ? fromTemplate(pattern) : given.replace(/^\^/u, '');
  let expression: RegExp;
  try {
    expression = new RegExp(String.raw`^\s*(?:${body})`, given === undefined ? 'iu' : 'u');
    // With an empty alternative every expression matches, and its groups can be counted.
    if ((new RegExp(`${expression.source}|`, 'u').exec('')?.length ?? 1) < 2) return { problem: 'no-name' };
  } catch {
    return { problem: 'not-a-pattern' };
  }
  return { source: pattern, read: (text, paragraph) => readWith(expression, text, paragraph) };
}

function readWith(expression: RegExp, text: string, paragraph: TextRange): LineLabel | null {
  const found = expression.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + SEEN)));
  if (found === null) return null;
  const raw = found.groups?.['label'] ?? found.groups?.['nom'] ?? found[1] ?? '';
  const label = cleanLabel(raw);
  if (label.length > MAX_LABEL || !/[\p{L}\p{N}]/u.test(label)) return null;
  const time = found.groups?.['time'] ?? found.groups?.['heure'];
  const after = paragraph.start + found[0].length;
  const spaces = /^\s*/u.exec(text.slice(after, paragraph.end))?.[0].length ?? 0;
  return {
    pattern: 'template',
    label,
    bodyStart: after + spaces,
    timecodeMs: time === undefined ? null : timecodeMs(time),
  };
}

function fromTemplate(template: string): string {
  let named = false;
  let timed = false;
  const parts = template.split(/(%[A-Za-z]+%|\s+)/u).map((part) => {
    if (/^\s+$/u.test(part)) return String.raw`\s*`;
    if (/^%(?:HEURE|TIME)%$/iu.test(part)) {
      const again = timed;
      timed = true;
      return again ? TIMECODE : TIME;
    }
    if (!/^%(?:NOM|NAME)%$/iu.test(part)) return part.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
    const first = !named;
    named = true;
    return first ? NAME : String.raw`[^\n\t]{1,${MAX_LABEL}}?`;
  });
  // A name at the end of the template ends where its line does.
  return /%(?:NOM|NAME)%$/iu.test(template) ? String.raw`${parts.join('')}\s*$` : parts.join('');
}

function countOf(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

/** What repeats is a character or a class: then a line can be read in as many ways as the choices multiply to. */
function mayRunAway(source: string): boolean {
  const bare = source
    .replaceAll(/\\[^1-9k]/gu, 'x')
    .replaceAll(/\[[^\]]*\]/gu, 'x')
    .replaceAll(/\(\?(?:[:=!]|<[=!]|<\w+>)/gu, '(');
  if (/\\[1-9k]/u.test(bare)) return true;
  if (/\)(?:[*+]|\{\d+,?\d*\})/u.test(bare)) return true;
  let ways = 1;
  for (const [choice, from, to] of bare.matchAll(/(?:[*+]|\{(\d+)(?:,(\d*))?\})\??|\?\??|\|/gu))
    ways *= /^[?|]/u.test(choice) ? 2 : waysOf(from, to);
  return ways > MAX_WAYS;
}

/** In how many ways `{from,to}` can be read: one for `{3}`, where `to` is missing; `*` and `+` have neither. */
function waysOf(from: string | undefined, to: string | undefined): number {
  if (from === undefined || to === '') return SEEN;
  return to === undefined ? 1 : Math.max(1, Number(to) - Number(from) + 1);
}
