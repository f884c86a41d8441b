import fc from 'fast-check';
import type { DocumentContent } from '../../../src/documents/contract.ts';
import { buildModel, type TranscriptModel } from '../../../renderer/transcript/model.ts';

type Source = Parameters<typeof buildModel>[0];
type Speaker = DocumentContent['speakers'][number];

/** A line of a made-up transcript. */
export interface Line {
  readonly speaker?: 'E' | 'R';
  readonly heading?: boolean;
  readonly words: string;
  readonly timecodeMs?: number;
}

const SPEAKERS: readonly Speaker[] = [
  { id: 1, documentId: 7, label: 'Enquêtrice', name: 'Enquêtrice', role: 'interviewer', participantId: null },
  { id: 2, documentId: 7, label: 'Référent 3', name: 'Référent 3', role: 'participant', participantId: 3 },
];

/** The content of a document as the core would answer it: labels in the text, turns over one or several lines. */
export function sourceOf(lines: readonly Line[]): Source {
  let text = '';
  const paragraphs: Source['paragraphs'] = [];
  const turns: Source['turns'] = [];
  for (const line of lines) {
    if (text !== '') text += '\n';
    const start = text.length;
    const speaker = line.speaker === undefined ? undefined : SPEAKERS[line.speaker === 'E' ? 0 : 1];
    const label = speaker === undefined ? '' : `${speaker.label}\u00a0: `;
    text += label + line.words;
    const end = text.length;
    if (end === start) continue;
    paragraphs.push({ start, end, heading: line.heading === true });
    const open = turns.at(-1);
    if (speaker !== undefined) {
      turns.push({
        id: turns.length + 1,
        speakerId: speaker.id,
        start,
        end,
        bodyStart: start + label.length,
        timecodeMs: line.timecodeMs ?? null,
      });
    } else if (open !== undefined && line.heading !== true) {
      open.end = end;
    }
  }
  return { id: 7, text, paragraphs, turns, speakers: [...SPEAKERS] };
}

export function modelOf(lines: readonly Line[]): TranscriptModel {
  return buildModel(sourceOf(lines));
}

export const INTERVIEW: readonly Line[] = [
  { heading: true, words: 'Thème 1 · Les débuts' },
  { speaker: 'E', words: 'Comment avez-vous commencé ?' },
  { speaker: 'R', words: 'Au début, oui. Puis on s’est mis à se répondre.' },
  { words: 'Quand quelqu’un trouvait une solution, il la postait.' },
  { heading: true, words: 'Thème 2 · Le réseau' },
  { speaker: 'E', words: 'Et ensuite ?' },
  { speaker: 'R', words: 'Ensuite, l’entraide 👩‍👩‍👧 a pris.' },
];

const words = fc
  .array(
    fc.constantFrom(
      'école',
      'l’outil',
      'peut-être',
      '2020',
      '«',
      '»',
      '👩‍👩‍👧',
      'e\u0301t\u00e9',
      'oui.',
      'Non !',
      'et',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((list) => list.join(' '));

/** Random transcripts, with headings, labels, emoji, combining marks and lines that continue a turn. */
export const lines: fc.Arbitrary<readonly Line[]> = fc.array(
  fc.oneof(
    fc.record({ words, heading: fc.constant(true) }),
    fc.record({ words, speaker: fc.constantFrom('E' as const, 'R' as const) }),
    fc.record({ words }),
  ),
  { minLength: 1, maxLength: 14 },
);

/** Some ranges over a text of this length, none empty. */
export function ranges(length: number, most = 30): fc.Arbitrary<{ start: number; end: number }[]> {
  return fc.array(
    fc
      .tuple(fc.nat(Math.max(0, length - 1)), fc.integer({ min: 1, max: Math.max(1, length) }))
      .map(([start, span]) => ({ start, end: Math.min(length, start + span) }))
      .filter(({ start, end }) => start < end),
    { maxLength: most },
  );
}
