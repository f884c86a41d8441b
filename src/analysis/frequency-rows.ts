import { codeTreeOf, inOrder, lineage, placesOf, type CodeTree, type Place } from './code-sets.ts';
import type { FrequencyRow } from './contract.ts';
import type { AnalysisData } from './data.ts';
import { rowsOfCodes, type RowsOfCodes } from './tally.ts';

/** What a row of the table is about, without its figures. */
export type RowSubject = Pick<
  FrequencyRow,
  'kind' | 'hypothesisId' | 'hypothesisGroupId' | 'codeId' | 'depth'
>;

/** The rows of a table in display order, and which codes count in which; the last row counts all codes. */
export interface RowPlan {
  readonly subjects: readonly RowSubject[];
  readonly rowsOf: RowsOfCodes;
}

export interface RowOptions {
  readonly by: 'hypothesis' | 'tree';
  /** Code rows leave their descendants out; headings stay unions of their codes. */
  readonly ownOnly?: boolean | undefined;
}

export function planRows(data: AnalysisData, { by, ownOnly = false }: RowOptions): RowPlan {
  const plan = new Plan(data, ownOnly);
  if (by === 'tree') plan.addCodes(new Set(data.codes.keys()), null, null);
  else planByHypothesis(data, plan);
  return plan.finished();
}

function planByHypothesis(data: AnalysisData, plan: Plan): void {
  const mapped = new Set<number>();
  for (const hypothesis of data.hypotheses) {
    const places = placesOf(hypothesis, plan.tree);
    const all = new Set([...places.values()].flatMap((place) => [...place]));
    for (const index of all) mapped.add(index);
    plan.addHeading('hypothesis', hypothesis.id, null, all);
    for (const [groupId, place] of places) {
      if (groupId !== null) plan.addHeading('group', hypothesis.id, groupId, place);
      plan.addCodes(place, hypothesis.id, groupId);
    }
  }
  const rest = new Set([...data.codes.keys()].filter((index) => !mapped.has(index)));
  if (rest.size === 0) return;
  plan.addHeading('unmapped', null, null, rest);
  plan.addCodes(rest, null, null);
}

class Plan {
  readonly tree: CodeTree;
  readonly #data: AnalysisData;
  readonly #ownOnly: boolean;
  readonly #subjects: RowSubject[] = [];
  readonly #rowsOf: number[][];

  constructor(data: AnalysisData, ownOnly: boolean) {
    this.#data = data;
    this.#ownOnly = ownOnly;
    this.tree = codeTreeOf(data.codes);
    this.#rowsOf = data.codes.map(() => []);
  }

  /** A row over all codes of a place. */
  addHeading(
    kind: 'hypothesis' | 'group' | 'unmapped',
    hypothesisId: number | null,
    groupId: number | null,
    codes: Place,
  ): number {
    const row = this.#add({ kind, hypothesisId, hypothesisGroupId: groupId, codeId: null, depth: 0 });
    for (const index of codes) this.#rowsOf[index]?.push(row);
    return row;
  }

  /** One row per code of a place. */
  addCodes(place: Place, hypothesisId: number | null, groupId: number | null): void {
    const rows = new Map<number, number>();
    for (const index of inOrder(place)) {
      const line = lineage(index, place, this.tree);
      const codeId = this.#data.codes[index]?.id ?? null;
      rows.set(
        index,
        this.#add({ kind: 'code', hypothesisId, hypothesisGroupId: groupId, codeId, depth: line.length - 1 }),
      );
      for (const ancestor of this.#ownOnly ? [index] : line)
        this.#rowsOf[index]?.push(rows.get(ancestor) ?? 0);
    }
  }

  finished(): RowPlan {
    const total = this.#subjects.length;
    for (const rows of this.#rowsOf) rows.push(total);
    return { subjects: this.#subjects, rowsOf: rowsOfCodes(total + 1, this.#rowsOf) };
  }

  #add(subject: RowSubject): number {
    this.#subjects.push(subject);
    return this.#subjects.length - 1;
  }
}
