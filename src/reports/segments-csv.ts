import type { VariableValues } from '../analysis/filter.ts';
import type { Quotation } from '../analysis/contract.ts';
import { placesByCode, type ReportCodebook } from './codebook.ts';
import type { TableRecord } from './csv.ts';

const BEFORE_VARIABLES = ['document', 'participant'] as const;
const AFTER_VARIABLES = [
  'speaker',
  'hypothesis',
  'group',
  'code',
  'stance',
  'weight',
  'key',
  'text',
  'start',
  'end',
  'coder',
  'created_at',
  'memo',
] as const;

/** What a line of the table of segments says; a quotation has it all. */
export type Segment = Omit<Quotation, 'before' | 'after' | 'paragraph' | 'topic' | 'codingId' | 'coderId'>;

export interface SegmentSource extends ReportCodebook {
  readonly participants: readonly { readonly id: number; readonly name: string }[];
  readonly variables: readonly {
    readonly id: number;
    readonly name: string;
    readonly scope: 'participant' | 'document';
  }[];
  readonly valueOf: VariableValues['valueOf'];
}

/**
 * Names of the columns: one per variable after document and participant. A variable that is called like another
 * column gets a number, so that no column hides another.
 */
export function segmentColumns({ variables }: Pick<SegmentSource, 'variables'>): readonly string[] {
  return [...BEFORE_VARIABLES, ...variableColumns(variables), ...AFTER_VARIABLES];
}

/**
 * One line per coding. Several participants, and their different values, are joined by `;`; several hypotheses or
 * groups of a code by ` ; `. `start` and `end` are UTF-16 offsets into the document's text, half-open.
 */
export function segmentRecords(segments: readonly Segment[], source: SegmentSource): TableRecord[] {
  const paths = new Map(source.codes.map((code) => [code.id, code.path]));
  const names = new Map(source.participants.map((participant) => [participant.id, participant.name]));
  const places = placesByCode(source);
  const columns = variableColumns(source.variables);
  return segments.map((segment) => {
    const place = places.get(segment.codeId);
    return {
      document: segment.documentName,
      participant: segment.participantIds.map((id) => names.get(id) ?? '').join(';'),
      ...Object.fromEntries(
        source.variables.map((variable, index) => [columns[index] ?? '', valueIn(segment, variable, source)]),
      ),
      speaker: segment.speakerName ?? '',
      hypothesis: place?.hypotheses.join(' ; ') ?? '',
      group: place?.groups.join(' ; ') ?? '',
      code: paths.get(segment.codeId) ?? '',
      stance: segment.stance ?? '',
      weight: segment.weight ?? '',
      key: segment.isKey ? 1 : '',
      text: segment.text,
      start: segment.start,
      end: segment.end,
      coder: segment.coderName,
      created_at: segment.createdAt,
      memo: segment.memo ?? '',
    };
  });
}

function valueIn(
  segment: Segment,
  variable: SegmentSource['variables'][number],
  { valueOf }: SegmentSource,
): string {
  const targets = variable.scope === 'document' ? [segment.documentId] : segment.participantIds;
  const values = targets.map((id) => valueOf(variable.id, id)).filter((value) => value !== null);
  return [...new Set(values)].join(';');
}

function variableColumns(variables: SegmentSource['variables']): readonly string[] {
  const taken = new Set<string>([...BEFORE_VARIABLES, ...AFTER_VARIABLES]);
  return variables.map(({ name }) => {
    let column = name;
    for (let number = 2; taken.has(column); number += 1) column = `${name} (${number})`;
    taken.add(column);
    return column;
  });
}
