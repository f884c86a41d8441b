import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { done, guid, id, name, nothing, range, speakerRole, timestamp } from '../contract/common.ts';

/** Number of bins in the small density strip of a document. */
export const DENSITY_BINS = 30;

export const documentSummary = z.strictObject({
  id,
  guid,
  name: z.string(),
  position: z.number().int(),
  /** The interviewee, by the document itself or, when its turns show exactly one, by its turns. */
  participantId: id.nullable(),
  words: z.number().int(),
  codings: z.number().int(),
  /** Share of coded text per bin, 0 to 1, over equal stretches of the document. */
  density: z.array(z.number()).length(DENSITY_BINS),
  /** Words that lie in at least one coding, over all words, 0 to 1. */
  codedShare: z.number(),
  importedAt: timestamp,
});
export type DocumentSummary = z.output<typeof documentSummary>;

export const speaker = z.strictObject({
  id,
  documentId: id,
  label: z.string(),
  name: z.string(),
  role: speakerRole,
  participantId: id.nullable(),
});
export type Speaker = z.output<typeof speaker>;

export const turn = z.strictObject({
  id,
  speakerId: id,
  ...range,
  /** Where the words begin, after the label and its separator. */
  bodyStart: z.number().int(),
  timecodeMs: z.number().int().nullable(),
});

export const topicSpan = z.strictObject({
  id,
  guideTopicId: id,
  title: z.string(),
  level: z.number().int(),
  ...range,
});

/** A transcript as the window shows it. All positions are UTF-16 offsets into `text`. */
export const documentContent = z.strictObject({
  id,
  name: z.string(),
  participantId: id.nullable(),
  fileName: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  importedAt: timestamp,
  words: z.number().int(),
  text: z.string(),
  /** Non-blank lines in order; `heading` marks lines that open a guide topic. */
  paragraphs: z.array(z.strictObject({ ...range, heading: z.boolean() })),
  turns: z.array(turn),
  speakers: z.array(speaker),
  topics: z.array(topicSpan),
});
export type DocumentContent = z.output<typeof documentContent>;

export const documentsContract = {
  'documents.list': query(nothing, z.array(documentSummary)),
  'documents.get': query(z.strictObject({ documentId: id }), documentContent),
  'documents.rename': command(z.strictObject({ documentId: id, name }), done),
  /** `position` counts from 0 among the documents that remain. */
  'documents.move': command(z.strictObject({ documentId: id, position: z.number().int().min(0) }), done),
  'documents.remove': command(z.strictObject({ documentIds: z.array(id).min(1) }), done),
  /** What removing would take along. */
  'documents.removalImpact': query(
    z.strictObject({ documentIds: z.array(id).min(1) }),
    z.strictObject({ codings: z.number().int(), memos: z.number().int(), codes: z.number().int() }),
  ),
  'documents.setParticipant': command(z.strictObject({ documentId: id, participantId: id.nullable() }), done),
};
