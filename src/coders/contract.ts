import { z } from 'zod';
import { command, query, task } from '../contract/define.ts';
import { done, guid, id, name, nothing } from '../contract/common.ts';

export const codersContract = {
  'coders.list': query(
    nothing,
    z.array(z.strictObject({ id, guid, name: z.string(), codings: z.number().int() })),
  ),
  'coders.rename': command(z.strictObject({ coderId: id, name }), done),
  /** Who codes from now on in this session; the coder is made with the first thing they change. */
  'coders.setCurrent': task(z.strictObject({ name }), done),
};
