import type { FrequencyRow, FrequencyTable } from '../../../src/analysis/contract.ts';
import type { Code } from '../../../src/codebook/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import type { Selection } from '../../app/navigation.ts';
import type { FrequencyState, Sort } from './state.ts';

/** A row as it is drawn. */
export interface ShownRow {
  /** Unique in the table, and the same after a change. */
  readonly key: string;
  readonly figures: FrequencyRow;
  /** H1; empty on rows that have none. */
  readonly label: string;
  readonly name: string;
  readonly code: Code | null;
  /** Steps of indent. */
  readonly level: number;
  /** A heading that can be folded; `null` on codes. */
  readonly isFolded: boolean | null;
  /** Codes whose segments the row counts. */
  readonly codeIds: readonly number[];
  /** What the quotations screen shows for the row, before filters. */
  readonly selection: Selection;
}

export interface RowSource {
  readonly table: FrequencyTable;
  readonly codes: readonly Code[];
  readonly hypotheses: readonly Hypothesis[];
  /** Name of the heading over codes without a hypothesis. */
  readonly unmapped: string;
  readonly compareNames: (a: string, b: string) => number;
}

type View = Pick<FrequencyState, 'sort' | 'hideEmpty' | 'folded' | 'ownOnly'>;

interface Source extends RowSource {
  readonly sizes: ReadonlyMap<number, number>;
}

/** A code's row with the rows of codes below it. */
interface Branch {
  readonly row: FrequencyRow;
  readonly code: Code | undefined;
  readonly children: Branch[];
}

/** A run of codes under one heading, and the heading. */
interface Block {
  readonly heading: FrequencyRow | null;
  readonly branches: Branch[];
}

/** The rows to draw: sorted inside their headings, empty ones hidden when asked, folded ones left out. */
export function shownRows(given: RowSource, view: View): readonly ShownRow[] {
  const source: Source = { ...given, sizes: branchSizes(given.codes) };
  const shown: ShownRow[] = [];
  let foldedAbove = false;
  for (const block of blocksOf(source)) {
    const { heading } = block;
    if (heading !== null && heading.kind !== 'group') foldedAbove = false;
    if (foldedAbove) continue;
    let isFolded = false;
    if (heading !== null) {
      if (view.hideEmpty && heading.segments === 0) continue;
      const row = headingRow(heading, block, source, view);
      isFolded = row.isFolded === true;
      if (heading.kind !== 'group') foldedAbove = isFolded;
      shown.push(row);
    }
    if (isFolded) continue;
    // In a hypothesis codes stand below the title whether they have a group or not.
    const level = heading === null ? 0 : 2;
    for (const branch of sorted(block.branches, view.sort, source))
      addBranch(shown, branch, level, source, view);
  }
  return shown;
}

function blocksOf({ table, codes }: RowSource): readonly Block[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const blocks: Block[] = [];
  let line: Branch[] = [];
  for (const row of table.rows) {
    if (row.kind !== 'code') {
      blocks.push({ heading: row, branches: [] });
      line = [];
      continue;
    }
    if (blocks.length === 0) blocks.push({ heading: null, branches: [] });
    const branch: Branch = { row, code: byId.get(row.codeId ?? 0), children: [] };
    line = [...line.slice(0, row.depth), branch];
    const parent = line.at(-2);
    if (parent === undefined) blocks.at(-1)?.branches.push(branch);
    else parent.children.push(branch);
  }
  return blocks;
}

function headingRow(
  row: FrequencyRow,
  block: Block,
  { hypotheses, unmapped }: RowSource,
  view: View,
): ShownRow {
  const hypothesis = hypotheses.find((each) => each.id === row.hypothesisId);
  const group = hypothesis?.groups.find((each) => each.id === row.hypothesisGroupId);
  const key = `${row.kind}-${row.hypothesisId ?? ''}-${row.hypothesisGroupId ?? ''}`;
  const codeIds = block.branches.flatMap(idsIn);
  return {
    key,
    figures: row,
    label: row.kind === 'hypothesis' ? (hypothesis?.label ?? '') : '',
    name: row.kind === 'unmapped' ? unmapped : (group?.name ?? hypothesis?.title ?? ''),
    code: null,
    level: row.kind === 'group' ? 1 : 0,
    isFolded: view.folded.has(key),
    codeIds,
    selection: headingSelection(row, codeIds),
  };
}

function headingSelection(row: FrequencyRow, codeIds: readonly number[]): Selection {
  if (row.hypothesisId === null) return { codeIds: [...codeIds], ownOnly: true };
  return row.hypothesisGroupId === null
    ? { hypothesisId: row.hypothesisId }
    : { hypothesisId: row.hypothesisId, hypothesisGroupId: row.hypothesisGroupId };
}

function addBranch(shown: ShownRow[], branch: Branch, level: number, source: Source, view: View): void {
  const { row, code } = branch;
  // What is empty has nothing but empty rows below it, unless each row counts for itself.
  if (!view.hideEmpty || row.segments > 0) shown.push(codeRow(branch, level, source, view));
  if (code === undefined) return;
  for (const child of sorted(branch.children, view.sort, source))
    addBranch(shown, child, level + 1, source, view);
}

function codeRow(branch: Branch, level: number, source: Source, view: View): ShownRow {
  const { row, code } = branch;
  const codeId = row.codeId ?? 0;
  const codeIds = view.ownOnly ? [codeId] : idsIn(branch);
  const isWholeBranch = !view.ownOnly && codeIds.length === source.sizes.get(codeId);
  return {
    key: `code-${row.hypothesisId ?? ''}-${row.hypothesisGroupId ?? ''}-${codeId}`,
    figures: row,
    label: '',
    name: code?.name ?? '',
    code: code ?? null,
    level,
    isFolded: null,
    codeIds,
    selection: isWholeBranch ? { codeIds: [codeId] } : { codeIds: [...codeIds], ownOnly: true },
  };
}

function idsIn({ row, children }: Branch): readonly number[] {
  return [row.codeId ?? 0, ...children.flatMap(idsIn)];
}

/** How many codes each code's branch has, itself included; parents stand before their children. */
function branchSizes(codes: readonly Code[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const code of codes.toReversed()) {
    const size = (sizes.get(code.id) ?? 0) + 1;
    sizes.set(code.id, size);
    if (code.parentId !== null) sizes.set(code.parentId, (sizes.get(code.parentId) ?? 0) + size);
  }
  return sizes;
}

function sorted(branches: readonly Branch[], sort: Sort, { compareNames }: RowSource): readonly Branch[] {
  switch (sort) {
    case 'codebook':
      return branches;
    case 'name':
      return branches.toSorted((a, b) => compareNames(a.code?.name ?? '', b.code?.name ?? ''));
    case 'participants':
      return branches.toSorted((a, b) => b.row.participantIds.length - a.row.participantIds.length);
    case 'segments':
      return branches.toSorted((a, b) => b.row.segments - a.row.segments);
    case 'words':
      return branches.toSorted((a, b) => b.row.words - a.row.words);
  }
}
