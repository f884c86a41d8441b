import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { done, guid, id, name, nothing } from '../contract/common.ts';

export const variableType = z.enum(['text', 'integer', 'float', 'boolean', 'date', 'category']);
export type VariableType = z.output<typeof variableType>;
export const variableScope = z.enum(['participant', 'document']);

export const participant = z.strictObject({
  id,
  guid,
  name: z.string(),
  position: z.number().int(),
  /** Documents in which the person speaks, in the project's order. */
  documentIds: z.array(id),
  /** Values by variable id (as a text key): canonical texts, `2020-05-18`, `12`, `1.5`, `true`. */
  values: z.record(z.string(), z.string()),
  segments: z.number().int(),
});
export type Participant = z.output<typeof participant>;

export const variable = z.strictObject({
  id,
  guid,
  name: z.string(),
  scope: variableScope,
  type: variableType,
  position: z.number().int(),
  /** Distinct values in use, in natural order. */
  values: z.array(z.string()),
});
export type Variable = z.output<typeof variable>;

export const participantsContract = {
  'participants.list': query(nothing, z.array(participant)),
  'participants.create': command(z.strictObject({ name }), z.strictObject({ participantId: id })),
  'participants.rename': command(z.strictObject({ participantId: id, name }), done),
  'participants.move': command(
    z.strictObject({ participantId: id, position: z.number().int().min(0) }),
    done,
  ),
  'participants.remove': command(z.strictObject({ participantId: id }), done),
  'variables.list': query(nothing, z.array(variable)),
  /** Values of document variables: document id → variable id → value. */
  'variables.documentValues': query(nothing, z.record(z.string(), z.record(z.string(), z.string()))),
  'variables.create': command(
    z.strictObject({ name, scope: variableScope, type: variableType }),
    z.strictObject({ variableId: id }),
  ),
  'variables.rename': command(z.strictObject({ variableId: id, name }), done),
  'variables.remove': command(z.strictObject({ variableId: id }), done),
  /** `targetId` is a participant or a document, by the variable's scope; `null` or an empty text clears. */
  'variables.setValue': command(
    z.strictObject({ variableId: id, targetId: id, value: z.string().max(2_000).nullable() }),
    done,
    { mergeKey: (input) => `value:${input.variableId}:${input.targetId}` },
  ),
};
