import { labelKey, MAX_LABEL } from '../text/speaker-label.ts';
import { labelShape } from '../text/speaker-shape.ts';
import type { Cue } from './captions-cues.ts';

/** Words of one voice within a cue, without tags. `speaker` is `null` where the file does not say. */
export interface Piece {
  readonly startMs: number;
  readonly endMs: number;
  readonly speaker: string | null;
  readonly text: string;
  /** Another person takes the word, though the file does not say who: a line of a dialogue that begins with a dash. */
  readonly opens?: boolean;
}

/**
 * A tag ends before another begins, and a name begins behind the blanks: what never ends is read once, not from each
 * of its beginnings.
 */
const VOICE = /<v(?:\.[^\s<>]*)?\s+([^\s<>][^<>]*)>/u;
const LABEL = new RegExp(
  String.raw`^(?:\[\s*(?<bracket>[^\]\n]{1,${MAX_LABEL}}?)\s*\]\s*:|(?<plain>[^\s:;!?…«»"“”<>\[\]|=#–—-][^:;!?…«»"“”<>\[\]|=#]{0,${MAX_LABEL - 1}}?)\s*:)(?=\s|$)\s*`,
  'u',
);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '',
  rlm: '',
};
/** Characters that a label may not hold where it stands before a colon. */
const NOT_IN_LABEL = /[:;!?…«»"“”<>[\]|=#\t—–]+/gu;
const ROLLING_SHARE = 0.3;
/** Where so many captions begin with a label, a name counts though it comes once. */
const LABELLED_SHARE = 0.8;
const DASH = /^[-–—]\s*(?=\S)/u;

/** The voices of the cues, in order. Lines that a rolling caption repeats from the one before come once. */
export function readPieces(cues: readonly Cue[]): Piece[] {
  const clean = withoutRepeats(cues);
  const hasVoices = clean.some(({ lines }) => lines.some((line) => VOICE.test(line)));
  const labels = hasVoices ? new Set<string>() : labelsThatCount(clean);
  return clean.flatMap((cue) => (hasVoices ? byVoice(cue) : byLabel(cue, labels)));
}

/** Words without tags, entities as characters, one space between. */
export function plainText(line: string): string {
  return line
    .replaceAll(/<\/?[a-z0-9][^<>]*>|\{\\[^{}]*\}/giu, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/giu, (whole, decimal, hex, name) =>
      entity(whole, decimal, hex, name),
    )
    .replaceAll(/[ \t]+/gu, ' ')
    .trim();
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = point > 0 && point <= 0x10_ff_ff && (point < 0xd8_00 || point > 0xdf_ff);
  return isCharacter ? String.fromCodePoint(point) : whole;
}

/** A name as a label can stand before a colon: `null` when nothing of it is left. */
export function safeLabel(raw: string): string | null {
  const bare = plainText(raw).replaceAll(NOT_IN_LABEL, ' ').replaceAll(/\s+/gu, ' ').trim();
  const label = Array.from(bare).slice(0, MAX_LABEL).join('').trim();
  if (label === '') return null;
  // A label needs a letter to be one: a voice called 1 becomes S1, as transcription programs write it.
  return /\p{L}/u.test(label) ? label : `S${label}`;
}

/** A caption that scrolls shows its last line again above the new one. */
function withoutRepeats(cues: readonly Cue[]): Cue[] {
  const shown = cues.map((cue) => ({ ...cue, key: cue.lines.map(plainText).filter((line) => line !== '') }));
  const repeats = shown.filter(({ key }, at) => at > 0 && key[0] === shown[at - 1]?.key.at(-1)).length;
  if (cues.length < 3 || repeats / cues.length < ROLLING_SHARE) return [...cues];
  return shown.flatMap(({ key, startMs, endMs }, at) => {
    const before = shown[at - 1]?.key ?? [];
    const lines = key.slice(linesAgain(before, key));
    return lines.length === 0 ? [] : [{ startMs, endMs, lines }];
  });
}

/** With how many lines a caption begins that the one before ends with; in time that grows with their number. */
function linesAgain(before: readonly string[], lines: readonly string[]): number {
  // For each number of first lines: how many of them, fewer than all, these end with again.
  const again: number[] = [0];
  let matched = 0;
  for (const line of lines.slice(1)) {
    while (matched > 0 && lines[matched] !== line) matched = again[matched - 1] ?? 0;
    if (lines[matched] === line) matched += 1;
    again.push(matched);
  }
  matched = 0;
  for (const line of before) {
    while (matched > 0 && lines[matched] !== line) matched = again[matched - 1] ?? 0;
    if (lines[matched] === line) matched += 1;
  }
  return matched;
}

function byVoice({ startMs, endMs, lines }: Cue): Piece[] {
  const parts = lines.join(' ').split(/(?=<v[.\s])/u);
  return parts.flatMap((part) => {
    const name = VOICE.exec(part)?.[1];
    const text = plainText(part);
    const speaker = name === undefined ? null : safeLabel(name);
    return text === '' ? [] : [{ startMs, endMs, speaker, text }];
  });
}

function byLabel({ startMs, endMs, lines }: Cue, labels: ReadonlySet<string>): Piece[] {
  const pieces: { speaker: string | null; texts: string[]; opens?: boolean }[] = [];
  const plain = lines.map(plainText);
  const isDialogue = plain.filter((line) => DASH.test(line)).length > 1;
  for (const line of plain) {
    if (isDialogue && DASH.test(line)) {
      pieces.push({ speaker: null, texts: [line], opens: true });
      continue;
    }
    const found = labelOf(line);
    const counts = found !== null && labels.has(labelKey(found.label));
    const text = counts ? line.slice(found.length) : line;
    const last = pieces.at(-1);
    if (counts || last === undefined) {
      pieces.push({ speaker: counts ? safeLabel(found.label) : null, texts: [text] });
    } else last.texts.push(text);
  }
  return pieces.flatMap(({ texts, ...piece }) => {
    const text = texts
      .filter((each) => each !== '')
      .join(' ')
      .trim();
    return text === '' ? [] : [{ startMs, endMs, ...piece, text }];
  });
}

function labelOf(line: string): { readonly label: string; readonly length: number } | null {
  const found = LABEL.exec(line);
  const label = (found?.groups?.['bracket'] ?? found?.groups?.['plain'])?.trim();
  return found === null || label === undefined ? null : { label, length: found[0].length };
}

/** A colon in a sentence is no speaker: a label has a typical shape, or comes again. */
function labelsThatCount(cues: readonly Cue[]): ReadonlySet<string> {
  const counts = new Map<string, { readonly label: string; readonly count: number }>();
  for (const line of cues.flatMap(({ lines }) => lines.map(plainText))) {
    const label = labelOf(line)?.label;
    if (label === undefined) continue;
    const key = labelKey(label);
    counts.set(key, { label, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const labelled = cues.filter(({ lines }) => labelOf(plainText(lines[0] ?? '')) !== null).length;
  const isUsual = cues.length > 2 && labelled / cues.length >= LABELLED_SHARE;
  const speakers = [...counts].filter(([, { label, count }]) =>
    isSpeaker(label, isUsual ? count + 1 : count),
  );
  return new Set(speakers.map(([key]) => key));
}

/** `count`: how often it comes, once more where labels are usual. */
function isSpeaker(label: string, count: number): boolean {
  const shape = labelShape(label);
  if (shape === 'never') return false;
  if (shape === 'role' || shape === 'numbered' || /^speaker[_ ]?\d+$/iu.test(label)) return true;
  return shape === 'phrase' ? count > 2 && label.split(' ').length <= 4 : count > 1;
}
