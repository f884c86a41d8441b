import { z } from 'zod';
import { task } from '../contract/define.ts';

export const salvageReport = z.strictObject({
  /** The new project. */
  path: z.string(),
  /** Whether every row that the damaged file says it has was read. */
  complete: z.boolean(),
  /** What is missing and what is uncertain, in the person's language and words; empty when nothing is. */
  findings: z.array(z.string()),
  tables: z.array(
    z.strictObject({
      /** As in the file: `document`, `coding`, `memo`, … */
      table: z.string(),
      /** How many rows the file says it has; `null` when that cannot be read any more. */
      expected: z.number().int().nullable(),
      read: z.number().int(),
      /** Not to be read, but brought back from the history. */
      restored: z.number().int(),
      /** Read, but of no use without what is lost: a segment of a document that is gone. */
      left: z.number().int(),
      /** Read where the file cannot tell any more whether they had been deleted. */
      doubtful: z.number().int(),
      /** In the new project. */
      kept: z.number().int(),
    }),
  ),
});
export type SalvageReport = z.output<typeof salvageReport>;

const path = z.string().min(1).max(4_096);

export const salvageContract = {
  /** Takes what can still be read of a damaged project into a new one; the damaged file stays as it is. */
  'salvage.run': task(z.strictObject({ path, out: path }), salvageReport),
};
