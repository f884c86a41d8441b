import { parseCues } from './captions-cues.ts';
import { readPieces } from './captions-pieces.ts';
import { joinTurns, type CaptionTurn } from './captions-turns.ts';
import { FormatError, stopIfCancelled, type ParsedDocument, type ReadOptions } from './parsed-document.ts';
import { readText } from './text.ts';

export interface CaptionOptions extends ReadOptions {
  readonly encoding?: string | undefined;
}

/**
 * Reads captions (WebVTT, SubRip) as a transcript: a paragraph per turn, `Anna 00:03:40: Bonjour`, or
 * `[00:03:40] Bonjour` where nobody is named. Speakers are those of `<v Name>`, or of `Name:` at the start of a line
 * when it comes again; they are given as hints. Errors: those of `readText`; `format.empty` without any caption.
 */
export function readCaptions(
  bytes: Uint8Array,
  format: 'vtt' | 'srt',
  { encoding, onProgress, signal }: CaptionOptions = {},
): ParsedDocument {
  const decoded = readText(bytes, { encoding });
  stopIfCancelled(signal);
  const turns = joinTurns(readPieces(parseCues(decoded.text)));
  stopIfCancelled(signal);
  const text = turns.flatMap(linesOf).join('\n');
  if (text.trim() === '') throw new FormatError('format.empty', { reason: 'no-text' });
  onProgress?.(1);
  const speakers = new Set(turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])));
  return { ...decoded, format, text, speakerHints: [...speakers] };
}

function linesOf({ speaker, startMs, paragraphs }: CaptionTurn): string[] {
  return paragraphs.map((paragraph, at) => {
    if (speaker === null) return `[${clock(paragraph.startMs)}] ${paragraph.text}`;
    return at === 0 ? `${speaker} ${clock(startMs)}: ${paragraph.text}` : paragraph.text;
  });
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
