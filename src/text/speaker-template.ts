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
/** More than these could take very long on some line. */
const MAX_UNBOUNDED = 2;

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
  if (given === undefined && !/%(?:NOM|NAME)%/iu.test(pattern)) return { problem: 'no-name' };
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

/** Repetitions of what repeats, of alternatives, and back references may take exponential time; many, a high power. */
function mayRunAway(source: string): boolean {
  const bare = source.replaceAll(/\\[^1-9k]/gu, 'x').replaceAll(/\[[^\]]*\]/gu, 'x');
  if (/\\[1-9k]/u.test(bare)) return true;
  if (/\)(?:[*+]|\{\d+,?\d*\})/u.test(bare)) return true;
  return (bare.match(/[*+]|\{\d+,\d*\}/gu) ?? []).length > MAX_UNBOUNDED;
}
