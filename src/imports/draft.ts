import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { ParsedDocument } from '../formats/parsed-document.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import type { TextRange } from '../text/range.ts';
import type { SpeakerTemplate } from '../text/speaker-template.ts';
import {
  detectSpeakers,
  turnsForLabels,
  type DetectedLabel,
  type SpeakerDetection,
  type SpeakerOptions,
} from '../text/speakers.ts';
import { countWords } from '../text/words.ts';
import { checkedTemplate, roleOf } from '../transcripts/redetect.ts';
import type { Draft } from './contract.ts';

/** A file that was read and waits for the person's word. */
export interface ImportDraft {
  readonly id: string;
  readonly fileName: string;
  readonly documentName: string;
  readonly bytes: Uint8Array;
  readonly parsed: ParsedDocument;
  readonly paragraphs: readonly TextRange[];
  /** How a person said that speakers are marked; `null`: as usual; `undefined`: nobody said anything. */
  readonly pattern: string | null | undefined;
  readonly template: SpeakerTemplate | null;
  readonly detection: SpeakerDetection;
}

/** How many paragraphs the preview shows. */
const PREVIEW_PARAGRAPHS = 60;
const PREVIEW_CHARACTERS = 1_200;
const MAX_DOCUMENT_NAME = 200;
/** A text full of colons has hundreds of labels that are none. */
const MAX_REJECTED = 60;

/** What is found in a file by looking at it: plain data, so that another thread can do it. */
export type AnalysedDraft = Pick<ImportDraft, 'parsed' | 'paragraphs' | 'detection'>;

/** Looks for paragraphs and speakers; throws `speakers.pattern`. */
export function analyseDraft(parsed: ParsedDocument, pattern: string | null | undefined): AnalysedDraft {
  const paragraphs = splitParagraphs(parsed.text);
  const template = checkedTemplate(pattern ?? null);
  const detection = detectSpeakers(parsed.text, paragraphs, speakerOptions({ parsed, template }));
  return { parsed, paragraphs, detection };
}

/** A draft of a file that was read; throws `speakers.pattern`. */
export function makeDraft(
  fileName: string,
  bytes: Uint8Array,
  analysed: AnalysedDraft,
  { id = randomUUID(), pattern }: { readonly id?: string; readonly pattern?: string | null | undefined } = {},
): ImportDraft {
  const template = checkedTemplate(pattern ?? null);
  return { id, fileName, documentName: documentNameOf(fileName), bytes, ...analysed, pattern, template };
}

/** The draft with the speakers that a pattern finds; throws `speakers.pattern`. */
export function withPattern(draft: ImportDraft, pattern: string | null | undefined): ImportDraft {
  const template = checkedTemplate(pattern ?? null);
  return { ...draft, ...analyseDraft(draft.parsed, pattern), pattern, template };
}

/** How the labels of a draft are read. */
export function speakerOptions({
  parsed,
  template,
}: Pick<ImportDraft, 'parsed' | 'template'>): SpeakerOptions {
  const headings = parsed.headings.map((heading) => heading.paragraph);
  return { headings, template, certain: parsed.speakerHints };
}

/** A document is named by its file name without the extension. */
export function documentNameOf(fileName: string): string {
  const base = fileName.split(/[\\/]/u).at(-1) ?? fileName;
  const stem = base.slice(0, base.length - extname(base).length) || base;
  const clean = stem
    .toWellFormed()
    .replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/gu, ' ')
    .trim();
  return clean.slice(0, MAX_DOCUMENT_NAME).toWellFormed() || '?';
}

/** Speaker labels and time codes are not words. */
function wordsWithoutLabels({ parsed, detection }: ImportDraft): number {
  const labels = detection.turns.reduce(
    (sum, turn) => sum + countWords(parsed.text, { start: turn.start, end: turn.bodyStart }),
    0,
  );
  return countWords(parsed.text) - labels;
}

const COMMENT_CHARACTERS = 300;

function describeComments({ text, comments = [] }: ParsedDocument): Draft['comments'] {
  const [first] = comments;
  if (first === undefined) return { count: 0, first: null };
  const cut = (value: string): string => value.slice(0, COMMENT_CHARACTERS).toWellFormed();
  return {
    count: comments.length,
    first: {
      author: cut(first.author),
      text: cut(first.text),
      quotation: cut(text.slice(first.start, first.end)),
    },
  };
}

function describeSpeaker({ label, turns, roleGuess, sample }: DetectedLabel): Draft['speakers'][number] {
  return { label, turns, roleGuess: roleOf(roleGuess), sample };
}

/** The first paragraphs, with every label that counts or may be made to count. */
function describePreview(draft: ImportDraft, rejected: readonly DetectedLabel[]): Draft['preview'] {
  const { parsed } = draft;
  const paragraphs = draft.paragraphs.slice(0, PREVIEW_PARAGRAPHS);
  const labels = [...draft.detection.labels, ...rejected].map(({ label }) => label);
  const turns = turnsForLabels(parsed.text, paragraphs, labels, speakerOptions(draft));
  const labelled = new Map(turns.map((turn) => [turn.paragraph, turn]));
  const headings = new Set(parsed.headings.map((heading) => heading.paragraph));
  return paragraphs.map(({ start, end }, index) => {
    const turn = labelled.get(index);
    const cut = Math.min(end, start + PREVIEW_CHARACTERS);
    return {
      number: index + 1,
      label: turn?.label ?? null,
      labelLength: Math.min(turn?.bodyStart ?? start, cut) - start,
      heading: headings.has(index),
      text: parsed.text.slice(start, cut).toWellFormed(),
    };
  });
}

/** What the import dialog shows of a draft. */
export function describeDraft(
  draft: ImportDraft,
  likeness: Pick<Draft, 'duplicateOf' | 'versionOf'>,
  warningText: (code: string, details: Readonly<Record<string, unknown>>) => string,
): Draft {
  const { parsed, paragraphs, detection } = draft;
  const rejected = detection.rejected.toSorted((a, b) => b.turns - a.turns).slice(0, MAX_REJECTED);
  return {
    draftId: draft.id,
    fileName: draft.fileName,
    documentName: draft.documentName,
    format: parsed.format,
    byteLength: draft.bytes.byteLength,
    words: wordsWithoutLabels(draft),
    paragraphs: paragraphs.length,
    turns: detection.turns.length,
    speakerConfidence: detection.confidence,
    encoding: parsed.encoding,
    pattern: draft.pattern ?? null,
    speakers: detection.labels.map(describeSpeaker),
    rejected: rejected.map(describeSpeaker),
    headings: parsed.headings.map(({ title, level }) => ({ title, level })),
    preview: describePreview(draft, rejected),
    comments: describeComments(parsed),
    warnings: parsed.warnings.map((warning) => ({
      code: warning.code,
      message: warningText(warning.code, warning.details),
    })),
    ...likeness,
  };
}
