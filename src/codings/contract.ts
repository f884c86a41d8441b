import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import {
  colour,
  done,
  guid,
  id,
  name,
  prose,
  range,
  shape,
  stance,
  timestamp,
  weight,
} from '../contract/common.ts';

/** How much a segment weighs for its coder. */

export const linkKind = z.enum(['explains', 'contradicts', 'continues']);
export type LinkKind = z.output<typeof linkKind>;

/** A coding with its place and the beginning of its text: one end of a link, or one that may become it. */
export const codingEnd = z.strictObject({
  codingId: id,
  documentId: id,
  documentName: z.string(),
  codeId: id,
  ...range,
  /** From 1. */
  paragraph: z.number().int(),
  /** At most 200 UTF-16 code units. */
  excerpt: z.string(),
});

export type CodingEnd = z.output<typeof codingEnd>;

export const codingLink = z.strictObject({ id, kind: linkKind, from: codingEnd, to: codingEnd });
export type CodingLink = z.output<typeof codingLink>;

export const coding = z.strictObject({
  id,
  guid,
  documentId: id,
  codeId: id,
  coderId: id,
  ...range,
  stance: stance.nullable(),
  weight: weight.nullable(),
  /** Marked as a key quotation. */
  isKey: z.boolean(),
  /** The memo attached to this coding, if any. */
  memoId: id.nullable(),
  memo: z.string().nullable(),
  createdAt: timestamp,
  modifiedAt: timestamp,
});
export type Coding = z.output<typeof coding>;

const codingIds = z.array(id).min(1).max(200_000);
const created = z.strictObject({ codingIds: z.array(id), alreadyThere: z.number().int() });

export const codingsContract = {
  /** By start, then longer first. */
  'codings.ofDocument': query(z.strictObject({ documentId: id }), z.array(coding)),
  /** Links between segments of which at least one stands in the document. */
  'codings.links': query(z.strictObject({ documentId: id }), z.array(codingLink)),
  /** The segments of one code itself, without those of its descendants. */
  'codings.ofCode': query(
    z.strictObject({ codeId: id }),
    z.array(z.strictObject({ codingId: id, documentId: id })),
  ),
  /** What `codings.recode` would do, without doing it. */
  'codings.recodePreview': query(
    z.strictObject({ codingIds, codeId: id }),
    z.strictObject({
      /** Codings that have another code now. */
      codings: z.number().int(),
      /** Of these, how many become one with an equal one. */
      joined: z.number().int(),
      /** How many of the others overlap one of that code, and whether the project joins such codings. */
      overlapping: z.number().int(),
      overlapsJoin: z.boolean(),
    }),
  ),
  /** Applies one or several codes to a passage. An exact duplicate of the same coder is left out quietly. */
  'codings.create': command(
    z.strictObject({
      documentId: id,
      ...range,
      codeIds: z.array(id).min(1).max(100),
      stance: stance.nullable().optional(),
    }),
    created,
  ),
  /** Makes a code and applies it to a passage, in one step; mapped when a hypothesis is given. */
  'codings.createWithNewCode': command(
    z.strictObject({
      documentId: id,
      ...range,
      name,
      parentId: id.nullable().optional(),
      colour: colour.optional(),
      shape: shape.optional(),
      hypothesisId: id.optional(),
      hypothesisGroupId: id.optional(),
      stance: stance.nullable().optional(),
    }),
    z.strictObject({ codeId: id, codingId: id }),
  ),
  /**
   * Applies one code (made with its missing parents when needed) to many passages, in one step. Refused
   * (`codings.stale`) when a document no longer has the text of `texts`, in which the passages were found.
   */
  'codings.createMany': command(
    z.strictObject({
      codePath: z.string().min(1).max(10_000),
      passages: z.array(z.strictObject({ documentId: id, ...range })).max(200_000),
      texts: z
        .array(z.strictObject({ documentId: id, textVersionId: id }))
        .max(200_000)
        .optional(),
    }),
    z.strictObject({ codeId: id, codings: z.number().int(), alreadyThere: z.number().int() }),
  ),
  'codings.resize': command(z.strictObject({ codingId: id, ...range }), done, {
    mergeKey: (input) => `resize:${input.codingId}`,
  }),
  'codings.setStance': command(
    z.strictObject({ codingIds: z.array(id).min(1), stance: stance.nullable() }),
    done,
  ),
  'codings.setWeight': command(z.strictObject({ codingIds, weight: weight.nullable() }), done, {
    mergeKey: (input) => `weight:${input.codingIds.join()}`,
  }),
  'codings.setKey': command(z.strictObject({ codingIds, isKey: z.boolean() }), done),
  /** Cuts a coding in two at a position inside it; blanks around the cut belong to neither part. */
  'codings.split': command(
    z.strictObject({ codingId: id, at: z.number().int() }),
    z.strictObject({ codingIds: z.array(id) }),
  ),
  /**
   * Makes one coding of several of one code and coder that overlap or follow each other with blanks between. Where
   * their stances differ, the first one's stays, unless one is given.
   */
  'codings.merge': command(
    z.strictObject({ codingIds: codingIds.min(2), stance: stance.nullable().optional() }),
    z.strictObject({ codingId: id, stancesDiffered: z.boolean() }),
  ),
  /** Gives codings another code; what is there already becomes one with its equal. */
  'codings.recode': command(
    z.strictObject({ codingIds, codeId: id }),
    z.strictObject({ codings: z.number().int(), joined: z.number().int() }),
  ),
  /** Applies the codes of what touches one passage to another passage. */
  'codings.copyCodes': command(
    z.strictObject({
      from: z.strictObject({ documentId: id, ...range }),
      to: z.strictObject({ documentId: id, ...range }),
    }),
    created,
  ),
  /** Links a coding to another; a link that is there already is answered, not made twice. */
  'codings.link': command(
    z.strictObject({ fromId: id, toId: id, kind: linkKind }),
    z.strictObject({ linkId: id }),
  ),
  'codings.unlink': command(z.strictObject({ linkId: id }), done),
  /** The memo of a coding: an empty text removes it. */
  'codings.setMemo': command(z.strictObject({ codingId: id, body: prose }), done, {
    mergeKey: (input) => `coding-memo:${input.codingId}`,
  }),
  'codings.remove': command(z.strictObject({ codingIds: z.array(id).min(1) }), done),
};
