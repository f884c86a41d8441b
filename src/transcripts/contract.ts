import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { done, id, name, nothing, range, speakerRole } from '../contract/common.ts';
import { speaker } from '../documents/contract.ts';
import { guideContract } from './guide-contract.ts';

/** `[%NOM%]`, or a regular expression between slashes; see `text/speaker-template.ts`. */
export const pattern = z.string().min(1).max(1_000);

export const transcriptsContract = {
  /** The speakers of all documents, in the project's order of documents. */
  'speakers.list': query(nothing, z.array(speaker)),
  /** Renames a speaker in the column, changes its role or binds it; binding to `null` unbinds. */
  'speakers.update': command(
    z.strictObject({
      speakerId: id,
      name: name.optional(),
      role: speakerRole.optional(),
      participantId: id.nullable().optional(),
      /** Also for the speakers of other documents that have the same label. */
      everywhere: z.boolean().optional(),
    }),
    done,
  ),
  /** What a pattern finds in a document, to be looked at; `null`: the usual patterns. */
  'speakers.detect': query(
    z.strictObject({ documentId: id, pattern: pattern.nullable() }),
    z.strictObject({
      turns: z.number().int(),
      labels: z.array(
        z.strictObject({
          label: z.string(),
          turns: z.number().int(),
          roleGuess: speakerRole,
          sample: z.string(),
          /** The document's speaker of this label. */
          speakerId: id.nullable(),
          /** Whether the detection is sure enough to count it. */
          accepted: z.boolean(),
        }),
      ),
    }),
  ),
  /** Makes the turns anew from the labels in the text. A speaker whose label stays keeps name, role and participant. */
  'speakers.redetect': command(
    z.strictObject({
      documentIds: z.array(id).min(1),
      pattern: pattern.nullable().optional(),
      /** Only these labels count; absent: those that the detection accepts. */
      labels: z.array(z.string().min(1).max(200)).optional(),
    }),
    z.strictObject({ turns: z.number().int() }),
  ),
  /** Gives the turns of several speakers of a document to one of them; the others go. */
  'speakers.merge': command(z.strictObject({ speakerIds: z.array(id).min(1), intoSpeakerId: id }), done),
  /** A speaker without turns, to give turns to by hand. */
  'speakers.create': command(
    z.strictObject({ documentId: id, name, role: speakerRole, participantId: id.nullable().optional() }),
    z.strictObject({ speakerId: id }),
  ),
  /**
   * Says who says the paragraphs that a passage touches; `null`: nobody, or else the speaker who is made for it, bound
   * to the participant of that name.
   */
  'speakers.assignTurns': command(
    z.strictObject({
      documentId: id,
      ...range,
      speakerId: id.nullable(),
      newSpeaker: z.strictObject({ name, role: speakerRole }).optional(),
    }),
    done,
  ),
  ...guideContract,
};
