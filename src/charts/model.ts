import type { FrequencyRow, FrequencyTable } from '../analysis/contract.ts';
import type { Shape } from '../contract/common.ts';

/** A code as a chart shows it. */
export interface ChartCode {
  readonly codeId: number;
  readonly name: string;
  readonly colour: number;
  readonly shape: Shape;
  /** Distinct participants. */
  readonly n: number;
}

/** Codes under one heading; `name` is `null` for those without a group. */
export interface ChartGroup {
  readonly name: string | null;
  readonly codes: readonly ChartCode[];
}

export interface ChartHypothesis {
  /** `null`: the codes without a hypothesis. */
  readonly hypothesisId: number | null;
  readonly label: string;
  readonly title: string;
  readonly groups: readonly ChartGroup[];
  readonly stances: FrequencyRow['stances'];
}

/** What every chart is drawn from. */
export interface ChartModel {
  /** N. */
  readonly participants: number;
  readonly participantNames: readonly string[];
  readonly hypotheses: readonly ChartHypothesis[];
}

export interface ChartNames {
  readonly codes: readonly {
    readonly id: number;
    readonly name: string;
    readonly colour: number;
    readonly shape: Shape;
  }[];
  readonly hypotheses: readonly {
    readonly id: number;
    readonly label: string;
    readonly title: string;
    readonly groups: readonly { readonly id: number; readonly name: string }[];
  }[];
}

/** Gathers the rows of a table in order of hypotheses under their headings. */
export function chartModel(
  table: FrequencyTable,
  { codes, hypotheses }: ChartNames,
  unmapped: string,
): ChartModel {
  const codesById = new Map(codes.map((code) => [code.id, code]));
  const hypothesesById = new Map(hypotheses.map((hypothesis) => [hypothesis.id, hypothesis]));
  const found: (Omit<ChartHypothesis, 'groups'> & {
    groups: { name: string | null; codes: ChartCode[] }[];
  })[] = [];
  for (const row of table.rows) {
    const hypothesis = hypothesesById.get(row.hypothesisId ?? 0);
    if (row.kind === 'hypothesis' || row.kind === 'unmapped') {
      found.push({
        hypothesisId: row.hypothesisId,
        label: hypothesis?.label ?? '',
        title: hypothesis?.title ?? unmapped,
        groups: [{ name: null, codes: [] }],
        stances: row.stances,
      });
    } else if (row.kind === 'group') {
      const name = hypothesis?.groups.find((group) => group.id === row.hypothesisGroupId)?.name ?? '';
      found.at(-1)?.groups.push({ name, codes: [] });
    } else {
      const code = codesById.get(row.codeId ?? 0);
      if (code === undefined) continue;
      const { id, name, colour, shape } = code;
      found
        .at(-1)
        ?.groups.at(-1)
        ?.codes.push({ codeId: id, name, colour, shape, n: row.participantIds.length });
    }
  }
  return {
    participants: table.participants.length,
    participantNames: table.participants.map((participant) => participant.name),
    hypotheses: found,
  };
}

/** The codes of a hypothesis, each once. One in two groups has the larger figure, which is the same where both have the whole branch. */
export function distinctCodes({ groups }: ChartHypothesis): readonly ChartCode[] {
  const byId = new Map<number, ChartCode>();
  for (const code of groups.flatMap((group) => group.codes)) {
    const known = byId.get(code.codeId);
    if (known === undefined || known.n < code.n) byId.set(code.codeId, code);
  }
  return [...byId.values()];
}
