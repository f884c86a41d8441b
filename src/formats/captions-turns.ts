import type { Piece } from './captions-pieces.ts';

/** What one speaker says without another between, in paragraphs. */
export interface CaptionTurn {
  readonly speaker: string | null;
  readonly startMs: number;
  readonly paragraphs: readonly { readonly startMs: number; readonly text: string }[];
}

/** A sentence that ends before a silence of this length ends its paragraph. */
const PAUSE_MS = 2_000;
/** Without speakers nothing else divides the text: a sentence that ends behind so many characters ends its paragraph. */
const LONG = 600;
/** How many captions ahead the rest of an interrupted sentence is looked for. */
const AHEAD = 4;
const SENTENCE_END = /[.!?…][»"”’)\]\s]*$/u;

/** Joins pieces of one speaker to turns. A piece of nobody goes on with what the one before said. */
export function joinTurns(pieces: readonly Piece[]): CaptionTurn[] {
  const named = carrySpeakers(pieces);
  const hasSpeakers = named.some(({ speaker }) => speaker !== null);
  const turns: {
    speaker: string | null;
    startMs: number;
    paragraphs: { startMs: number; text: string }[];
  }[] = [];
  let endMs = 0;
  for (const { speaker, startMs, endMs: pieceEndMs, text, opens } of sentencesTogether(named)) {
    const turn = turns.at(-1);
    const paragraph = turn?.paragraphs.at(-1);
    if (turn === undefined || paragraph === undefined || turn.speaker !== speaker) {
      turns.push({ speaker, startMs, paragraphs: [{ startMs, text }] });
    } else if (opens === true || endsParagraph(paragraph.text, startMs - endMs, hasSpeakers)) {
      turn.paragraphs.push({ startMs, text });
    } else paragraph.text = `${paragraph.text} ${text}`;
    endMs = pieceEndMs;
  }
  return turns;
}

function endsParagraph(text: string, silenceMs: number, hasSpeakers: boolean): boolean {
  return SENTENCE_END.test(text) && (silenceMs > PAUSE_MS || (!hasSpeakers && text.length > LONG));
}

function carrySpeakers(pieces: readonly Piece[]): Piece[] {
  let last: string | null = null;
  return pieces.map((piece) => {
    last = piece.speaker ?? last;
    return { ...piece, speaker: last };
  });
}

/** Who speaks into another's sentence comes after it: the rest of the sentence is brought forward. */
function sentencesTogether(pieces: readonly Piece[]): Piece[] {
  const left = [...pieces];
  for (let at = 0; at < left.length - 1; at += 1) {
    const piece = left[at];
    const next = left[at + 1];
    if (piece === undefined || next === undefined || next.speaker === piece.speaker) continue;
    if (SENTENCE_END.test(piece.text) || next.startMs >= piece.endMs) continue;
    const rest = left.findIndex(
      (other, place) => place > at + 1 && place <= at + AHEAD && other.speaker === piece.speaker,
    );
    const found = left[rest];
    if (found === undefined || found.startMs - piece.endMs > PAUSE_MS) continue;
    left.splice(rest, 1);
    left.splice(at + 1, 0, found);
  }
  return left;
}
