import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { SpeakerRole } from '../contract/common.ts';
import type { ParsedDocument } from '../formats/parsed-document.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import type { TextRange } from '../text/range.ts';
import { detectSpeakers, type SpeakerDetection } from '../text/speakers.ts';
import { countWords } from '../text/words.ts';
import type { Draft } from './contract.ts';

/** A file that was read and waits for the person's word. */
export interface ImportDraft {
  readonly id: string;
  readonly fileName: string;
  readonly documentName: string;
  readonly bytes: Uint8Array;
  readonly parsed: ParsedDocument;
  readonly paragraphs: readonly TextRange[];
  readonly detection: SpeakerDetection;
}

/** How many paragraphs the preview shows. */
const PREVIEW_PARAGRAPHS = 60;
const PREVIEW_CHARACTERS = 1_200;
const MAX_DOCUMENT_NAME = 200;

export function makeDraft(
  fileName: string,
  bytes: Uint8Array,
  parsed: ParsedDocument,
  id: string = randomUUID(),
): ImportDraft {
  const paragraphs = splitParagraphs(parsed.text);
  const headings = parsed.headings.map((heading) => heading.paragraph);
  return {
    id,
    fileName,
    documentName: documentNameOf(fileName),
    bytes,
    parsed,
    paragraphs,
    detection: detectSpeakers(parsed.text, paragraphs, { headings, certain: parsed.speakerHints }),
  };
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

export function roleOf(guess: 'participant' | 'interviewer' | 'other'): SpeakerRole {
  return guess === 'other' ? 'ignored' : guess;
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

/** What the import dialog shows of a draft. */
export function describeDraft(
  draft: ImportDraft,
  likeness: Pick<Draft, 'duplicateOf' | 'versionOf'>,
  warningText: (code: string, details: Readonly<Record<string, unknown>>) => string,
): Draft {
  const { parsed, paragraphs, detection } = draft;
  const labelled = new Map(detection.turns.map((turn) => [turn.paragraph, turn]));
  const headings = new Set(parsed.headings.map((heading) => heading.paragraph));
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
    speakers: detection.labels.map((label) => ({
      label: label.label,
      turns: label.turns,
      roleGuess: roleOf(label.roleGuess),
      sample: label.sample,
    })),
    headings: parsed.headings.map(({ title, level }) => ({ title, level })),
    preview: paragraphs.slice(0, PREVIEW_PARAGRAPHS).map((range, index) => {
      const turn = labelled.get(index);
      return {
        number: index + 1,
        label: turn?.label ?? null,
        heading: headings.has(index),
        text: parsed.text
          .slice(turn?.bodyStart ?? range.start, Math.min(range.end, range.start + PREVIEW_CHARACTERS))
          .toWellFormed(),
      };
    }),
    comments: describeComments(parsed),
    warnings: parsed.warnings.map((warning) => ({
      code: warning.code,
      message: warningText(warning.code, warning.details),
    })),
    ...likeness,
  };
}
