import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { colour, done, guid, id, name, nothing, prose, shape, timestamp } from '../contract/common.ts';

export const codeFields = {
  briefDefinition: prose,
  fullDefinition: prose,
  whenToUse: prose,
  whenNotToUse: prose,
  example: prose,
};

export const code = z.strictObject({
  id,
  guid,
  parentId: id.nullable(),
  /** Order among siblings, from 0. */
  position: z.number().int(),
  name: z.string(),
  /** `Parent/Child`; a slash inside a name is written `\/`. */
  path: z.string(),
  colour,
  shape,
  isFolder: z.boolean(),
  ...codeFields,
  createdAt: timestamp,
  modifiedAt: timestamp,
});
export type Code = z.output<typeof code>;

export const codeCount = z.strictObject({
  codeId: id,
  /** Distinct participants over the code and its descendants. */
  participants: z.number().int(),
  segments: z.number().int(),
  ownParticipants: z.number().int(),
  ownSegments: z.number().int(),
});

const codeIds = z.array(id).min(1).max(10_000);

export const mergePreview = z.strictObject({
  /** Segments that get another code, and how many of them fall together with one that is there. */
  segments: z.number().int(),
  duplicates: z.number().int(),
  /** Memos of the codes and of their segments. */
  memos: z.number().int(),
  /** Which code joins which: the chosen ones, and sub-codes that bear one name. */
  joins: z.array(z.strictObject({ fromId: id, intoId: id })),
  /** Sub-codes that come along as they are. */
  movedIds: z.array(id),
  /** Where the code that stays is mapped from then on, besides where it is. */
  mappings: z.array(z.strictObject({ hypothesisId: id, hypothesisGroupId: id.nullable() })),
});

export const codebookContract = {
  /** Depth first, parents before children, siblings by position. */
  'codes.list': query(nothing, z.array(code)),
  /** `n` and segments of every code in the whole project; `total` is N. */
  'codes.counts': query(nothing, z.strictObject({ total: z.number().int(), counts: z.array(codeCount) })),
  'codes.create': command(
    z.strictObject({
      name,
      parentId: id.nullable().optional(),
      /** Where it stands among its siblings; the last of them when it is not said. */
      position: z.number().int().min(0).optional(),
      colour: colour.optional(),
      shape: shape.optional(),
      isFolder: z.boolean().optional(),
      briefDefinition: prose.optional(),
      /** Maps the new code, in the same step. */
      hypothesisId: id.optional(),
      hypothesisGroupId: id.optional(),
    }),
    z.strictObject({ codeId: id }),
  ),
  'codes.update': command(
    z.strictObject({
      codeId: id,
      name: name.optional(),
      colour: colour.optional(),
      shape: shape.optional(),
      isFolder: z.boolean().optional(),
      briefDefinition: prose.optional(),
      fullDefinition: prose.optional(),
      whenToUse: prose.optional(),
      whenNotToUse: prose.optional(),
      example: prose.optional(),
    }),
    done,
    {
      mergeKey: (input) =>
        `code:${input.codeId}:${Object.keys(input)
          .filter((key) => key !== 'codeId')
          .toSorted()
          .join(',')}`,
    },
  ),
  /** A cycle is refused with `code.cycle`. `position` counts among the new siblings without the moved code. */
  'codes.move': command(
    z.strictObject({ codeId: id, parentId: id.nullable(), position: z.number().int().min(0) }),
    done,
  ),
  /** Moves codes together, in the order of the tree; what stands below a moved code comes along once. */
  'codes.moveMany': command(
    z.strictObject({ codeIds, parentId: id.nullable(), position: z.number().int().min(0) }),
    done,
  ),
  /** Without a shape each code keeps its own. */
  'codes.recolour': command(
    z.strictObject({ codeIds, colour, shape: shape.optional(), wholeBranch: z.boolean().optional() }),
    done,
  ),
  /** A folder where the first of the codes stands, with all of them in it. */
  'codes.makeFolder': command(z.strictObject({ codeIds, name }), z.strictObject({ codeId: id })),
  /**
   * Several codes become one of them: segments, memos, mappings and sub-codes; sub-codes of one name join too. Segments
   * that would stand there twice become one. `join` puts the texts of all definitions together, `keep` keeps the one's own.
   */
  'codes.merge': command(
    z.strictObject({ codeIds, intoId: id, definitions: z.enum(['keep', 'join']) }),
    z.strictObject({ segments: z.number().int(), duplicates: z.number().int() }),
  ),
  'codes.mergePreview': query(z.strictObject({ codeIds, intoId: id }), mergePreview),
  /** Deals segments of a code out to codes that are there or new; the new ones stand beside it or inside. */
  'codes.split': command(
    z.strictObject({
      codeId: id,
      parts: z
        .array(
          z.union([
            z.strictObject({ codingIds: z.array(id).min(1), codeId: id }),
            z.strictObject({ codingIds: z.array(id), name }),
          ]),
        )
        .min(1)
        .max(100),
      under: z.enum(['beside', 'inside']).optional(),
    }),
    /** The codes of the parts, in their order. */
    z.strictObject({ codeIds: z.array(id) }),
  ),
  /** Where each code occurs first, in the project's order of documents; codes without segments are left out. */
  'codes.firstUses': query(
    nothing,
    z.array(z.strictObject({ codeId: id, documentId: id, start: z.number().int() })),
  ),
  /** Removes codes with their descendants, mappings and memos; their codings go too, or to the code that is named. */
  'codes.remove': command(z.strictObject({ codeIds, reassignToId: id.optional() }), done),
  'codes.removalImpact': query(
    z.strictObject({ codeIds }),
    z.strictObject({
      codes: z.number().int(),
      codings: z.number().int(),
      documents: z.number().int(),
      memos: z.number().int(),
      mappings: z.number().int(),
    }),
  ),
};
