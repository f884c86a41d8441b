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
  /** Which text this is; an edit says which one it was made in. */
  textVersionId: id,
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

export const textEdit = z.strictObject({ ...range, text: z.string().max(5_000_000) });

/** Edits of one document, in offsets of the text that `textVersionId` names. */
export const documentEdits = z.strictObject({
  documentId: id,
  textVersionId: id,
  edits: z.array(textEdit).max(200_000),
});
export type DocumentEdits = z.input<typeof documentEdits>;

/** Something that stands at a passage of which an edit leaves no word. */
export const lostAnchor = z.strictObject({
  documentId: id,
  kind: z.enum(['coding', 'topicSpan', 'memo']),
  id,
  /** The code, the topic, the memo. */
  name: z.string(),
  ...range,
  /** The words as they are before the edit, cut after some 200 characters. */
  quotation: z.string(),
});
export type LostAnchor = z.output<typeof lostAnchor>;

export const replacementHit = z.strictObject({
  ...range,
  paragraph: z.number().int(),
  /** Some words around the hit; the hit itself stands at `[snippetStart, snippetEnd)` of the snippet. */
  snippet: z.string(),
  snippetStart: z.number().int(),
  snippetEnd: z.number().int(),
  /** Segments that cover some of it. */
  codings: z.number().int(),
});

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
  /** What edits would leave without words: it goes only with the person's consent. */
  'documents.editImpact': query(
    z.strictObject({ changes: z.array(documentEdits).min(1).max(2_000) }),
    z.strictObject({ lost: z.array(lostAnchor) }),
  ),
  /**
   * Edits texts; codings, turns, topics, memos and headings follow their words. Refused (`edit.loses`) when codings or
   * topics would be left without words, unless `dropEmptied` says that they may go.
   */
  'documents.edit': command(
    z.strictObject({
      changes: z.array(documentEdits).min(1).max(2_000),
      dropEmptied: z.boolean().optional(),
      /** What was typed in one go: it joins the step before. */
      typing: z.boolean().optional(),
    }),
    z.strictObject({
      documents: z.array(z.strictObject({ documentId: id, textVersionId: id })),
      codingsDropped: z.number().int(),
      codingsJoined: z.number().int(),
    }),
    {
      mergeKey: ({ changes, typing }) =>
        typing === true && changes.length === 1 ? `edit:${changes[0]?.documentId ?? 0}` : null,
    },
  ),
  /** Where a text stands, to be replaced: as written, parts of words too; speaker labels are left alone. */
  'documents.findReplace': query(
    z.strictObject({
      find: z.string().min(1).max(1_000),
      documentIds: z.array(id).optional(),
      exact: z.boolean().optional(),
      wholeWords: z.boolean().optional(),
    }),
    z.array(
      z.strictObject({
        documentId: id,
        textVersionId: id,
        name: z.string(),
        hits: z.array(replacementHit),
      }),
    ),
  ),
  'documents.setParticipant': command(z.strictObject({ documentId: id, participantId: id.nullable() }), done),
};
