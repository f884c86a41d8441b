import { useState, type DragEvent } from 'react';
import { runCommand } from '../../app/use-command.ts';
import { dropAction } from '../codebook/tree-drop.ts';
import type { HypothesisRow } from '../codebook/tree-rows.ts';
import { runTreeAction } from '../codebook/code-commands.ts';

const COLUMN = 'application/x-repere-hypothesis';

let dragged: HypothesisRow | null = null;

/** One place to the left or to the right. */
export async function moveColumn(
  { hypothesis, position, siblings }: HypothesisRow,
  by: -1 | 1,
): Promise<void> {
  const to = position + by;
  if (to < 0 || to >= siblings) return;
  await runCommand('hypotheses.move', { hypothesisId: hypothesis.id, position: to });
}

interface DragHandlers {
  readonly draggable: true;
  readonly onDragStart: (event: DragEvent<HTMLElement>) => void;
  readonly onDragEnd: () => void;
}

/** The grip of a column takes the whole column along. */
export function useColumnDrag(row: HypothesisRow): DragHandlers {
  return {
    draggable: true,
    onDragStart: (event) => {
      dragged = row;
      event.dataTransfer.setData(COLUMN, String(row.hypothesis.id));
      event.dataTransfer.effectAllowed = 'move';
      const column = event.currentTarget.closest('.board-column');
      if (column !== null) event.dataTransfer.setDragImage(column, 20, 20);
    },
    onDragEnd: () => {
      dragged = null;
    },
  };
}

type Side = 'before' | 'after';

interface ColumnDrop {
  /** Where a dragged column would come to stand. */
  readonly side: Side | null;
  readonly handlers: {
    readonly onDragOverCapture: (event: DragEvent<HTMLElement>) => void;
    readonly onDragLeave: (event: DragEvent<HTMLElement>) => void;
    readonly onDropCapture: (event: DragEvent<HTMLElement>) => void;
  };
}

/** A column is dropped before or after another one, by the half that the pointer is over. */
export function useColumnDrop(row: HypothesisRow): ColumnDrop {
  const [side, setSide] = useState<Side | null>(null);
  const over = (event: DragEvent<HTMLElement>): Side | null => {
    if (dragged === null || !event.dataTransfer.types.includes(COLUMN)) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const at = event.clientX < box.left + box.width / 2 ? 'before' : 'after';
    return dropAction([], dragged, row, at) === null ? null : at;
  };
  return {
    side,
    handlers: {
      onDragOverCapture: (event) => {
        const at = over(event);
        setSide(at);
        if (at === null) return;
        event.preventDefault();
        event.stopPropagation();
      },
      onDragLeave: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setSide(null);
      },
      onDropCapture: (event) => {
        const at = over(event);
        setSide(null);
        if (at === null || dragged === null) return;
        event.preventDefault();
        event.stopPropagation();
        const action = dropAction([], dragged, row, at);
        if (action !== null) void runTreeAction(action);
      },
    },
  };
}
