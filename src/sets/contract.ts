import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { done, guid, id, name, nothing } from '../contract/common.ts';

export const setKind = z.enum(['codes', 'documents', 'participants']);
export type SetKind = z.output<typeof setKind>;

/** Codes, documents or participants chosen together under a name. */
export const namedSet = z.strictObject({ id, guid, kind: setKind, name: z.string(), memberIds: z.array(id) });
export type NamedSet = z.output<typeof namedSet>;

const memberIds = z.array(id).max(100_000);

export const setsContract = {
  /** By kind, then by name. */
  'sets.list': query(nothing, z.array(namedSet)),
  'sets.create': command(z.strictObject({ kind: setKind, name, memberIds }), z.strictObject({ setId: id })),
  /** Another name, other members, or both. */
  'sets.update': command(
    z.strictObject({ setId: id, name: name.optional(), memberIds: memberIds.optional() }),
    done,
  ),
  /** What was in it stays. */
  'sets.remove': command(z.strictObject({ setId: id }), done),
};
