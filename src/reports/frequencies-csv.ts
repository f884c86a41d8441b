import type { FrequencyRow, FrequencyTable } from '../analysis/contract.ts';
import type { ReportCodebook } from './codebook.ts';
import type { TableRecord } from './csv.ts';

/** Scripts rest on these names and their order. */
export const FREQUENCY_COLUMNS = [
  'hypothesis',
  'group',
  'code',
  'participants_n',
  'participants_total',
  'percent',
  'segments',
  'words',
  'percent_words',
  'participants',
] as const;

export type FrequencyRecord = TableRecord<(typeof FREQUENCY_COLUMNS)[number]>;

export interface FrequencySource extends ReportCodebook {
  /** In order of hypotheses. */
  readonly table: FrequencyTable;
}

/**
 * The table's lines for files. `code`: one per code and place, so a code mapped to two hypotheses stands twice and an
 * unmapped one without a hypothesis. `hypothesis`: one per hypothesis and one per group, with an empty code. Percents
 * are 0 to 100 with at most one decimal; participants are names joined by `;`.
 */
export function frequencyRecords(source: FrequencySource, by: 'code' | 'hypothesis'): FrequencyRecord[] {
  const { table, codes, hypotheses } = source;
  const paths = new Map(codes.map((code) => [code.id, code.path]));
  const labels = new Map(hypotheses.map((hypothesis) => [hypothesis.id, hypothesis.label]));
  const groups = new Map(
    hypotheses.flatMap((hypothesis) => hypothesis.groups.map((group) => [group.id, group.name])),
  );
  const names = new Map(table.participants.map((participant) => [participant.id, participant.name]));
  const total = table.participants.length;
  const isWanted = ({ kind }: FrequencyRow): boolean =>
    by === 'code' ? kind === 'code' : kind === 'hypothesis' || kind === 'group';
  return table.rows.filter(isWanted).map((row) => ({
    hypothesis: named(labels, row.hypothesisId),
    group: named(groups, row.hypothesisGroupId),
    code: named(paths, row.codeId),
    participants_n: row.participantIds.length,
    participants_total: total,
    percent: percent(total === 0 ? 0 : row.participantIds.length / total),
    segments: row.segments,
    words: row.words,
    percent_words: percent(row.wordShare),
    participants: row.participantIds.map((id) => names.get(id) ?? '').join(';'),
  }));
}

/** The same lines with `n/N` in one column, for people at a terminal. */
export const FREQUENCY_TEXT_COLUMNS = [
  'hypothesis',
  'group',
  'code',
  'n/N',
  '%',
  'segments',
  'words',
  '% words',
  'participants',
] as const;

export function frequencyTextRecords(
  records: readonly FrequencyRecord[],
): TableRecord<(typeof FREQUENCY_TEXT_COLUMNS)[number]>[] {
  return records.map((record) => ({
    hypothesis: record.hypothesis,
    group: record.group,
    code: record.code,
    'n/N': `${record.participants_n}/${record.participants_total}`,
    '%': record.percent,
    segments: record.segments,
    words: record.words,
    '% words': record.percent_words,
    participants: String(record.participants).replaceAll(';', ', '),
  }));
}

/** A share from 0 to 1 as 0 to 100, rounded to one decimal. */
export function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

function named(names: ReadonlyMap<number, string>, id: number | null): string {
  return id === null ? '' : (names.get(id) ?? '');
}
