import { useRef, useState, type DragEvent } from 'react';
import { i18nNow } from '../../i18n/use-i18n.ts';
import { CODE_DRAG, PASSAGE_DRAG } from '../../transcript/types.ts';
import { applyTo } from '../coder/actions.ts';
import type { Codebook } from '../coder/use-coding-data.ts';
import { runTreeAction } from './code-commands.ts';
import { dropAction, type DropPlace, type TreeAction } from './tree-drop.ts';
import type { TreeRow } from './tree-rows.ts';

const ROW_DRAG = 'application/x-repere-row';

export interface TreeDrag {
  readonly dropOn: (row: TreeRow) => DropPlace | null;
  readonly handlers: (row: TreeRow) => {
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
}

/** Dragging rows in the tree, codes out to the text, and passages of the text onto codes. */
export function useTreeDrag(data: Codebook): TreeDrag {
  const moved = useRef<TreeRow | null>(null);
  const [over, setOver] = useState<{ readonly key: string; readonly place: DropPlace } | null>(null);

  const actionOn = (event: DragEvent, row: TreeRow): { place: DropPlace; action: TreeAction } | null => {
    if (moved.current === null) return null;
    for (const place of placesAt(event, row)) {
      const action = dropAction(data.codes, moved.current, row, place);
      if (action !== null) return { place, action };
    }
    return null;
  };
  const takesPassage = (event: DragEvent, row: TreeRow): boolean =>
    row.kind === 'code' && !row.code.isFolder && event.dataTransfer.types.includes(PASSAGE_DRAG);

  return {
    dropOn: (row) => (over?.key === row.key ? over.place : null),
    handlers: (row) => ({
      onDragStart: (event) => {
        moved.current = row;
        event.dataTransfer.setData(ROW_DRAG, row.key);
        if (row.kind === 'code' && !row.code.isFolder) {
          event.dataTransfer.setData(CODE_DRAG, String(row.code.id));
          event.dataTransfer.setData('text/plain', row.code.name);
        }
        event.dataTransfer.effectAllowed = 'copyMove';
      },
      onDragOver: (event) => {
        const place = takesPassage(event, row) ? 'into' : actionOn(event, row)?.place;
        if (place === undefined) {
          setOver(null);
          return;
        }
        event.preventDefault();
        event.dataTransfer.dropEffect = takesPassage(event, row) ? 'copy' : 'move';
        if (over?.key !== row.key || over.place !== place) setOver({ key: row.key, place });
      },
      onDragLeave: () => setOver((now) => (now?.key === row.key ? null : now)),
      onDrop: (event) => {
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
        void runTreeAction(found.action, toldOf(moved.current, found.place));
      },
      onDragEnd: () => {
        moved.current = null;
        setOver(null);
      },
    }),
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

function toldOf(row: TreeRow | null, place: DropPlace): string | null {
  return row?.kind === 'code' && place === 'into'
    ? i18nNow().t('codebook.moved', { name: row.code.name })
    : null;
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
