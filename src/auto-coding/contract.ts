import { z } from 'zod';
import { task } from '../contract/define.ts';
import { id, range, speakerRole } from '../contract/common.ts';
import { searchInput, searchUnit, searchWithin } from '../search/contract.ts';

/** As many passages as one step may code. */
export const MOST_PASSAGES = 200_000;

/** What says which passages are to be coded, and what of the text is coded there. */
export const passageSource = z.discriminatedUnion('kind', [
  /** The hits of a search, or what stands around them. */
  z.strictObject({
    kind: z.literal('search'),
    search: searchInput.omit({ documentIds: true, within: true, unit: true, offset: true, limit: true }),
    unit: searchUnit,
  }),
  /** What participants answer in the passages of guide topics, and of those below them. */
  z.strictObject({
    kind: z.literal('topic'),
    topicIds: z.array(id).min(1).max(10_000),
    unit: z.enum(['answer', 'paragraph', 'sentence']),
  }),
  /** What is said by speakers, or by all in a role; without both, nothing. */
  z.strictObject({
    kind: z.literal('speaker'),
    speakerIds: z.array(id).max(100_000),
    roles: z.array(speakerRole),
    unit: z.enum(['turn', 'paragraph', 'sentence']),
  }),
  /** Where a regular expression is found in a paragraph, labels of speakers aside. Case never matters. */
  z.strictObject({
    kind: z.literal('pattern'),
    pattern: z.string().min(1).max(10_000),
    respectAccents: z.boolean().optional(),
    unit: searchUnit,
  }),
]);
export type PassageSource = z.output<typeof passageSource>;

/** Whether a passage has the code: exactly so by the person who works, somewhere in it, or nowhere. */
export const alreadyCoded = z.enum(['same', 'touching', 'no']);

export const foundPassage = z.strictObject({
  documentId: id,
  ...range,
  coded: alreadyCoded,
});
export type FoundPassage = z.output<typeof foundPassage>;

/** A passage to look at before it is coded. */
export const shownPassage = z.strictObject({
  /** From 1. */
  paragraph: z.number().int(),
  speakerName: z.string().nullable(),
  participantName: z.string().nullable(),
  /** The passage, or so much of a long one as holds the first words found; and some words on either side. */
  before: z.string(),
  words: z.string(),
  after: z.string(),
  /** Whether the passage begins before `words`, or goes on after them. */
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
  /** What was found, in positions of `words`. */
  marks: z.array(z.strictObject(range)),
});
export type ShownPassage = z.output<typeof shownPassage>;

export const plan = z.strictObject({
  /** All there are, counted to the end. */
  total: z.number().int(),
  /** All there are up to 200,000, in the project's order. */
  passages: z.array(foundPassage),
  /** How the passages from `offset` on look, at most `limit`. */
  shown: z.array(shownPassage),
  documents: z.array(
    z.strictObject({
      documentId: id,
      documentName: z.string(),
      /** In which text they were found: applying says so. */
      textVersionId: id,
      passages: z.number().int(),
    }),
  ),
});
export type Plan = z.output<typeof plan>;

export const autoCodingContract = {
  /**
   * What would be coded, to be looked at and ticked before `codings.createMany` applies a code. Fails with
   * `search.syntax` or `pattern.invalid` where the source cannot be read. Progress counts documents.
   */
  'autoCoding.plan': task(
    z.strictObject({
      source: passageSource,
      /** Which code it is for; without one, nothing has it yet. */
      codeId: id.nullable().optional(),
      documentIds: z.array(id).optional(),
      within: searchWithin.optional(),
      offset: z.number().int().min(0).optional(),
      limit: z.number().int().min(0).max(5_000).optional(),
    }),
    plan,
  ),
};
