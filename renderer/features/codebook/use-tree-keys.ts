import type { KeyboardEvent, RefObject } from 'react';
import { isShortcut } from '../../app/shortcut-list.ts';
import { applyToHand, applyToParagraph } from '../coder/actions.ts';
import { useCoder } from '../coder/state.ts';
import type { Codebook } from '../coder/use-coding-data.ts';
import { removeHypothesis, removeGroup } from '../hypotheses/hypothesis-commands.ts';
import { useHypothesisDialog } from '../hypotheses/hypothesis-dialog-state.ts';
import { removeCodes, runTreeAction } from './code-commands.ts';
import { placeOfRow } from './place-of-row.ts';
import { chosenCodes, rangeChoice, toggledChoice } from './tree-choice.ts';
import { stepAction } from './tree-drop.ts';
import type { TreeRow } from './tree-rows.ts';
import { clearChoice, setExpanded, startCreating, useTree } from './tree-state.ts';

interface TreeKeys {
  readonly data: Codebook;
  readonly rows: readonly TreeRow[];
  readonly root: RefObject<HTMLElement | null>;
  readonly onMenu: (row: TreeRow, x: number, y: number) => void;
}

/** The keyboard of the code tree, as of any tree, with renaming, moving, applying and removing. */
export function useTreeKeys({ data, rows, root, onMenu }: TreeKeys): (event: KeyboardEvent) => void {
  const element = (key: string): HTMLElement | null =>
    root.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
  const focusAt = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row !== undefined) element(row.key)?.focus();
  };
  return (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.dataset['key'] === undefined) return;
    const index = rows.findIndex((row) => row.key === target.dataset['key']);
    const row = rows[index];
    if (row === undefined) return;
    if (event.altKey) {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      if (useTree.getState().sort !== 'hand') return;
      const action = stepAction(data.codes, rows, row.key, event.key === 'ArrowUp' ? -1 : 1);
      if (action !== null)
        void runTreeAction(action).then(() => requestAnimationFrame(() => element(row.key)?.focus()));
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      if (chooseByKey(event.key, row)) event.preventDefault();
      return;
    }
    if (row.kind === 'code' && isShortcut(event.nativeEvent, 'tree.applyParagraph')) {
      event.preventDefault();
      void applyToParagraph(row.code.id);
      return;
    }
    if (event.shiftKey && extend(event.key, row, index)) {
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape' && useTree.getState().choice.size > 0) {
      event.preventDefault();
      event.stopPropagation();
      clearChoice();
      return;
    }
    if (handle(event.key, row, index)) event.preventDefault();
  };

  /** Ctrl+Space takes a row in or out, Ctrl+A takes all that are to be seen. */
  function chooseByKey(key: string, row: TreeRow): boolean {
    const { choice, anchorKey } = useTree.getState();
    if (key === ' ') {
      useTree.setState({ choice: toggledChoice(rows, choice, anchorKey, row.key), anchorKey: row.key });
      return true;
    }
    if (key.toLowerCase() !== 'a') return false;
    useTree.setState({ choice: rangeChoice(rows, rows[0]?.key ?? null, rows.at(-1)?.key ?? '') });
    return true;
  }

  /** Shift and an arrow: the choice goes from where it began to the next row. */
  function extend(key: string, row: TreeRow, index: number): boolean {
    const ends: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const next = rows[ends[key] ?? -1];
    if (ends[key] === undefined) return false;
    if (next === undefined) return true;
    const { choice, anchorKey } = useTree.getState();
    const anchor = choice.size === 0 ? row.key : (anchorKey ?? row.key);
    useTree.setState({ choice: rangeChoice(rows, anchor, next.key), anchorKey: anchor });
    element(next.key)?.focus();
    return true;
  }

  function handle(key: string, row: TreeRow, index: number): boolean {
    switch (key) {
      case 'ArrowDown':
        clearChoice();
        focusAt(index + 1);
        return true;
      case 'ArrowUp':
        clearChoice();
        focusAt(index - 1);
        return true;
      case 'Home':
        focusAt(0);
        return true;
      case 'End':
        focusAt(rows.length - 1);
        return true;
      case 'ArrowRight':
        if (row.hasChildren && !row.expanded) setExpanded(row.key, true);
        else if (row.expanded) focusAt(index + 1);
        return true;
      case 'ArrowLeft':
        if (row.expanded) setExpanded(row.key, false);
        else if (row.parentKey !== null) element(row.parentKey)?.focus();
        return true;
      case 'Enter':
        useCoder.setState({ place: placeOfRow(row) });
        if (row.kind === 'code') void applyToHand(row.code.id);
        else if (row.hasChildren) setExpanded(row.key, !row.expanded);
        return true;
      case 'F2':
        if (row.kind === 'hypothesis') useHypothesisDialog.getState().edit(row.hypothesis);
        else if (row.kind !== 'unmapped') useTree.setState({ renamingKey: row.key });
        return true;
      case 'Insert':
        startCreating({ parentKey: row.key, ...childPlace(row), kind: 'code' });
        return true;
      case 'Delete':
        remove(row, index);
        return true;
      case 'ContextMenu':
      case 'F10': {
        const box = element(row.key)?.getBoundingClientRect();
        if (box !== undefined) onMenu(row, box.left + 40, box.bottom);
        return true;
      }
      default:
        return key.length === 1 && /[\p{L}\p{N}]/u.test(key) && typeAhead(key, index);
    }
  }

  function remove(row: TreeRow, index: number): void {
    const { choice } = useTree.getState();
    const chosen = choice.has(row.key) ? chosenCodes(rows, choice) : [];
    const next = rows.slice(index + 1).find((each) => !choice.has(each.key)) ?? rows[index - 1];
    if (row.kind === 'code') void removeCodes(chosen.length > 0 ? chosen : [row.code]);
    else if (row.kind === 'group') void removeGroup(row.hypothesis, row.groupId, row.name);
    else if (row.kind === 'hypothesis') void removeHypothesis(row.hypothesis);
    if (next !== undefined) element(next.key)?.focus();
  }

  /** `F` belongs to the filter; other letters go to the next name that begins with them. */
  function typeAhead(letter: string, index: number): boolean {
    if (letter.toLowerCase() === 'f') return false;
    const wanted = letter.toLocaleLowerCase();
    const order = [...rows.slice(index + 1), ...rows.slice(0, index)];
    const found = order.find(
      (row) => row.kind === 'code' && row.code.name.toLocaleLowerCase().startsWith(wanted),
    );
    if (found !== undefined) element(found.key)?.focus();
    return found !== undefined;
  }
}

/** Where a child made under this row goes. */
export function childPlace(row: TreeRow): {
  parentId: number | null;
  hypothesisId: number | null;
  groupId: number | null;
} {
  if (row.kind === 'code') return { parentId: row.code.id, hypothesisId: null, groupId: null };
  return placeOfRow(row);
}
