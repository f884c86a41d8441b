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

export const codebookContract = {
  /** Depth first, parents before children, siblings by position. */
  'codes.list': query(nothing, z.array(code)),
  /** `n` and segments of every code in the whole project; `total` is N. */
  'codes.counts': query(nothing, z.strictObject({ total: z.number().int(), counts: z.array(codeCount) })),
  'codes.create': command(
    z.strictObject({
      name,
      parentId: id.nullable().optional(),
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
  /** Removes codes with their descendants, codings, mappings and memos. */
  'codes.remove': command(z.strictObject({ codeIds: z.array(id).min(1) }), done),
  'codes.removalImpact': query(
    z.strictObject({ codeIds: z.array(id).min(1) }),
    z.strictObject({
      codes: z.number().int(),
      codings: z.number().int(),
      documents: z.number().int(),
      memos: z.number().int(),
      mappings: z.number().int(),
    }),
  ),
};
