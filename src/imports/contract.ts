import { z } from 'zod';
import { command, task } from '../contract/define.ts';
import { done, id, name, nothing, speakerRole } from '../contract/common.ts';

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
  /** The label at the start of this paragraph; `null` when the turn goes on or there is none. */
  label: z.string().nullable(),
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
  speakers: z.array(draftSpeaker),
  headings: z.array(z.strictObject({ title: z.string(), level: z.number().int() })),
  preview: z.array(previewParagraph),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  /** The document whose original bytes are the same. */
  duplicateOf: z.strictObject({ documentId: id, name: z.string() }).nullable(),
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

export const importContract = {
  /** Reads files and detects speakers; nothing enters the project yet. Progress per file, cancellable. */
  'import.inspect': task(
    z.strictObject({ files: z.array(fileSource).min(1).max(2_000) }),
    z.array(inspected),
  ),
  /** Reads one draft again with another encoding (names from `import.encodings`). */
  'import.reread': task(z.strictObject({ draftId: z.string(), encoding: z.string() }), draft),
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
            /** For a document without turns, or to say whose interview it is. */
            participantName: name.optional(),
          }),
        )
        .min(1),
    }),
    z.strictObject({ documentIds: z.array(id) }),
  ),
};
