import { useRef, useState, type DragEvent } from 'react';
import { i18nNow } from '../../i18n/use-i18n.ts';
import { CODE_DRAG, PASSAGE_DRAG } from '../../transcript/types.ts';
import { applyTo } from '../coder/actions.ts';
import type { Codebook } from '../coder/use-coding-data.ts';
import { runTreeAction } from './code-commands.ts';
import { chosenRows } from './tree-choice.ts';
import { dropAction, dropManyAction, mergeAction, type DropPlace, type TreeAction } from './tree-drop.ts';
import type { TreeRow } from './tree-rows.ts';
import { useTree } from './tree-state.ts';

const ROW_DRAG = 'application/x-repere-row';

export interface TreeDrag {
  readonly dropOn: (row: TreeRow) => DropPlace | null;
  readonly handlers: {
    readonly onDragStart: (row: TreeRow, event: DragEvent) => void;
    readonly onDragOver: (row: TreeRow, event: DragEvent) => void;
    readonly onDragLeave: (row: TreeRow) => void;
    readonly onDrop: (row: TreeRow, event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
}

/** Dragging rows in the tree, codes out to the text, and passages of the text onto codes. */
export function useTreeDrag(data: Codebook, rows: readonly TreeRow[]): TreeDrag {
  /** The row that is dragged, or all that are chosen when it is one of them. */
  const moved = useRef<readonly TreeRow[]>([]);
  const [over, setOver] = useState<{ readonly key: string; readonly place: DropPlace } | null>(null);

  const actionOn = (event: DragEvent, row: TreeRow): { place: DropPlace; action: TreeAction } | null => {
    const [first] = moved.current;
    if (first === undefined) return null;
    if (event.altKey) {
      const action = mergeAction(moved.current, row);
      return action === null ? null : { place: 'into', action };
    }
    // Where codes are sorted by something else, no place between two of them is theirs to choose.
    const isSorted = row.kind === 'code' && useTree.getState().sort !== 'hand';
    const places = isSorted ? (['into'] as const) : placesAt(event, row);
    const many = moved.current.filter((each) => each.kind === 'code');
    for (const place of places) {
      const action =
        many.length > 1
          ? dropManyAction(data.codes, many, row, place)
          : dropAction(data.codes, first, row, place);
      if (action !== null) return { place, action };
    }
    return null;
  };
  const takesPassage = (event: DragEvent, row: TreeRow): boolean =>
    row.kind === 'code' && !row.code.isFolder && event.dataTransfer.types.includes(PASSAGE_DRAG);

  return {
    dropOn: (row) => (over?.key === row.key ? over.place : null),
    handlers: {
      onDragStart: (row, event) => {
        const { choice } = useTree.getState();
        const chosen = chosenRows(rows, choice);
        moved.current = choice.has(row.key) && chosen.length > 1 ? chosen : [row];
        event.dataTransfer.setData(ROW_DRAG, row.key);
        if (row.kind === 'code' && !row.code.isFolder) {
          event.dataTransfer.setData(CODE_DRAG, String(row.code.id));
          event.dataTransfer.setData('text/plain', row.code.name);
        }
        event.dataTransfer.effectAllowed = 'copyMove';
      },
      onDragOver: (row, event) => {
        const place = takesPassage(event, row) ? 'into' : actionOn(event, row)?.place;
        if (place === undefined) {
          setOver(null);
          return;
        }
        event.preventDefault();
        event.dataTransfer.dropEffect = takesPassage(event, row) ? 'copy' : 'move';
        if (over?.key !== row.key || over.place !== place) setOver({ key: row.key, place });
      },
      onDragLeave: (row) => setOver((now) => (now?.key === row.key ? null : now)),
      onDrop: (row, event) => {
        setOver(null);
        const passage = readPassage(event.dataTransfer.getData(PASSAGE_DRAG));
        if (passage !== null && row.kind === 'code') {
          event.preventDefault();
          void applyTo(row.code.id, passage);
          return;
        }
        const found = actionOn(event, row);
        if (found === null) return;
        event.preventDefault();
        void runTreeAction(found.action, toldOf(moved.current, found, data));
      },
      onDragEnd: () => {
        moved.current = [];
        setOver(null);
      },
    },
  };
}

/** Headings take into; codes take before and after at their edges. The second choice stands in where the first means nothing. */
function placesAt(event: DragEvent, row: TreeRow): readonly DropPlace[] {
  const box = event.currentTarget.getBoundingClientRect();
  const share = (event.clientY - box.top) / Math.max(1, box.height);
  const edge: DropPlace = share < 0.5 ? 'before' : 'after';
  if (row.kind !== 'code') return row.kind === 'hypothesis' ? ['into', edge] : ['into'];
  return share > 0.28 && share < 0.72 ? ['into', edge] : [edge, 'into'];
}

function toldOf(
  rows: readonly TreeRow[],
  { place, action }: { readonly place: DropPlace; readonly action: TreeAction },
  data: Codebook,
): string | null {
  const { t } = i18nNow();
  const [row] = rows;
  if (row?.kind !== 'code') return null;
  if (action.call === 'codes.merge') {
    const into = data.codeOf.get(action.input.intoId)?.name ?? '';
    return t('codebook.merged', { count: action.input.codeIds.length, name: into });
  }
  if (rows.length > 1) return t('codebook.movedMany', { count: rows.length });
  return place === 'into' ? t('codebook.moved', { name: row.code.name }) : null;
}

function readPassage(raw: string): { start: number; end: number } | null {
  if (raw === '') return null;
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value !== 'object' || value === null || !('start' in value) || !('end' in value)) return null;
    const { start, end } = value;
    return typeof start === 'number' && typeof end === 'number' && start < end ? { start, end } : null;
  } catch {
    return null;
  }
}
