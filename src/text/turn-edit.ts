import type { EditMap } from './edit-map.ts';
import { paragraphAt } from './paragraphs.ts';
import type { TextRange } from './range.ts';
import { labelKey, readLabel } from './speaker-label.ts';

/** A turn of a transcript; `id` is `null` for one that is new. */
export interface EditedTurn extends TextRange {
  readonly id: number | null;
  readonly speakerId: number;
  /** Where the words begin, after the label. */
  readonly bodyStart: number;
  readonly timecodeMs: number | null;
}

export interface TurnEdit {
  readonly map: EditMap;
  /** The text after the edits, and its paragraphs. */
  readonly text: string;
  readonly paragraphs: readonly TextRange[];
  /** Ordinals of paragraphs that are headings: they carry no label. */
  readonly headings: ReadonlySet<number>;
  /** Whether an edit reached this paragraph of the new text. */
  readonly touched: (paragraph: TextRange) => boolean;
  /** Speakers of the document by `labelKey`. */
  readonly speakers: ReadonlyMap<string, number>;
}

/**
 * Turns after an edit of their text, in order and apart. A turn follows its words and takes what is written at its end;
 * one that no longer begins a paragraph goes on the turn before; one of which nothing is left goes. A changed paragraph
 * that begins with the label of a known speaker begins a turn of that speaker.
 */
export function editTurns(turns: readonly EditedTurn[], edit: TurnEdit): EditedTurn[] {
  return withNewLabels(joined(moved(turns, edit), edit), edit);
}

function moved(turns: readonly EditedTurn[], { map }: TurnEdit): EditedTurn[] {
  return turns.flatMap((turn) => {
    const start = map.position(turn.start, 'before');
    const end = map.position(turn.end, 'after');
    const bodyStart = Math.max(start, map.position(turn.bodyStart, 'before'));
    return end <= start ? [] : [{ ...turn, start, bodyStart: Math.min(bodyStart, end), end }];
  });
}

/** Turns that were drawn into the paragraph of the one before become part of it. */
function joined(turns: readonly EditedTurn[], { paragraphs }: TurnEdit): EditedTurn[] {
  const kept: EditedTurn[] = [];
  for (const turn of turns) {
    const last = kept.at(-1);
    const opens = paragraphs[paragraphAt(paragraphs, turn.start)]?.start === turn.start;
    if (opens || last === undefined) kept.push(turn);
    else kept[kept.length - 1] = { ...last, end: Math.max(last.end, turn.end) };
  }
  return kept;
}

function withNewLabels(turns: readonly EditedTurn[], edit: TurnEdit): EditedTurn[] {
  const { text, paragraphs, headings, touched, speakers } = edit;
  const byStart = new Map(turns.map((turn) => [turn.start, turn]));
  for (const [ordinal, paragraph] of paragraphs.entries()) {
    if (headings.has(ordinal) || !touched(paragraph)) continue;
    const line = readLabel(text, paragraph);
    const speakerId = line === null ? undefined : speakers.get(labelKey(line.label));
    if (line === null || speakerId === undefined) continue;
    const { bodyStart, timecodeMs } = line;
    const known = byStart.get(paragraph.start);
    const { start } = paragraph;
    if (known === undefined)
      byStart.set(start, { id: null, speakerId, start, bodyStart, end: paragraph.end, timecodeMs });
    else
      byStart.set(start, {
        ...known,
        speakerId,
        bodyStart: Math.min(bodyStart, known.end),
        timecodeMs: timecodeMs ?? known.timecodeMs,
      });
  }
  const ordered = [...byStart.values()].toSorted((a, b) => a.start - b.start);
  return apart(ordered, paragraphs);
}

/** A turn that another one begins inside of ends with the paragraph before; the other goes on to where the first ended. */
function apart(turns: readonly EditedTurn[], paragraphs: readonly TextRange[]): EditedTurn[] {
  const cut: EditedTurn[] = [];
  let inherited = 0;
  for (const [index, turn] of turns.entries()) {
    const next = turns[index + 1];
    const reach = Math.max(turn.end, inherited);
    if (next === undefined || next.start >= reach) {
      cut.push({ ...turn, end: next === undefined ? reach : Math.min(reach, next.start) });
      inherited = 0;
      continue;
    }
    const before = paragraphs[paragraphAt(paragraphs, next.start) - 1];
    const end = Math.max(turn.start, before === undefined ? next.start : Math.min(before.end, next.start));
    cut.push({ ...turn, bodyStart: Math.min(turn.bodyStart, end), end });
    inherited = reach;
  }
  return cut;
}
