import { useMemo } from 'react';
import type { FrequencyTable } from '../../../src/analysis/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useCodebook, type Codebook } from '../coder/use-coding-data.ts';
import { boardOf, figuresOf, type Board, type BoardFigures } from './board-model.ts';

export interface BoardData {
  readonly book: Codebook;
  readonly board: Board;
  readonly figures: BoardFigures;
  readonly participants: FrequencyTable['participants'];
}

const NOBODY: FrequencyTable['participants'] = [];

/** The board with its figures; `undefined` until codes and hypotheses were answered. */
export function useBoard(): BoardData | undefined {
  const book = useCodebook();
  const isListed = useCall('hypotheses.list', {}).data !== undefined && book.listed;
  const table = useCall('analysis.frequencies', { by: 'hypothesis' }, { keepPrevious: true }).data;
  const { codes, hypotheses } = book;
  const board = useMemo(() => boardOf(codes, hypotheses), [codes, hypotheses]);
  const figures = useMemo(() => figuresOf(table), [table]);
  const participants = table?.participants ?? NOBODY;
  return useMemo(
    () => (isListed ? { book, board, figures, participants } : undefined),
    [isListed, book, board, figures, participants],
  );
}
