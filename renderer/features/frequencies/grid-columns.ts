import type { FrequencyTable } from '../../../src/analysis/contract.ts';

/** Up to this many participants have a square of their own, with a number above and a cell on the keyboard. */
const MOST_SQUARES = 12;
/** Up to this many have a stroke; more share a strip. */
const MOST_STROKES = 24;
const STRIP_WIDTH = 152;

export type CellKind =
  'name' | 'n' | 'percent' | 'participant' | 'strip' | 'segments' | 'words' | 'wordShare';

/** How the participants of a row are drawn, and what the keyboard finds in a row. */
export interface GridColumns {
  readonly look: 'squares' | 'strokes' | 'strip';
  /** Pixels of the column of participants. */
  readonly participantsWidth: number;
  /** Cells from left to right. */
  readonly cells: readonly CellKind[];
}

export function gridColumns({ participants }: Pick<FrequencyTable, 'participants'>): GridColumns {
  const count = participants.length;
  const look = count <= MOST_SQUARES ? 'squares' : count <= MOST_STROKES ? 'strokes' : 'strip';
  const width = { squares: count * 16 - 3, strokes: count * 6 - 1, strip: STRIP_WIDTH }[look];
  const people: CellKind[] = look === 'squares' ? participants.map(() => 'participant') : ['strip'];
  return {
    look,
    participantsWidth: Math.max(60, width),
    cells: ['name', 'n', 'percent', ...people, 'segments', 'words', 'wordShare'],
  };
}

/** Cells before the first participant's. */
export const FIRST_PARTICIPANT = 3;

/** The numbers over the squares: those in the names where every name ends in one of its own, else 1, 2, 3… */
export function squareNumbers(names: readonly string[]): readonly string[] {
  const found = names.map((name) => /(?:^|\D)0*(\d{1,2})$/u.exec(name)?.[1] ?? '');
  const areOwn = found.every((number) => number !== '') && new Set(found).size === found.length;
  return names.map((_, index) => (areOwn ? (found[index] ?? '') : String(index + 1)));
}
