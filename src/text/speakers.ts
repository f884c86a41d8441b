import { snapToGraphemes } from './graphemes.ts';
import type { TextRange } from './range.ts';
import { labelKey, readLabel, type LineLabel, type SpeakerPattern } from './speaker-label.ts';
import type { SpeakerTemplate } from './speaker-template.ts';
import { guessRoles, labelShape, type LabelShape, type RoleGuess } from './speaker-shape.ts';

export { cleanLabel, labelKey, MAX_LABEL, type SpeakerPattern } from './speaker-label.ts';
export { guessRoles, type RoleGuess } from './speaker-shape.ts';

export interface DetectedLabel {
  /** For display, as first written: `R3`, `Référent 3`. */
  readonly label: string;
  readonly turns: number;
  readonly roleGuess: RoleGuess;
  /** The beginning of something said under this label, on one line, at most 120 UTF-16 code units. */
  readonly sample: string;
}

export interface DetectedTurn {
  readonly label: string;
  /** Number of the paragraph that carries the label. */
  readonly paragraph: number;
  /** The whole turn, `[start, end)`: from the labelled paragraph to the end of the last one before the next turn. */
  readonly start: number;
  /** Where what is said begins, after label and separators; `end` when nothing is said. */
  readonly bodyStart: number;
  readonly end: number;
  readonly timecodeMs: number | null;
}

export interface SpeakerDetection {
  /** How most turns are labelled; `null` when no speaker was found. */
  readonly pattern: SpeakerPattern | null;
  /** 0 (none found) to 1 (sure). */
  readonly confidence: number;
  /** In order of first appearance. */
  readonly labels: readonly DetectedLabel[];
  readonly turns: readonly DetectedTurn[];
  /** Starts of paragraphs that look like a label but did not count: a person may accept them. */
  readonly rejected: readonly DetectedLabel[];
}

export interface SpeakerOptions {
  /** Numbers of the paragraphs that are headings: they end a turn and carry no label. */
  readonly headings?: readonly number[];
  /** How a person says that speakers are marked; what follows it is a speaker without further doubt. */
  readonly template?: SpeakerTemplate | null;
  /** Labels that the format itself says are speakers: these count, however seldom they come, and no others do. */
  readonly certain?: readonly string[] | undefined;
}

interface Candidate extends LineLabel {
  readonly key: string;
  readonly paragraph: number;
}

interface Group {
  readonly label: string;
  readonly shape: LabelShape;
  readonly candidates: readonly Candidate[];
}

const SAMPLE_LENGTH = 120;
/** How much a shape speaks for a speaker, 0 to 1. */
const TRUST: Readonly<Record<LabelShape, number>> = {
  role: 1,
  numbered: 1,
  unnamed: 1,
  capitals: 0.8,
  name: 0.7,
  phrase: 0.3,
  never: 0,
};

/**
 * Speakers by the labels at the start of paragraphs (`Référent 3 :`, `R3:`, `[id1]`, `Enquêtrice —`,
 * `Anna 00:03:40`, `<v Anna>`, or a first table cell). A colon in a sentence is no speaker: a label counts when it
 * has a typical shape or comes again. A guess, to be shown and confirmed.
 */
export function detectSpeakers(
  text: string,
  paragraphs: readonly TextRange[],
  options: SpeakerOptions = {},
): SpeakerDetection {
  const groups = groupCandidates(readCandidates(text, paragraphs, options));
  const accepted = options.template
    ? groups
    : (certainGroups(groups, options) ?? acceptGroups(groups, firstSpoken(paragraphs, options)));
  const turns = buildTurns(
    text,
    paragraphs,
    accepted.flatMap(({ candidates }) => candidates),
    options,
  );
  const renamed = withLabels(turns, accepted);
  const rejected = groups.filter((group) => !accepted.includes(group) && group.shape !== 'never');
  const proposed = buildTurns(
    text,
    paragraphs,
    [...accepted, ...rejected].flatMap((group) => group.candidates),
    options,
  );
  return {
    pattern: mainPattern(accepted),
    confidence:
      (options.template || options.certain?.length) && renamed.length > 0
        ? 1
        : confidenceOf(accepted, renamed, paragraphs.length),
    labels: describe(text, accepted, renamed),
    turns: renamed,
    rejected: describe(text, rejected, proposed),
  };
}

/**
 * The turns when a person has said which labels count. Labels are compared as `labelKey` does; a turn carries the
 * label as accepted. Labels that never occur give no turn.
 */
export function turnsForLabels(
  text: string,
  paragraphs: readonly TextRange[],
  acceptedLabels: readonly string[],
  options: SpeakerOptions = {},
): DetectedTurn[] {
  const accepted = new Map(acceptedLabels.map((label) => [labelKey(label), label]));
  const candidates = readCandidates(text, paragraphs, options).filter(({ key }) => accepted.has(key));
  const turns = buildTurns(text, paragraphs, candidates, options);
  return turns.map((turn) => ({ ...turn, label: accepted.get(labelKey(turn.label)) ?? turn.label }));
}

function readCandidates(
  text: string,
  paragraphs: readonly TextRange[],
  options: SpeakerOptions,
): Candidate[] {
  const headings = new Set(options.headings);
  const keys = new Map<string, string>();
  return paragraphs.flatMap((range, paragraph) => {
    const line = headings.has(paragraph)
      ? null
      : (options.template?.read(text, range) ?? (options.template ? null : readLabel(text, range)));
    if (line === null) return [];
    const key = keys.get(line.label) ?? labelKey(line.label);
    keys.set(line.label, key);
    return [{ ...line, key, paragraph }];
  });
}

function groupCandidates(candidates: readonly Candidate[]): Group[] {
  const byKey = Map.groupBy(candidates, ({ key }) => key);
  return Array.from(byKey.values(), (members) => {
    const label = members[0]?.label ?? '';
    return { label, shape: labelShape(label), candidates: members };
  });
}

function firstSpoken(paragraphs: readonly TextRange[], { headings = [] }: SpeakerOptions): number {
  return paragraphs.findIndex((_range, at) => !headings.includes(at));
}

/** Those that the format says are speakers; `null` when it says nothing. */
function certainGroups(groups: readonly Group[], { certain = [] }: SpeakerOptions): Group[] | null {
  if (certain.length === 0) return null;
  const keys = new Set(certain.map(labelKey));
  return groups.filter(({ candidates }) => keys.has(candidates[0]?.key ?? ''));
}

function acceptGroups(groups: readonly Group[], firstParagraph: number): Group[] {
  const plain = groups.filter((group) => countsByItself(group));
  if (!plain.some(isEvident)) return [];
  const turns = plain.reduce((sum, { candidates }) => sum + candidates.length, 0);
  const only = turns === 1 ? plain[0]?.candidates[0] : undefined;
  // One single label in a whole text is a speaker only when nothing but headings stands before it.
  return only !== undefined && only.pattern !== 'voice' && only.paragraph !== firstParagraph ? [] : plain;
}

/** Enough to say that the text has speakers at all. */
function isEvident({ shape, candidates }: Group): boolean {
  if (candidates[0]?.pattern === 'voice') return true;
  return shape !== 'unnamed' && (isStrong(shape) || candidates.length > 1);
}

function isStrong(shape: LabelShape): boolean {
  return shape === 'role' || shape === 'numbered' || shape === 'unnamed';
}

/** Bare capitals count once here, but need company: see `acceptGroups`. */
function countsByItself({ label, shape, candidates }: Group): boolean {
  const count = candidates.length;
  const pattern = candidates[0]?.pattern;
  if (pattern === 'voice') return true;
  if (isStrong(shape) || (shape === 'capitals' && pattern !== 'dash' && pattern !== 'tab')) return true;
  if (shape === 'capitals') return count > 1;
  if (shape === 'name') return count > 1;
  return shape === 'phrase' && count > 2 && label.split(' ').length <= 4;
}

function buildTurns(
  text: string,
  paragraphs: readonly TextRange[],
  candidates: readonly Candidate[],
  options: SpeakerOptions,
): DetectedTurn[] {
  const stops = [
    ...candidates.map(({ paragraph }) => paragraph),
    ...(options.headings ?? []),
    paragraphs.length,
  ];
  stops.sort((a, b) => a - b);
  const ordered = candidates.toSorted((a, b) => a.paragraph - b.paragraph);
  let stopAt = 0;
  return ordered.flatMap((candidate) => {
    while ((stops[stopAt] ?? paragraphs.length) <= candidate.paragraph) stopAt += 1;
    const first = paragraphs[candidate.paragraph];
    const last = paragraphs[(stops[stopAt] ?? paragraphs.length) - 1];
    if (first === undefined || last === undefined) return [];
    const { label, paragraph, timecodeMs } = candidate;
    const bodyStart = bodyOf(text, candidate, first, paragraphs[paragraph + 1], last.end);
    return [{ label, paragraph, start: first.start, bodyStart, end: last.end, timecodeMs }];
  });
}

/** A label that stands alone on its line is followed by what is said in the next paragraph of the turn. */
function bodyOf(
  text: string,
  { bodyStart }: Candidate,
  labelled: TextRange,
  next: TextRange | undefined,
  turnEnd: number,
): number {
  if (bodyStart < labelled.end || next === undefined || next.end > turnEnd) return bodyStart;
  return next.start + (/^\s*/u.exec(text.slice(next.start, next.end))?.[0].length ?? 0);
}

/** Every turn of a group carries the group's label, as first written. */
function withLabels(turns: readonly DetectedTurn[], groups: readonly Group[]): DetectedTurn[] {
  const labels = new Map(
    groups.flatMap(({ label, candidates }) => candidates.map((one) => [one.paragraph, label])),
  );
  return turns.map((turn) => ({ ...turn, label: labels.get(turn.paragraph) ?? turn.label }));
}

function describe(text: string, groups: readonly Group[], turns: readonly DetectedTurn[]): DetectedLabel[] {
  const roles = guessRoles(groups.map(({ label }) => label));
  const byParagraph = new Map(turns.map((turn) => [turn.paragraph, turn]));
  return groups.map(({ label, candidates }, at) => ({
    label,
    turns: candidates.length,
    roleGuess: roles[at] ?? 'participant',
    sample: sampleOf(
      text,
      candidates.map(({ paragraph }) => byParagraph.get(paragraph)),
    ),
  }));
}

function sampleOf(text: string, turns: readonly (DetectedTurn | undefined)[]): string {
  const spoken = turns.filter((turn) => turn !== undefined).filter((turn) => turn.bodyStart < turn.end);
  const telling = spoken.find((turn) => turn.end - turn.bodyStart > SAMPLE_LENGTH / 3) ?? spoken[0];
  if (telling === undefined) return '';
  const cut = Math.min(telling.end, telling.bodyStart + SAMPLE_LENGTH);
  const { start } = cut === telling.end ? { start: cut } : snapToGraphemes(text, { start: cut, end: cut });
  return text.slice(telling.bodyStart, start).replaceAll(/\s+/gu, ' ').trim();
}

function mainPattern(groups: readonly Group[]): SpeakerPattern | null {
  const byPattern = Map.groupBy(
    groups.flatMap(({ candidates }) => candidates),
    ({ pattern }) => pattern,
  );
  const [most] = [...byPattern].sort(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? null;
}

function confidenceOf(groups: readonly Group[], turns: readonly DetectedTurn[], paragraphs: number): number {
  const first = turns[0];
  if (first === undefined) return 0;
  let trust = 0;
  let repeated = 0;
  for (const { shape, candidates } of groups) {
    const sure = candidates[0]?.pattern === 'voice' ? 1 : TRUST[shape];
    trust += sure * candidates.length;
    if (candidates.length > 1) repeated += candidates.length;
  }
  const changes = turns.filter((turn, at) => at > 0 && turn.label !== turns[at - 1]?.label).length;
  const early = first.paragraph <= Math.max(5, paragraphs / 5);
  const score =
    0.5 * (trust / turns.length) +
    0.2 * (repeated / turns.length) +
    0.1 * (groups.length > 1 ? 1 : 0.5) +
    0.1 * (turns.length > 1 ? changes / (turns.length - 1) : 0) +
    0.1 * (early ? 1 : 0.5);
  return Math.round(score * 100) / 100;
}
