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
/** How much of a text's end tells whether a sentence ends there, in UTF-16 code units. */
const END_LENGTH = 40;
const SENTENCE_END = /[.!?…][»"”’)\]\s]*$/u;

/** Joins pieces of one speaker to turns. A piece of nobody goes on with what the one before said. */
export function joinTurns(pieces: readonly Piece[]): CaptionTurn[] {
  const named = carrySpeakers(pieces);
  const hasSpeakers = named.some(({ speaker }) => speaker !== null);
  const turns: { speaker: string | null; startMs: number; paragraphs: Growing[] }[] = [];
  let endMs = 0;
  for (const { speaker, startMs, endMs: pieceEndMs, text, opens } of sentencesTogether(named)) {
    const turn = turns.at(-1);
    const paragraph = turn?.paragraphs.at(-1);
    if (turn === undefined || paragraph === undefined || turn.speaker !== speaker) {
      turns.push({ speaker, startMs, paragraphs: [growing(startMs, text)] });
    } else if (opens === true || endsParagraph(paragraph, startMs - endMs, hasSpeakers)) {
      turn.paragraphs.push(growing(startMs, text));
    } else {
      paragraph.texts.push(text);
      paragraph.length += 1 + text.length;
      paragraph.end = `${paragraph.end} ${text}`.slice(-END_LENGTH);
    }
    endMs = pieceEndMs;
  }
  return turns.map(({ paragraphs, ...turn }) => ({
    ...turn,
    paragraphs: paragraphs.map(({ startMs, texts }) => ({ startMs, text: texts.join(' ') })),
  }));
}

/** A paragraph to which captions are added: its end is at hand, since it is looked at for each of them. */
interface Growing {
  readonly startMs: number;
  readonly texts: string[];
  length: number;
  end: string;
}

function growing(startMs: number, text: string): Growing {
  return { startMs, texts: [text], length: text.length, end: text.slice(-END_LENGTH) };
}

function endsParagraph({ length, end }: Growing, silenceMs: number, hasSpeakers: boolean): boolean {
  return SENTENCE_END.test(end) && (silenceMs > PAUSE_MS || (!hasSpeakers && length > LONG));
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
    if (SENTENCE_END.test(piece.text.slice(-END_LENGTH)) || next.startMs >= piece.endMs) continue;
    let rest = at + 2;
    while (rest <= at + AHEAD && left[rest]?.speaker !== piece.speaker) rest += 1;
    const found = rest <= at + AHEAD ? left[rest] : undefined;
    if (found === undefined || found.startMs - piece.endMs > PAUSE_MS) continue;
    // Those between move on by one place: taking out and putting in would move all that follow.
    left.copyWithin(at + 2, at + 1, rest);
    left[at + 1] = found;
  }
  return left;
}
