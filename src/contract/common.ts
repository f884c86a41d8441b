import { z } from 'zod';

/** Longest accepted name of a code, document, participant, hypothesis… in UTF-16 code units. */
export const MAX_NAME = 200;
/** Longest accepted prose field (definition, statement, memo) in UTF-16 code units. */
export const MAX_PROSE = 200_000;

export const id = z.number().int().positive();
export const guid = z.string();
/** ISO 8601 in UTC with milliseconds. */
export const timestamp = z.string();
export const nothing = z.strictObject({});
export const done = z.strictObject({});

/** A name typed by a person: trimmed, one line, never empty. Failures carry the stable codes `name.empty`, `name.too-long`. */
export const name = nameOf(MAX_NAME);

/** Longest accepted title of a guide topic: questions are sentences. In UTF-16 code units. */
export const MAX_TOPIC_TITLE = 1_000;

/** A topic's title: as a name, but longer. */
export const topicTitle = nameOf(MAX_TOPIC_TITLE);

/** Prose typed by a person: no NUL, no lone surrogate, LF line ends. */
export const prose = z
  .string()
  .max(MAX_PROSE)
  .transform((raw) => raw.toWellFormed().replaceAll('\u0000', '').replaceAll(/\r\n?/gu, '\n'));

export const range = { start: z.number().int(), end: z.number().int() };

export const stance = z.enum(['supports', 'qualifies', 'contradicts']);
export type Stance = z.output<typeof stance>;

export const shape = z.enum(['round', 'square', 'diamond']);
export type Shape = z.output<typeof shape>;

/** Index into the 24 code colours of the design. */
export const colour = z.number().int().min(1).max(24);

/** What a person thinks a segment weighs. */
export const weight = z.number().int().min(0).max(100);

export const speakerRole = z.enum(['participant', 'interviewer', 'ignored']);
export type SpeakerRole = z.output<typeof speakerRole>;

/**
 * What every table and list of quotations can be limited to. An absent field does not limit.
 * Variables combine with « and », values of one variable with « or ».
 */
export const filter = z.strictObject({
  documentIds: z.array(id).optional(),
  participantIds: z.array(id).optional(),
  coderIds: z.array(id).optional(),
  /** Only segments of these very codes; N stays as it is without them. */
  codeIds: z.array(id).optional(),
  /** Only what lies in the passages of these guide topics; N stays as it is without them. */
  topicIds: z.array(id).optional(),
  /** Only what lies in the turns of these speakers; N are the participants whom they are. */
  speakerIds: z.array(id).optional(),
  variables: z.array(z.strictObject({ variableId: id, values: z.array(z.string().nullable()) })).optional(),
});
export type Filter = z.output<typeof filter>;

/** A file made in memory; `content` is text, or base64 for binary kinds. */
export const renderedFile = z.strictObject({
  fileName: z.string(),
  mime: z.string(),
  encoding: z.enum(['utf8', 'base64']),
  content: z.string(),
});
export type RenderedFile = z.output<typeof renderedFile>;

export const delimiter = z.enum([',', ';']);

function nameOf(max: number) {
  return z
    .string()
    .transform((raw) =>
      raw
        .toWellFormed()
        .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/gu, ' ')
        .trim(),
    )
    .superRefine((value, context) => {
      if (value === '') {
        context.addIssue({ code: 'custom', params: { code: 'name.empty' } });
      } else if (value.length > max) {
        context.addIssue({
          code: 'custom',
          params: { code: 'name.too-long', max, length: value.length },
        });
      }
    });
}
