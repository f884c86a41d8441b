import { z } from 'zod';
import { done, guid, timestamp } from '../contract/common.ts';
import { task } from '../contract/define.ts';

/** Longest text that is kept, in UTF-16 code units: a transcript's paragraph, a memo. */
const MAX_TEXT = 400_000;

/** Which words of a project: its guid, as a file of that name may be called. */
const project = guid.regex(/^[\w-]{8,80}$/u);

const words = {
  /** The place where they were typed has one at a time. */
  id: z.string().regex(/^[\w-]{8,120}$/u),
  /** Where they were typed, as the person reads it. */
  place: z.string().max(400),
  text: z.string().max(MAX_TEXT),
  /** The command that would have written them; absent where they belong to a window that was open. */
  call: z.strictObject({ name: z.string().max(100), input: z.record(z.string(), z.unknown()) }).optional(),
};

export const unsavedWords = z.strictObject({ ...words, at: timestamp });
export type UnsavedWords = z.output<typeof unsavedWords>;

/** Words that were typed and could not be written into their project: they wait on this machine, for this person. */
export const unsavedContract = {
  'unsaved.keep': task(z.strictObject({ project, ...words }), done),
  /** Oldest first. */
  'unsaved.list': task(z.strictObject({ project }), z.array(unsavedWords)),
  'unsaved.drop': task(z.strictObject({ project, ids: z.array(words.id) }), done),
};
