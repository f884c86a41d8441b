import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { done, guid, id, name, nothing, prose } from '../contract/common.ts';

/** A short label: H1, H2a. */
const label = name;

export const hypothesis = z.strictObject({
  id,
  guid,
  position: z.number().int(),
  label: z.string(),
  title: z.string(),
  statement: z.string(),
  groups: z.array(z.strictObject({ id, guid, name: z.string(), position: z.number().int() })),
  mappings: z.array(
    z.strictObject({
      id,
      codeId: id,
      hypothesisGroupId: id.nullable(),
      /** The code's descendants come along. */
      wholeBranch: z.boolean(),
    }),
  ),
});
export type Hypothesis = z.output<typeof hypothesis>;

export const hypothesesContract = {
  'hypotheses.list': query(nothing, z.array(hypothesis)),
  'hypotheses.create': command(
    z.strictObject({ label, title: name, statement: prose.optional() }),
    z.strictObject({ hypothesisId: id }),
  ),
  'hypotheses.update': command(
    z.strictObject({
      hypothesisId: id,
      label: label.optional(),
      title: name.optional(),
      statement: prose.optional(),
    }),
    done,
    { mergeKey: (input) => `hypothesis:${input.hypothesisId}` },
  ),
  'hypotheses.move': command(z.strictObject({ hypothesisId: id, position: z.number().int().min(0) }), done),
  /**
   * Its groups and mappings go; its codes stay in the codebook. With `giveToId` they stand under that hypothesis
   * afterwards, outside of its groups.
   */
  'hypotheses.remove': command(
    z.strictObject({ hypothesisId: id, giveToId: id.nullable().optional() }),
    done,
  ),
  'hypotheses.createGroup': command(
    z.strictObject({ hypothesisId: id, name }),
    z.strictObject({ hypothesisGroupId: id }),
  ),
  'hypotheses.renameGroup': command(z.strictObject({ hypothesisGroupId: id, name }), done),
  /** Among the groups of its hypothesis. */
  'hypotheses.moveGroup': command(
    z.strictObject({ hypothesisGroupId: id, position: z.number().int().min(0) }),
    done,
  ),
  /** The mappings of the group go up to its hypothesis. */
  'hypotheses.removeGroup': command(z.strictObject({ hypothesisGroupId: id }), done),
  /** Mapping the same code to the same place twice is one mapping. */
  'hypotheses.map': command(
    z.strictObject({
      codeId: id,
      hypothesisId: id,
      hypothesisGroupId: id.nullable().optional(),
      wholeBranch: z.boolean().optional(),
    }),
    z.strictObject({ mappingId: id }),
  ),
  'hypotheses.unmap': command(z.strictObject({ mappingId: id }), done),
  /**
   * One step: puts codes under a hypothesis, or under none (`null`). Codes that come from a mapping lose it; the others
   * keep those they have.
   */
  'hypotheses.placeMany': command(
    z.strictObject({
      items: z.array(z.strictObject({ codeId: id, mappingId: id.nullable() })).min(1),
      hypothesisId: id.nullable(),
      hypothesisGroupId: id.nullable(),
    }),
    done,
  ),
  /** One step: takes a mapping from where it is and puts the code at another place. */
  'hypotheses.remap': command(
    z.strictObject({ mappingId: id, hypothesisId: id, hypothesisGroupId: id.nullable() }),
    done,
  ),
};
