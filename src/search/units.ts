import type { TextRange } from '../text/range.ts';
import { sentences } from '../text/sentences.ts';
import type { TurnRow } from '../transcripts/store.ts';

/** Paragraphs of a document without the speakers' labels, by ordinal. */
export function spokenParagraphs(
  paragraphs: readonly TextRange[],
  turns: readonly TurnRow[],
): readonly TextRange[] {
  let next = 0;
  return paragraphs.map(({ start, end }) => {
    while (next < turns.length && (turns[next]?.start ?? 0) < start) next += 1;
    const turn = turns[next];
    return { start: turn?.start === start ? Math.min(turn.body_start, end) : start, end };
  });
}

/** What turns are in a document: what is said in each, or its paragraphs where nobody is named. */
export function turnUnits(paragraphs: readonly TextRange[], turns: readonly TurnRow[]): readonly TextRange[] {
  return turns.length === 0 ? paragraphs : turns.map((turn) => ({ start: turn.body_start, end: turn.end }));
}

/** The sentences of the paragraphs. */
export function sentenceUnits(text: string, paragraphs: readonly TextRange[]): readonly TextRange[] {
  return paragraphs.flatMap((paragraph) => sentences(text, paragraph));
}

/** Those units that share a character with one of the hits, each once. Both ascend. */
export function unitsWith<T extends TextRange>(
  units: readonly TextRange[],
  hits: readonly T[],
): { readonly unit: TextRange; readonly hits: readonly T[] }[] {
  const found: { unit: TextRange; hits: readonly T[] }[] = [];
  let next = 0;
  for (const unit of units) {
    if (unit.end <= unit.start) continue;
    while (next < hits.length && (hits[next]?.end ?? 0) <= unit.start) next += 1;
    const inside: T[] = [];
    for (let at = next; at < hits.length; at += 1) {
      const hit = hits[at];
      if (hit === undefined || hit.start >= unit.end) break;
      if (hit.end > unit.start) inside.push(hit);
    }
    if (inside.length > 0) found.push({ unit, hits: inside });
  }
  return found;
}
