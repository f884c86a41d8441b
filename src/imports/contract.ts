import { z } from 'zod';
import { command, query, task } from '../contract/define.ts';
import { done, id, name, nothing, range, speakerRole } from '../contract/common.ts';
import { pattern } from '../transcripts/contract.ts';

/** A file to read: on this machine, or handed over beforehand by the shell (`stage`). */
export const fileSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('path'), path: z.string().min(1) }),
  z.strictObject({ kind: z.literal('staged'), stagedId: z.string().min(1), fileName: z.string().min(1) }),
]);
export type FileSource = z.output<typeof fileSource>;

export const draftSpeaker = z.strictObject({
  /** As it stands in the text, without separators: `R5`. */
  label: z.string(),
  turns: z.number().int(),
  roleGuess: speakerRole,
  /** The beginning of one of the speaker's turns. */
  sample: z.string(),
});

export const previewParagraph = z.strictObject({
  number: z.number().int(),
  /** The label at the start of this paragraph, of `speakers` or `rejected`; `null` when there is none. */
  label: z.string().nullable(),
  /** How much of `text` is the label and what sets it off, in UTF-16 code units. */
  labelLength: z.number().int(),
  heading: z.boolean(),
  text: z.string(),
});

/** A file as read, waiting for the person's word. Kept in the core until imported or discarded. */
export const draft = z.strictObject({
  draftId: z.string(),
  fileName: z.string(),
  documentName: z.string(),
  format: z.string(),
  byteLength: z.number().int(),
  words: z.number().int(),
  paragraphs: z.number().int(),
  turns: z.number().int(),
  /** How sure the speaker detection is, 0 to 1; 0 when no pattern was found. */
  speakerConfidence: z.number(),
  encoding: z
    .strictObject({ name: z.string(), label: z.string(), confidence: z.number(), hadBom: z.boolean() })
    .nullable(),
  /** How a person said that speakers are marked; `null`: the usual patterns. */
  pattern: z.string().nullable(),
  speakers: z.array(draftSpeaker),
  /** What looks like a label but did not count, the most frequent first: a person may accept them. */
  rejected: z.array(draftSpeaker),
  headings: z.array(z.strictObject({ title: z.string(), level: z.number().int() })),
  preview: z.array(previewParagraph),
  /** Remarks that somebody attached to passages in the file. */
  comments: z.strictObject({
    count: z.number().int(),
    /** The first, with the words it is about; both cut where they are long. */
    first: z.strictObject({ author: z.string(), text: z.string(), quotation: z.string() }).nullable(),
  }),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  /** The document whose original bytes are the same. */
  duplicateOf: z.strictObject({ documentId: id, name: z.string() }).nullable(),
  /** The document that came from a file of this name, or has this name: perhaps an older version of it. */
  versionOf: z.strictObject({ documentId: id, name: z.string() }).nullable(),
});
export type Draft = z.output<typeof draft>;

/** What became of one file: a draft, or an error that stops no other file. */
export const inspected = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), draft }),
  z.strictObject({
    ok: z.literal(false),
    fileName: z.string(),
    error: z.strictObject({ code: z.string(), message: z.string() }),
  }),
]);
export type Inspected = z.output<typeof inspected>;

export const speakerChoice = z.strictObject({
  label: z.string(),
  name,
  role: speakerRole,
  /** Bind to this participant; absent: to the participant of the same name, made when missing. Only for role `participant`. */
  participantId: id.optional(),
});

export const anchorKind = z.enum(['coding', 'topicSpan', 'memo']);
export type AnchorKind = z.output<typeof anchorKind>;

/** What becomes of something that stands in a text when another text takes its place. */
export const anchorItem = z.strictObject({
  kind: anchorKind,
  id,
  codeId: id.nullable(),
  /** The code, the topic, the memo. */
  name: z.string(),
  /** Offsets in the present text, and its words there, cut after some 200 characters. */
  ...range,
  quotation: z.string(),
  fate: z.enum(['kept', 'moved', 'doubtful', 'lost']),
  /** Offsets in the new text, and its words there. */
  range: z.strictObject(range).nullable(),
  found: z.string().nullable(),
});
export type AnchorItem = z.output<typeof anchorItem>;

/** Where a person wants something to stand in the new text; `null`: nowhere. */
export const placement = z.strictObject({ kind: anchorKind, id, range: z.strictObject(range).nullable() });
export type Placement = z.output<typeof placement>;

export const importContract = {
  /** What would become of codings, topics and memos if the draft's text took the place of a document's. */
  'import.proposeReplacement': query(
    z.strictObject({ draftId: z.string(), documentId: id }),
    z.strictObject({
      textVersionId: id,
      /** The new text. */
      text: z.string(),
      counts: z.strictObject({
        kept: z.number().int(),
        moved: z.number().int(),
        doubtful: z.number().int(),
        lost: z.number().int(),
      }),
      items: z.array(anchorItem),
    }),
  ),
  /**
   * Puts a draft's text in the place of a document's. Codings, topics and memos go where they were found again, or where
   * `placements` say; for each that was not found, a placement must say what becomes of it (`replace.loses`).
   */
  'import.replace': command(
    z.strictObject({
      draftId: z.string(),
      documentId: id,
      textVersionId: id,
      placements: z.array(placement).max(200_000).optional(),
    }),
    z.strictObject({
      textVersionId: id,
      codingsDropped: z.number().int(),
      codingsJoined: z.number().int(),
    }),
  ),
  /** Reads files and detects speakers; nothing enters the project yet. Progress per file, cancellable. */
  'import.inspect': task(
    z.strictObject({
      files: z.array(fileSource).min(1).max(2_000),
      /** Of text files, when a person knows it; one of `import.encodings`. */
      encoding: z.string().optional(),
    }),
    z.array(inspected),
  ),
  /** Reads one draft again with another encoding (names from `import.encodings`). Progress in hundredths; cancellable. */
  'import.reread': task(z.strictObject({ draftId: z.string(), encoding: z.string() }), draft),
  /**
   * Looks for the speakers of drafts by a person's pattern, or by the usual ones (`null`). The drafts keep the pattern,
   * and so do the documents made of them. Throws `speakers.pattern`. Cancellable between drafts.
   */
  'import.redetect': task(
    z.strictObject({ draftIds: z.array(z.string()).min(1), pattern: pattern.nullable() }),
    z.array(draft),
  ),
  'import.encodings': task(nothing, z.array(z.strictObject({ name: z.string(), label: z.string() }))),
  'import.discard': task(z.strictObject({ draftIds: z.array(z.string()) }), done),
  /** Brings drafts into the project as documents, in one step. */
  'import.confirm': command(
    z.strictObject({
      drafts: z
        .array(
          z.strictObject({
            draftId: z.string(),
            documentName: name.optional(),
            /** Absent: every detected speaker with its guessed role and its label as name. Empty: no turns. */
            speakers: z.array(speakerChoice).optional(),
            headingsAsTopics: z.boolean(),
            /** Each comment of the file becomes a memo at its passage. */
            commentsAsMemos: z.boolean().optional(),
            /** For a document without turns, or to say whose interview it is. */
            participantName: name.optional(),
          }),
        )
        .min(1),
    }),
    z.strictObject({ documentIds: z.array(id) }),
  ),
};
