import type { TableColumn, TableDraft } from '../../../src/tables/contract.ts';
import {
  initialChoices,
  type DraftState,
  type TableChoices,
} from '../../../renderer/features/tables/table-model.ts';

export function columnOf(column: number, title: string, more: Partial<TableColumn> = {}): TableColumn {
  return {
    column,
    title,
    name: title,
    type: 'text',
    isExisting: false,
    isOpen: false,
    filled: 3,
    distinct: 3,
    ...more,
  };
}

/** Names, ages, an open question and a blank column. */
export function tableOf(more: Partial<TableDraft> = {}): TableDraft {
  return {
    draftId: 'd1',
    fileName: 'a.csv',
    format: 'csv',
    encoding: { name: 'utf-8', label: 'UTF-8', confidence: 1, hadBom: false },
    delimiter: ';',
    sheets: [{ name: '', rows: 4, isHidden: false }],
    sheet: 0,
    headerRow: 1,
    rows: 3,
    columns: [
      columnOf(0, 'Nom'),
      columnOf(1, 'Âge', { type: 'integer' }),
      columnOf(2, 'Qu’en pensez-vous ?', { isOpen: true }),
      columnOf(3, 'Vide', { filled: 0, distinct: 0 }),
    ],
    keyColumn: 0,
    matches: 0,
    purpose: 'survey',
    preview: [
      { row: 2, cells: ['Anna', '34', 'Du bien.', ''] },
      { row: 3, cells: ['Boris', '34', '', ''] },
      { row: 4, cells: ['Cléa', '51', 'Du mal.', ''] },
    ],
    warnings: [],
    ...more,
  };
}

export function stateOf(choices: Partial<TableChoices> = {}, draft: TableDraft = tableOf()): DraftState {
  return {
    kind: 'draft',
    draft,
    choices: { ...initialChoices(draft, 'Répondant {n}'), ...choices },
    rereading: false,
  };
}
