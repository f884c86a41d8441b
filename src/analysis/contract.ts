import { z } from 'zod';
import { query } from '../contract/define.ts';
import { filter, id, range, stance, timestamp, weight } from '../contract/common.ts';

export const frequencyFigures = {
  /** n: distinct participants, by id, in the columns' order. */
  participantIds: z.array(id),
  /** Segments per participant, aligned with the table's `participants`. */
  segmentsByParticipant: z.array(z.number().int()),
  segments: z.number().int(),
  /** Share of all segments in the table, 0 to 1; 0 when the table has none. */
  segmentShare: z.number(),
  words: z.number().int(),
  /** Share of all participants' words in the filter, 0 to 1. */
  wordShare: z.number(),
  /** Segments per stance; the rest is unsaid. */
  stances: z.strictObject({
    supports: z.number().int(),
    qualifies: z.number().int(),
    contradicts: z.number().int(),
  }),
  firstDocumentId: id.nullable(),
};

/**
 * One line of the table. Rows stand in display order: a hypothesis, its codes without a group, then each group with its codes;
 * codes without a hypothesis come last, under a row of kind `unmapped`. In tree order only rows of kind `code`.
 */
export const frequencyRow = z.strictObject({
  kind: z.enum(['hypothesis', 'group', 'unmapped', 'code']),
  hypothesisId: id.nullable(),
  hypothesisGroupId: id.nullable(),
  codeId: id.nullable(),
  /** Indent of a code row below its heading row, 0 for a root. */
  depth: z.number().int(),
  ...frequencyFigures,
});
export type FrequencyRow = z.output<typeof frequencyRow>;

export const frequencyTable = z.strictObject({
  /** The N columns: participants of the filter that have at least one document, in the project's order. */
  participants: z.array(z.strictObject({ id, name: z.string() })),
  rows: z.array(frequencyRow),
  total: z.strictObject({ codes: z.number().int(), ...frequencyFigures }),
  /** All words of these participants in these documents: the base of % words. */
  words: z.number().int(),
  documents: z.number().int(),
});
export type FrequencyTable = z.output<typeof frequencyTable>;

/** A quotation with everything needed to show and to attribute it. */
export const quotation = z.strictObject({
  codingId: id,
  documentId: id,
  documentName: z.string(),
  codeId: id,
  coderId: id,
  coderName: z.string(),
  participantIds: z.array(id),
  speakerName: z.string().nullable(),
  paragraph: z.number().int(),
  topic: z.string().nullable(),
  ...range,
  text: z.string(),
  before: z.string(),
  after: z.string(),
  stance: stance.nullable(),
  weight: z.number().int().nullable(),
  isKey: z.boolean(),
  memo: z.string().nullable(),
  createdAt: timestamp,
});
export type Quotation = z.output<typeof quotation>;

export const segmentSelection = z.strictObject({
  /** Codes whose segments are wanted; their descendants come along unless `ownOnly`. */
  codeIds: z.array(id).optional(),
  hypothesisId: id.optional(),
  hypothesisGroupId: id.optional(),
  ownOnly: z.boolean().optional(),
  stance: stance.optional(),
  /** Only key quotations. */
  isKey: z.literal(true).optional(),
  /** Only segments with a weight in this range, both ends included. */
  weight: z.strictObject({ min: weight, max: weight }).optional(),
  filter: filter.optional(),
  limit: z.number().int().min(1).max(200_000).optional(),
  offset: z.number().int().min(0).optional(),
});

export type SegmentSelection = z.output<typeof segmentSelection>;

export const analysisContract = {
  'analysis.frequencies': query(
    z.strictObject({
      by: z.enum(['hypothesis', 'tree']),
      ownOnly: z.boolean().optional(),
      filter: filter.optional(),
    }),
    frequencyTable,
  ),
  /** All that `analysis.segments` finds, without their words. */
  'analysis.segmentIds': query(segmentSelection.omit({ limit: true, offset: true }), z.array(id)),
  /** In document order. */
  'analysis.segments': query(
    segmentSelection,
    z.strictObject({
      total: z.number().int(),
      /** n over all found segments, whatever the limit. */
      participants: z.number().int(),
      /** The N columns, and the found segments of each. */
      participantIds: z.array(id),
      segmentsByParticipant: z.array(z.number().int()),
      quotations: z.array(quotation),
    }),
  ),
};
